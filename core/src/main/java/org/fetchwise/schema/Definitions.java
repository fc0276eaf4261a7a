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
import org.fetchwise.meta.TableConstraints.Index;
import org.fetchwise.meta.TableConstraints.IndexedColumn;
import org.fetchwise.meta.TableConstraints.Unique;
import org.fetchwise.schema.Table.ForeignKey;

/** Writes the statements that create and drop tables: a table after those that it refers to, and away before them. */
final class Definitions {
    private final Dialect dialect;
    private final List<Table> ordered;
    private final ConstraintNames names = new ConstraintNames();

    Definitions(Dialect dialect, List<Table> tables) {
        this.dialect = dialect;
        this.ordered = ordered(tables);
        // Of two things that would have the same name the first keeps it: so all get theirs here, in one order.
        ordered.forEach(table -> table.foreignKeys().forEach(foreignKey -> name(table, foreignKey)));
    }

    List<String> creation() {
        List<String> statements = new ArrayList<>();
        List<String> additions = new ArrayList<>();
        for (Table table : ordered) {
            List<ForeignKey> inline = new ArrayList<>(table.foreignKeys());
            if (dialect.addsForeignKeys()) {
                List<ForeignKey> later = ahead(table);
                inline.removeAll(later);
                later.forEach(foreignKey -> additions.add(
                        "ALTER TABLE " + dialect.table(table.name()) + " ADD " + constraint(table, foreignKey)));
            }
            statements.add(table(table, inline));
            statements.addAll(indexes(table));
        }
        statements.addAll(additions);
        return statements;
    }

    List<String> removal() {
        List<String> constraints = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        for (Table table : ordered.reversed()) {
            for (ForeignKey foreignKey : ahead(table)) {
                constraints.add("ALTER TABLE IF EXISTS " + dialect.table(table.name()) + " DROP CONSTRAINT IF EXISTS "
                        + quote(name(table, foreignKey)));
            }
            tables.add("DROP TABLE IF EXISTS " + dialect.table(table.name()));
        }
        if (constraints.isEmpty() || !dialect.dropsForeignKeys()) {
            return constraints.isEmpty() ? tables : dialect.withoutForeignKeys(tables);
        }
        constraints.addAll(tables);
        return constraints;
    }

    /** The references of a table to those that come after it. */
    private List<ForeignKey> ahead(Table table) {
        List<String> after = ordered.subList(ordered.indexOf(table) + 1, ordered.size()).stream()
                .map(Table::name)
                .toList();
        return table.foreignKeys().stream()
                .filter(foreignKey -> after.contains(foreignKey.targetTable()))
                .toList();
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
        if (!keyDone && !table.key().isEmpty()) {
            parts.add("PRIMARY KEY " + list(table.key()));
        }
        for (Unique unique : table.unique()) {
            parts.add("CONSTRAINT " + quote(name(table, unique)) + " UNIQUE " + list(unique.columns()));
        }
        for (ForeignKey foreignKey : inline) {
            parts.add(constraint(table, foreignKey));
        }
        return "CREATE TABLE " + dialect.table(table.name()) + " (" + String.join(", ", parts) + ")"
                + dialect.tableOptions();
    }

    private String definition(ColumnAttribute column) {
        String check = dialect.check(column);
        return (column.definition() == null ? dialect.columnType(column) : column.definition())
                + (column.is(Trait.NULLABLE) ? "" : " NOT NULL")
                + (check == null ? "" : " CHECK (" + check + ")");
    }

    private String constraint(Table table, ForeignKey foreignKey) {
        return "CONSTRAINT " + quote(name(table, foreignKey)) + " FOREIGN KEY " + list(foreignKey.columns())
                + " REFERENCES " + dialect.table(foreignKey.targetTable()) + " "
                + list(foreignKey.targetColumns())
                + (foreignKey.cascades() ? " ON DELETE CASCADE" : "");
    }

    private String name(Table table, ForeignKey foreignKey) {
        return foreignKey.name().isEmpty() ? names.of("fk", table.name(), foreignKey.columns()) : foreignKey.name();
    }

    private String name(Table table, Unique unique) {
        return unique.name().isEmpty() ? names.of("uq", table.name(), unique.columns()) : unique.name();
    }

    private List<String> indexes(Table table) {
        List<String> statements = new ArrayList<>();
        for (Index index : table.indexes()) {
            List<String> columns =
                    index.columns().stream().map(IndexedColumn::column).toList();
            String name = index.name().isEmpty()
                    ? names.of(index.unique() ? "uq" : "ix", table.name(), columns)
                    : index.name();
            statements.add(
                    "CREATE " + (index.unique() ? "UNIQUE INDEX " : "INDEX ") + dialect.indexName(table.name(), name)
                            + " ON " + dialect.indexedTable(table.name())
                            + index.columns().stream()
                                    .map(column -> quote(column.column()) + (column.descending() ? " DESC" : ""))
                                    .collect(Collectors.joining(", ", " (", ")")));
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            List<String> columns = foreignKey.columns();
            if (!dialect.indexesForeignKeys() && !table.isIndexed(columns)) {
                String name = names.of("ix", table.name(), columns);
                statements.add("CREATE INDEX " + dialect.indexName(table.name(), name) + " ON "
                        + dialect.indexedTable(table.name()) + " " + list(columns));
            }
        }
        return statements;
    }

    private String list(List<String> columns) {
        return columns.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    private String quote(String identifier) {
        return dialect.quote(identifier);
    }
}
