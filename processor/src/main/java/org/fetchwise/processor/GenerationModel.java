package org.fetchwise.processor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who makes the keys of an entity.
 *
 * @param kind the name of the record in core's {@code KeyGeneration}
 * @param names the names of a sequence, or of a table and its columns
 * @param row the name of a generator within its table, empty where there is none
 * @param numbers the first key and the increment, empty where there are none
 */
record GenerationModel(String kind, List<String> names, String row, List<Integer> numbers) {
    static final GenerationModel ASSIGNED = new GenerationModel("Assigned", List.of(), "", List.of());
    static final GenerationModel IDENTITY = new GenerationModel("Identity", List.of(), "", List.of());
    static final GenerationModel RANDOM_UUID = new GenerationModel("RandomUuid", List.of(), "", List.of());

    GenerationModel {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
    }

    static GenerationModel sequence(String name, int initial, int increment) {
        return new GenerationModel("Sequence", List.of(name), "", List.of(initial, increment));
    }

    static GenerationModel tableRow(
            String table, String nameColumn, String valueColumn, String row, int initial, int increment) {
        return new GenerationModel(
                "TableRow", List.of(table, nameColumn, valueColumn), row, List.of(initial, increment));
    }

    /** {@return the same with names that a rule gives} */
    GenerationModel named(UnaryOperator<String> rule) {
        return new GenerationModel(kind, names.stream().map(rule).toList(), row, numbers);
    }

    /** {@return the expression that makes core's record} */
    String text() {
        Stream<String> texts = row.isEmpty() ? names.stream() : Stream.concat(names.stream(), Stream.of(row));
        return Stream.concat(texts.map(Names::literal), numbers.stream().map(String::valueOf))
                .collect(Collectors.joining(", ", "new ${KeyGeneration}." + kind + "(", ")"));
    }
}
