package org.fetchwise.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.KeyGeneration.Sequence;
import org.fetchwise.meta.KeyGeneration.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * What keys are taken from: sequences, tables that stand for a sequence where the database has none, and tables of named
 * generators. Several entities may share one.
 *
 * @param dialect the database
 * @param sequences by name
 * @param rows the rows of tables, by table
 */
record Generators(Dialect dialect, Map<String, Sequence> sequences, Map<String, Set<TableRow>> rows) {
    /** {@return those of entities} */
    static Generators of(Dialect dialect, List<EntityMeta<?>> entities) {
        Map<String, Sequence> sequences = new LinkedHashMap<>();
        Map<String, Set<TableRow>> rows = new LinkedHashMap<>();
        for (EntityMeta<?> entity : entities) {
            switch (entity.keyGeneration()) {
                case Sequence sequence ->
                    agree(entity, sequence.name(), sequences.putIfAbsent(sequence.name(), sequence), sequence);
                case TableRow row -> {
                    Set<TableRow> sameTable = rows.computeIfAbsent(row.table(), table -> new LinkedHashSet<>());
                    for (TableRow other : sameTable) {
                        agree(entity, row.table(), withRowOf(other, row), row);
                    }
                    sameTable.add(row);
                }
                case KeyGeneration.Assigned assigned -> {}
                case KeyGeneration.Identity identity -> {}
                case KeyGeneration.RandomUuid uuid -> {}
            }
        }
        return new Generators(dialect, sequences, rows);
    }

    /** Of two rows of one table, whatever may differ is taken from the second. */
    private static TableRow withRowOf(TableRow table, TableRow row) {
        return table.row().equals(row.row())
                ? table
                : new TableRow(
                        table.table(),
                        table.nameColumn(),
                        table.valueColumn(),
                        row.row(),
                        row.initial(),
                        row.increment());
    }

    private static void agree(EntityMeta<?> entity, String name, @Nullable KeyGeneration first, KeyGeneration second) {
        if (first != null && !first.equals(second)) {
            throw new MappingException(
                    "The keys of " + entity + " come from " + name
                            + ", which another entity describes otherwise. Declare the generator alike in both, or name another.");
        }
    }

    List<String> creation() {
        List<String> statements = new ArrayList<>();
        for (Sequence sequence : sequences.values()) {
            if (dialect.hasSequences()) {
                statements.add(dialect.createSequence(sequence));
            } else {
                String table = dialect.table(sequence.name());
                statements.add("CREATE TABLE " + table + " (" + dialect.quote(Sequence.NEXT_VALUE) + " BIGINT)"
                        + dialect.tableOptions());
                statements.add("INSERT INTO " + table + " VALUES (" + sequence.initial() + ")");
            }
        }
        rows.forEach((table, inside) -> {
            TableRow first = inside.iterator().next();
            String name = dialect.quote(first.nameColumn());
            String value = dialect.quote(first.valueColumn());
            statements.add("CREATE TABLE " + dialect.table(table) + " (" + name + " VARCHAR(255) NOT NULL, " + value
                    + " BIGINT, PRIMARY KEY (" + name + "))" + dialect.tableOptions());
            for (TableRow row : inside) {
                statements.add("INSERT INTO " + dialect.table(table) + " (" + name + ", " + value + ") VALUES ("
                        + dialect.literal(row.row()) + ", " + (row.initial() - 1) + ")");
            }
        });
        return statements;
    }

    List<String> removal() {
        List<String> statements = new ArrayList<>();
        String kind = dialect.hasSequences() ? "SEQUENCE" : "TABLE";
        sequences.keySet().forEach(name -> statements.add("DROP " + kind + " IF EXISTS " + dialect.table(name)));
        rows.keySet().forEach(table -> statements.add("DROP TABLE IF EXISTS " + dialect.table(table)));
        return statements;
    }
}
