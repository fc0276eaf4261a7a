package org.fetchwise.processor;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Decides how the values of a field's type stand in a column. */
final class TypeReader {
    private static final String SUPPORTED =
            "Supported are the primitives and their boxes, String, BigDecimal, enums, UUID, "
                    + "byte[], LocalDate, LocalTime, LocalDateTime, Instant and Duration.";

    /** Hibernate's {@code SqlTypes.JSON}, {@code LONGVARCHAR} and {@code LONG32VARCHAR}. */
    private static final int CODE_OF_JSON = 3001;

    private static final int CODE_OF_LONG_TEXT = -1;
    private static final int CODE_OF_LONG_32_TEXT = 4001;

    /** Beyond this many characters Hibernate chooses a text type, too. */
    private static final int LONGEST_VARCHAR = 32_600;

    private static final Map<String, ValueKind> OBJECTS = Map.ofEntries(
            Map.entry("java.lang.Boolean", ValueKind.BOOLEAN),
            Map.entry("java.lang.Byte", ValueKind.BYTE),
            Map.entry("java.lang.Short", ValueKind.SHORT),
            Map.entry("java.lang.Integer", ValueKind.INTEGER),
            Map.entry("java.lang.Long", ValueKind.LONG),
            Map.entry("java.lang.Float", ValueKind.FLOAT),
            Map.entry("java.lang.Double", ValueKind.DOUBLE),
            Map.entry("java.lang.Character", ValueKind.CHARACTER),
            Map.entry("java.lang.String", ValueKind.STRING),
            Map.entry("java.math.BigDecimal", ValueKind.DECIMAL),
            Map.entry("java.util.UUID", ValueKind.UUID),
            Map.entry("java.time.LocalDate", ValueKind.DATE),
            Map.entry("java.time.LocalTime", ValueKind.TIME),
            Map.entry("java.time.LocalDateTime", ValueKind.DATE_TIME),
            Map.entry("java.time.Instant", ValueKind.INSTANT),
            Map.entry("java.time.Duration", ValueKind.DURATION));

    private static final Map<TypeKind, ColumnType> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, primitive(ValueKind.BOOLEAN, "Boolean", "boolean"),
            TypeKind.BYTE, primitive(ValueKind.BYTE, "Byte", "byte"),
            TypeKind.SHORT, primitive(ValueKind.SHORT, "Short", "short"),
            TypeKind.INT, primitive(ValueKind.INTEGER, "Integer", "int"),
            TypeKind.LONG, primitive(ValueKind.LONG, "Long", "long"),
            TypeKind.FLOAT, primitive(ValueKind.FLOAT, "Float", "float"),
            TypeKind.DOUBLE, primitive(ValueKind.DOUBLE, "Double", "double"),
            TypeKind.CHAR, primitive(ValueKind.CHARACTER, "Character", "char"));

    private static final Map<String, String> ADVICE = advice();

    private final Viewpoint viewpoint;
    private final Problems problems;

    TypeReader(Viewpoint viewpoint, Problems problems) {
        this.viewpoint = viewpoint;
        this.problems = problems;
    }

    /** {@return the type of a field's column, or null after the problem was reported} */
    @Nullable
    ColumnType read(VariableElement field) {
        TypeMirror type = viewpoint.typeOf(field);
        ColumnType primitive = PRIMITIVES.get(type.getKind());
        if (primitive != null) {
            return primitive;
        }
        String text = TypeText.erased(type);
        if (text.equals("byte[]")) {
            return new ColumnType(ValueKind.BYTES, text, "");
        }
        if (type.getKind() == TypeKind.DECLARED
                && type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element) {
            return read(field, element, text);
        }
        if (type.getKind() != TypeKind.ERROR) {
            problems.error(field, unsupported(field, type.toString()));
        }
        return null;
    }

    private @Nullable ColumnType read(VariableElement field, TypeElement type, String text) {
        if (type.getKind() == ElementKind.ENUM) {
            if (!ClassRules.canBeNamed(type)) {
                problems.error(
                        field,
                        Enclosing.describe(field) + " has a private enum, which generated code cannot name. Make "
                                + type.getSimpleName() + " package-private.");
                return null;
            }
            AnnotationView enumerated = AnnotationView.find(field, Jpa.ENUMERATED);
            boolean byName =
                    enumerated != null && enumerated.constant("value", "").equals("STRING");
            return new ColumnType(byName ? ValueKind.ENUM_BY_NAME : ValueKind.ENUM_BY_ORDINAL, text, "");
        }
        ValueKind kind = OBJECTS.get(type.getQualifiedName().toString());
        if (kind != null) {
            return new ColumnType(kind == ValueKind.STRING ? textKind(field) : kind, text, "");
        }
        problems.error(field, unsupported(field, type.getQualifiedName().toString()));
        return null;
    }

    private static ValueKind textKind(VariableElement field) {
        AnnotationView code = AnnotationView.find(field, Jpa.HIBERNATE_JDBC_TYPE_CODE);
        int sqlType = code == null ? 0 : code.number("value", 0);
        if (AnnotationView.isPresent(field, Jpa.JSON) || sqlType == CODE_OF_JSON) {
            return ValueKind.JSON;
        }
        AnnotationView column = AnnotationView.find(field, Jpa.COLUMN);
        boolean longText = column != null
                && (column.string("columnDefinition", "").equalsIgnoreCase("text")
                        || column.number("length", 0) > LONGEST_VARCHAR);
        return longText || sqlType == CODE_OF_LONG_TEXT || sqlType == CODE_OF_LONG_32_TEXT
                ? ValueKind.TEXT
                : ValueKind.STRING;
    }

    private static String unsupported(VariableElement field, String type) {
        String start = Enclosing.describe(field) + " has the type " + type + ", which is not supported. ";
        return start + ADVICE.getOrDefault(type, SUPPORTED + " Mark the field @Transient if it is not to be stored.");
    }

    private static ColumnType primitive(ValueKind kind, String boxed, String name) {
        return new ColumnType(kind, "${java.lang:" + boxed + "}", name);
    }

    private static Map<String, String> advice() {
        Map<String, String> advice = new HashMap<>();
        for (String instant : new String[] {
            "java.util.Date",
            "java.util.Calendar",
            "java.sql.Timestamp",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime"
        }) {
            advice.put(
                    instant,
                    "Declare java.time.Instant: instants are kept in UTC, and a query names the zone it shows.");
        }
        advice.put("java.sql.Date", "Declare java.time.LocalDate.");
        advice.put("java.sql.Time", "Declare java.time.LocalTime.");
        advice.put("java.math.BigInteger", "Declare java.math.BigDecimal with @Column(precision = …, scale = 0).");
        return Map.copyOf(advice);
    }
}
