package org.fetchwise.processor;

/**
 * Who makes the keys of an entity.
 *
 * @param kind the name of the record in core's {@code KeyGeneration}
 * @param arguments the arguments of its constructor, in text
 */
record GenerationModel(String kind, String arguments) {
    static final GenerationModel ASSIGNED = new GenerationModel("Assigned", "");
    static final GenerationModel IDENTITY = new GenerationModel("Identity", "");
    static final GenerationModel RANDOM_UUID = new GenerationModel("RandomUuid", "");

    static GenerationModel sequence(String name, int initial, int increment) {
        return new GenerationModel("Sequence", "%s, %d, %d".formatted(Names.literal(name), initial, increment));
    }

    static GenerationModel tableRow(
            String table, String nameColumn, String valueColumn, String row, int initial, int increment) {
        return new GenerationModel(
                "TableRow",
                "%s, %s, %s, %s, %d, %d"
                        .formatted(
                                Names.literal(table),
                                Names.literal(nameColumn),
                                Names.literal(valueColumn),
                                Names.literal(row),
                                initial,
                                increment));
    }

    /** {@return the expression that makes core's record} */
    String text() {
        return "new ${KeyGeneration}.%s(%s)".formatted(kind, arguments);
    }
}
