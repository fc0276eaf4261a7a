package org.fetchwise.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.TypeFamily;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.KeyGeneration.TableRow;
import org.fetchwise.meta.TableConstraints.Index;
import org.fetchwise.meta.TableConstraints.IndexedColumn;
import org.fetchwise.meta.TableConstraints.Unique;
import org.fetchwise.schema.Difference.Kind;
import org.fetchwise.schema.Table.ForeignKey;

/** Compares the tables of entities with those of a database. Mutable; serves one comparison. */
final class Validation {
    private final Dialect dialect;
    private final LiveSchema live;
    private final List<Difference> differences = new ArrayList<>();

    Validation(Dialect dialect, LiveSchema live) {
        this.dialect = dialect;
        this.live = live;
    }

    SchemaDifferences compare(List<Table> tables, Generators generators) throws SQLException {
        Map<LiveSchema.Place, Set<String>> known = new LinkedHashMap<>();
        for (Table table : tables) {
            LiveSchema.Place place = live.placeOf(table.name());
            String name = LiveSchema.simpleName(table.name());
            known.computeIfAbsent(place, missing -> new HashSet<>()).add(name);
            Set<String> there = live.tables(place);
            if (there.contains(name)) {
                compare(table, live.table(place, name));
            } else {
                add(
                        Kind.MISSING_TABLE,
                        table,
                        "",
                        "The table " + table.name() + " is missing" + otherCase(there, name));
            }
        }
        generators(generators, known);
        for (Map.Entry<LiveSchema.Place, Set<String>> place : known.entrySet()) {
            for (String name : live.tables(place.getKey())) {
                if (!place.getValue().contains(name)) {
                    differences.add(
                            new Difference(Kind.EXTRA_TABLE, name, "", "The table " + name + " belongs to no entity."));
                }
            }
        }
        return new SchemaDifferences(differences);
    }

    private static String otherCase(Set<String> names, String wanted) {
        return names.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(name ->
                        "; there is " + name + ", and names are quoted, so that their case matters. Write the name "
                                + "as the database has it.")
                .orElse(".");
    }

    private void generators(Generators generators, Map<LiveSchema.Place, Set<String>> known) throws SQLException {
        Set<String> sequences = dialect.hasSequences() ? live.sequences() : Set.of();
        for (String name : generators.sequences().keySet()) {
            boolean there =
                    dialect.hasSequences() ? sequences.contains(LiveSchema.simpleName(name)) : isTable(name, known);
            if (!there) {
                differences.add(new Difference(
                        Kind.MISSING_GENERATOR,
                        name,
                        "",
                        "The " + (dialect.hasSequences() ? "sequence " : "table ") + name
                                + ", which keys are taken from, is missing."));
            }
        }
        for (Map.Entry<String, Set<TableRow>> rows : generators.rows().entrySet()) {
            if (!isTable(rows.getKey(), known)) {
                differences.add(new Difference(
                        Kind.MISSING_GENERATOR,
                        rows.getKey(),
                        "",
                        "The table " + rows.getKey() + ", which keys are taken from, is missing."));
            }
        }
    }

    private boolean isTable(String name, Map<LiveSchema.Place, Set<String>> known) throws SQLException {
        LiveSchema.Place place = live.placeOf(name);
        String simple = LiveSchema.simpleName(name);
        known.computeIfAbsent(place, missing -> new HashSet<>()).add(simple);
        return live.tables(place).contains(simple);
    }

    private void compare(Table table, LiveTable there) {
        Set<String> named = new HashSet<>();
        for (ColumnAttribute column : table.columns()) {
            named.add(column.column());
            LiveTable.Column found = there.columns().get(column.column());
            if (found == null) {
                add(
                        Kind.MISSING_COLUMN,
                        table,
                        column.column(),
                        where(table, column.column()) + " is missing"
                                + otherCase(there.columns().keySet(), column.column()));
            } else {
                compare(table, column, found);
            }
        }
        there.columns().keySet().stream()
                .sorted()
                .filter(name -> !named.contains(name))
                .forEach(name -> add(Kind.EXTRA_COLUMN, table, name, where(table, name) + " belongs to no attribute."));
        keys(table, there);
    }

    private void compare(Table table, ColumnAttribute column, LiveTable.Column found) {
        String wanted = column.definition() == null ? dialect.columnType(column) : column.definition();
        TypeFamily family = dialect.family(wanted);
        if (family != TypeFamily.OTHER && family != dialect.family(found.type())) {
            add(
                    Kind.OTHER_TYPE,
                    table,
                    column.column(),
                    where(table, column.column()) + " is " + found.type() + ", not " + wanted + ".");
        }
        boolean nullable = column.is(Trait.NULLABLE);
        if (!table.key().contains(column.column()) && nullable != found.nullable()) {
            add(
                    Kind.OTHER_NULLABILITY,
                    table,
                    column.column(),
                    where(table, column.column())
                            + (nullable
                                    ? " is NOT NULL, but the attribute may be null."
                                    : " may be NULL, but the attribute may not."));
        }
    }

    private void keys(Table table, LiveTable there) {
        if (!Set.copyOf(there.key()).equals(Set.copyOf(table.key()))) {
            add(
                    Kind.OTHER_KEY,
                    table,
                    String.join(", ", table.key()),
                    "The key of " + table.name() + " is " + there.key() + ", not " + table.key() + ".");
        }
        for (Unique unique : table.unique()) {
            if (!there.isUnique(unique.columns())) {
                missing(Kind.MISSING_UNIQUE, table, unique.columns(), "a unique constraint over ");
            }
        }
        for (Index index : table.indexes()) {
            List<String> columns =
                    index.columns().stream().map(IndexedColumn::column).toList();
            if (index.unique() ? !there.isUnique(columns) : !there.isIndexed(columns)) {
                missing(Kind.MISSING_INDEX, table, columns, index.unique() ? "a unique index over " : "an index over ");
            }
        }
        for (ForeignKey foreignKey : table.foreignKeys()) {
            String target = LiveSchema.simpleName(foreignKey.targetTable()) + ".";
            for (int at = 0; at < foreignKey.columns().size(); at++) {
                String column = foreignKey.columns().get(at);
                String to = target + foreignKey.targetColumns().get(at);
                if (!there.foreignKeys().getOrDefault(column, Set.of()).contains(to)) {
                    missing(Kind.MISSING_FOREIGN_KEY, table, List.of(column), "a reference to " + to + " from ");
                }
            }
            if (!there.isIndexed(foreignKey.columns())) {
                missing(Kind.MISSING_INDEX, table, foreignKey.columns(), "an index over the reference ");
            }
        }
    }

    private void missing(Kind kind, Table table, List<String> columns, String what) {
        String named = String.join(", ", columns);
        add(kind, table, named, "The table " + table.name() + " lacks " + what + named + ".");
    }

    private static String where(Table table, String column) {
        return "The column " + table.name() + "." + column;
    }

    private void add(Kind kind, Table table, String subject, String message) {
        differences.add(new Difference(kind, table.name(), subject, message));
    }
}
