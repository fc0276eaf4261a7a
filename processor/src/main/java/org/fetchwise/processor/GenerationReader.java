package org.fetchwise.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads who makes the keys of an entity: {@code @GeneratedValue} and the generator that it names. What is not said is as
 * Hibernate 7.4 has it, so that both take keys from the same sequences and tables.
 */
final class GenerationReader {
    /** The table of generators that name none. */
    private static final String COMMON_TABLE = "hibernate_sequences";

    /** What {@code SequenceGenerator} and {@code TableGenerator} say where they say nothing. */
    private static final int DEFAULT_INCREMENT = 50;

    private final Elements elements;
    private final Problems problems;

    GenerationReader(Elements elements, Problems problems) {
        this.elements = elements;
        this.problems = problems;
    }

    /**
     * {@return who makes the keys; a problem is reported, and the best guess is returned}
     *
     * @param entity the entity
     * @param table its table, without a schema
     * @param field the field of its key
     * @param type the type of its key, or null where it cannot be read
     */
    GenerationModel read(TypeElement entity, String table, VariableElement field, @Nullable ColumnType type) {
        AnnotationView value = AnnotationView.find(field, Jpa.GENERATED_VALUE);
        if (value == null || type == null) {
            return GenerationModel.ASSIGNED;
        }
        String name = value.string("generator", "");
        AnnotationView sequence = generator(entity, field, Jpa.SEQUENCE_GENERATOR, name);
        AnnotationView row = generator(entity, field, Jpa.TABLE_GENERATOR, name);
        String strategy = value.constant("strategy", "AUTO");
        if (!name.isEmpty() && sequence == null && row == null) {
            problems.error(field, value.mirror(), unknown(field, name));
            return GenerationModel.ASSIGNED;
        }
        String contradiction = contradiction(strategy, name, sequence, row);
        if (contradiction != null) {
            problems.error(field, value.mirror(), Enclosing.describe(field) + contradiction);
            return GenerationModel.ASSIGNED;
        }
        return switch (strategy) {
            case "IDENTITY" -> GenerationModel.IDENTITY;
            case "UUID" -> GenerationModel.RANDOM_UUID;
            case "SEQUENCE" -> sequence(field, table, sequence);
            case "TABLE" -> tableRow(field, table, row);
            default -> automatic(field, type, table, sequence, row);
        };
    }

    private GenerationModel automatic(
            VariableElement field,
            ColumnType type,
            String table,
            @Nullable AnnotationView sequence,
            @Nullable AnnotationView row) {
        if (type.kind() == ValueKind.UUID) {
            return GenerationModel.RANDOM_UUID;
        }
        return row != null && sequence == null ? tableRow(field, table, row) : sequence(field, table, sequence);
    }

    private GenerationModel sequence(VariableElement field, String table, @Nullable AnnotationView generator) {
        if (generator == null) {
            return GenerationModel.sequence(table + "_SEQ", 1, DEFAULT_INCREMENT);
        }
        String name = generator.string("sequenceName", generator.string("name", table + "_SEQ"));
        return GenerationModel.sequence(
                Qualified.name(generator, name), generator.number("initialValue", 1), increment(field, generator));
    }

    private GenerationModel tableRow(VariableElement field, String table, @Nullable AnnotationView generator) {
        if (generator == null) {
            return GenerationModel.tableRow(COMMON_TABLE, "sequence_name", "next_val", "default", 1, DEFAULT_INCREMENT);
        }
        String name = generator.string("table", generator.string("name", COMMON_TABLE));
        return GenerationModel.tableRow(
                Qualified.name(generator, name),
                generator.string("pkColumnName", "sequence_name"),
                generator.string("valueColumnName", "next_val"),
                generator.string("pkColumnValue", table),
                // The annotation says what was taken last, before the first.
                generator.number("initialValue", 0) + 1,
                increment(field, generator));
    }

    private int increment(VariableElement field, AnnotationView generator) {
        int increment = generator.number("allocationSize", DEFAULT_INCREMENT);
        if (increment < 1) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " has a generator with allocationSize = " + increment
                            + ". Write at least 1.");
        }
        return increment;
    }

    /** The generator of a name, or the only one there is where none is named; what stands nearer to the field comes first. */
    private @Nullable AnnotationView generator(
            TypeElement entity, VariableElement field, String annotation, String name) {
        return Stream.of(field, Enclosing.type(field), entity, elements.getPackageOf(entity))
                .flatMap(element -> declared(element, annotation).stream())
                .filter(generator ->
                        name.isEmpty() || generator.string("name", "").equals(name))
                .findFirst()
                .orElse(null);
    }

    private static List<AnnotationView> declared(Element element, String annotation) {
        AnnotationView several = AnnotationView.find(element, annotation + "s");
        if (several != null) {
            return several.annotations("value");
        }
        AnnotationView one = AnnotationView.find(element, annotation);
        return one == null ? List.of() : List.of(one);
    }

    private static String unknown(VariableElement field, String name) {
        return Enclosing.describe(field) + " is generated by '" + name
                + "', but neither the field nor its class nor its "
                + "package declares such a generator. Write @SequenceGenerator(name = \"" + name
                + "\") or @TableGenerator(name = \"" + name + "\") on the field.";
    }

    /** What two annotations say that cannot both hold, or null. */
    private static @Nullable String contradiction(
            String strategy, String name, @Nullable AnnotationView sequence, @Nullable AnnotationView row) {
        if (name.isEmpty()) {
            return null;
        }
        return switch (strategy) {
            case "SEQUENCE" ->
                sequence == null
                        ? " is generated by a sequence, but '" + name + "' is a @TableGenerator. Write "
                                + "strategy = GenerationType.TABLE."
                        : null;
            case "TABLE" ->
                row == null
                        ? " is generated by a table, but '" + name + "' is a @SequenceGenerator. Write "
                                + "strategy = GenerationType.SEQUENCE."
                        : null;
            case "IDENTITY", "UUID" ->
                " is generated by GenerationType." + strategy.toUpperCase(Locale.ROOT)
                        + ", which uses no generator. Remove generator = \"" + name + "\", or the strategy.";
            default -> null;
        };
    }

    /** {@return the strategies that make a key of a type; empty where none does} */
    static Set<String> strategiesFor(ValueKind kind) {
        return switch (kind) {
            case BYTE, SHORT, INTEGER, LONG -> Set.of("AUTO", "IDENTITY", "SEQUENCE", "TABLE");
            case UUID -> Set.of("AUTO", "UUID");
            case STRING -> Set.of("UUID");
            case BOOLEAN,
                    FLOAT,
                    DOUBLE,
                    DECIMAL,
                    BIG_INTEGER,
                    TEXT,
                    CHARACTER,
                    BYTES,
                    DATE,
                    TIME,
                    DATE_TIME,
                    INSTANT,
                    OFFSET_DATE_TIME,
                    ZONED_DATE_TIME,
                    YEAR,
                    DURATION,
                    CURRENCY,
                    LOCALE,
                    ZONE_ID,
                    ZONE_OFFSET,
                    TIME_ZONE,
                    URL,
                    JSON,
                    ENUM_BY_NAME,
                    ENUM_BY_ORDINAL,
                    ENUM_BY_VALUE,
                    CONVERTED,
                    LEGACY_TIME,
                    JSON_OBJECT,
                    ARRAY,
                    TEXT_ARRAY -> Set.of();
        };
    }
}
