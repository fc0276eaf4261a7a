package org.fetchwise.processor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What {@code @Table} says beyond the name.
 *
 * @param uniques the unique constraints over several columns
 * @param indexes the indexes
 */
record ConstraintsModel(List<Unique> uniques, List<Index> indexes) {
    ConstraintsModel {
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
    }

    record Unique(String name, List<String> columns) {
        private String text() {
            return "new ${TableConstraints}.Unique(%s, ${List}.of(%s))"
                    .formatted(
                            Names.literal(name),
                            columns.stream().map(Names::literal).collect(Collectors.joining(", ")));
        }
    }

    record Index(String name, boolean unique, List<IndexedColumn> columns) {
        private String text() {
            return "new ${TableConstraints}.Index(%s, %s, ${List}.of(%s))"
                    .formatted(
                            Names.literal(name),
                            unique,
                            columns.stream().map(IndexedColumn::text).collect(Collectors.joining(", ")));
        }
    }

    record IndexedColumn(String column, boolean descending) {
        private String text() {
            return "new ${TableConstraints}.IndexedColumn(%s, %s)".formatted(Names.literal(column), descending);
        }
    }

    /** {@return the same with columns that a rule names} */
    ConstraintsModel named(UnaryOperator<String> rule) {
        return new ConstraintsModel(
                uniques.stream()
                        .map(unique -> new Unique(
                                unique.name(),
                                unique.columns().stream().map(rule).toList()))
                        .toList(),
                indexes.stream()
                        .map(index -> new Index(
                                index.name(),
                                index.unique(),
                                index.columns().stream()
                                        .map(column ->
                                                new IndexedColumn(rule.apply(column.column()), column.descending()))
                                        .toList()))
                        .toList());
    }

    /** {@return the expression that makes core's record} */
    String text() {
        if (uniques.isEmpty() && indexes.isEmpty()) {
            return "${TableConstraints}.NONE";
        }
        return "new ${TableConstraints}(${List}.of(%s), ${List}.of(%s))"
                .formatted(
                        uniques.stream().map(Unique::text).collect(Collectors.joining(", ")),
                        indexes.stream().map(Index::text).collect(Collectors.joining(", ")));
    }
}
