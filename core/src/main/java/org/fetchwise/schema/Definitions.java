package org.fetchwise.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.schema.Table.ForeignKey;

/** Writes the statements that create and drop tables: a table after those that it refers to, and away before them. */
final class Definitions {
    private final Dialect dialect;
    private final ConstraintNames names = new ConstraintNames();
    private final List<String> creation = new ArrayList<>();
    private final List<String> removal;

    Definitions(Dialect dialect, List<Table> tables) {
        this.dialect = dialect;
        List<Table> ordered = ordered(tables);
        List<String> additions = new ArrayList<>();
        Set<String> created = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>(tables.stream().map(Table::name).toList());
        List<String> drops = new ArrayList<>();
        boolean circular = false;
        for (Table table : ordered) {
            created.add(table.name());
            List<ForeignKey> inline = new ArrayList<>();
            for (ForeignKey foreignKey : table.foreignKeys()) {
                String target = foreignKey.targetTable();
                boolean ahead = all.contains(target) && !created.contains(target);
                circular |= ahead;
                if (ahead && dialect.addsForeignKeys()) {
                    additions.add("ALTER TABLE " + quote(table.name()) + " ADD " + constraint(table, foreignKey));
                    drops.add("ALTER TABLE IF EXISTS " + quote(table.name()) + " DROP CONSTRAINT IF EXISTS "
                            + quote(name(table, foreignKey)));
                } else {
                    inline.add(foreignKey);
                }
            }
            creation.add(table(table, inline));
            indexes(table);
        }
        creation.addAll(additions);
        for (Table table : ordered.reversed()) {
            drops.add("DROP TABLE IF EXISTS " + quote(table.name()));
        }
        if (circular && !dialect.addsForeignKeys()) {
            removal = dialect.withoutForeignKeys(drops);
        } else {
            removal = drops;
        }
    }

    List<String> creation() {
        return List.copyOf(creation);
    }

    List<String> removal() {
        return List.copyOf(removal);
    }

    /** Those referred to before those that refer to them, as far as that goes round in no circle. */
    private static List<Table> ordered(List<Table> tables) {
        Map<String, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        Set<Table> ordered = new LinkedHashSet<>();
        Set<Table> begun = new LinkedHashSet<>();
        tables.forEach(table -> append(table, byName, begun, ordered));
        return List.copyOf(ordered);
    }

    private static void append(Table table, Map<String, Table> byName, Set<Table> begun, Set<Table> ordered) {
        if (!begun.add(table)) {
            return;
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            Table target = byName.get(foreignKey.targetTable());
            if (target != null) {
                append(target, byName, begun, ordered);
            }
        }
        ordered.add(table);
    }

    private String table(Table table, List<ForeignKey> inline) {
        List<String> parts = new ArrayList<>();
        boolean keyDone = false;
        for (ColumnAttribute column : table.columns()) {
            boolean identity = column.is(Trait.KEY) && column.is(Trait.GENERATED);
            keyDone |= identity;
            parts.add(quote(column.column()) + " " + (identity ? dialect.identity(column) : definition(column)));
        }
        if (!keyDone) {
            parts.add("PRIMARY KEY " + list(table.key()));
        }
        for (List<String> columns : table.unique()) {
            parts.add("CONSTRAINT " + quote(names.of("uq", table.name(), columns)) + " UNIQUE " + list(columns));
        }
        for (ForeignKey foreignKey : inline) {
            parts.add(constraint(table, foreignKey));
        }
        return "CREATE TABLE " + quote(table.name()) + " (" + String.join(", ", parts) + ")" + dialect.tableOptions();
    }

    private String definition(ColumnAttribute column) {
        String check = dialect.check(column);
        return dialect.columnType(column)
                + (column.is(Trait.NULLABLE) ? "" : " NOT NULL")
                + (check == null ? "" : " CHECK (" + check + ")");
    }

    private String constraint(Table table, ForeignKey foreignKey) {
        return "CONSTRAINT " + quote(name(table, foreignKey)) + " FOREIGN KEY " + list(List.of(foreignKey.column()))
                + " REFERENCES " + quote(foreignKey.targetTable()) + " " + list(List.of(foreignKey.targetColumn()))
                + (foreignKey.cascades() ? " ON DELETE CASCADE" : "");
    }

    private String name(Table table, ForeignKey foreignKey) {
        return names.of("fk", table.name(), List.of(foreignKey.column()));
    }

    private void indexes(Table table) {
        if (dialect.indexesForeignKeys()) {
            return;
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            String column = foreignKey.column();
            if (!table.isIndexed(column)) {
                String name = names.of("ix", table.name(), List.of(column));
                creation.add(
                        "CREATE INDEX " + quote(name) + " ON " + quote(table.name()) + " " + list(List.of(column)));
            }
        }
    }

    private String list(List<String> columns) {
        return columns.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private String quote(String identifier) {
        return dialect.quote(identifier);
    }
}
