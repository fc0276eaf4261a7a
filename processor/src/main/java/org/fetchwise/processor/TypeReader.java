package org.fetchwise.processor;

import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Decides how the values of a field's type stand in a column. */
final class TypeReader {
    private static final String SUPPORTED =
            "Supported are the primitives and their boxes, String, BigDecimal, BigInteger, enums, UUID, byte[],"
                    + " LocalDate, LocalTime, LocalDateTime, Instant, OffsetDateTime, ZonedDateTime, Year and Duration,"
                    + " arrays, lists and sets of them, Currency, Locale, ZoneId, ZoneOffset, TimeZone, URL,"
                    + " java.util.Date, Calendar, and the Date, Time and Timestamp of java.sql; @Convert stores anything"
                    + " as one of these, and @Json as a document.";

    /** Hibernate's {@code SqlTypes.JSON}, {@code LONGVARCHAR} and {@code LONG32VARCHAR}. */
    private static final int CODE_OF_JSON = 3001;

    private static final int CODE_OF_LONG_TEXT = -1;
    private static final int CODE_OF_LONG_32_TEXT = 4001;

    /** Hibernate's {@code SqlTypes.LONG32VARBINARY}, which keeps the bytes of a {@code @Lob} in the row on PostgreSQL, too. */
    private static final int CODE_OF_LONG_32_BYTES = 4003;

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
            Map.entry("java.math.BigInteger", ValueKind.BIG_INTEGER),
            Map.entry("java.time.OffsetDateTime", ValueKind.OFFSET_DATE_TIME),
            Map.entry("java.time.ZonedDateTime", ValueKind.ZONED_DATE_TIME),
            Map.entry("java.time.Year", ValueKind.YEAR),
            Map.entry("java.util.UUID", ValueKind.UUID),
            Map.entry("java.time.LocalDate", ValueKind.DATE),
            Map.entry("java.time.LocalTime", ValueKind.TIME),
            Map.entry("java.time.LocalDateTime", ValueKind.DATE_TIME),
            Map.entry("java.time.Instant", ValueKind.INSTANT),
            Map.entry("java.time.Duration", ValueKind.DURATION),
            Map.entry("java.util.Currency", ValueKind.CURRENCY),
            Map.entry("java.util.Locale", ValueKind.LOCALE),
            Map.entry("java.time.ZoneId", ValueKind.ZONE_ID),
            Map.entry("java.time.ZoneOffset", ValueKind.ZONE_OFFSET),
            Map.entry("java.util.TimeZone", ValueKind.TIME_ZONE),
            Map.entry("java.net.URL", ValueKind.URL));

    private static final Map<TypeKind, ColumnType> PRIMITIVES = Map.of(
            TypeKind.BOOLEAN, primitive(ValueKind.BOOLEAN, "Boolean", "boolean"),
            TypeKind.BYTE, primitive(ValueKind.BYTE, "Byte", "byte"),
            TypeKind.SHORT, primitive(ValueKind.SHORT, "Short", "short"),
            TypeKind.INT, primitive(ValueKind.INTEGER, "Integer", "int"),
            TypeKind.LONG, primitive(ValueKind.LONG, "Long", "long"),
            TypeKind.FLOAT, primitive(ValueKind.FLOAT, "Float", "float"),
            TypeKind.DOUBLE, primitive(ValueKind.DOUBLE, "Double", "double"),
            TypeKind.CHAR, primitive(ValueKind.CHARACTER, "Character", "char"));

    /** What is kept in an array besides arrays, and what core's {@code ValueType} calls it. */
    private static final Map<String, String> COLLECTIONS =
            Map.of("${java.util:List}", "list", "${java.util:Set}", "set");

    private final Viewpoint viewpoint;
    private final Problems problems;

    TypeReader(Viewpoint viewpoint, Problems problems) {
        this.viewpoint = viewpoint;
        this.problems = problems;
    }

    /** {@return the type of a field's column, or null after the problem was reported} */
    @Nullable
    ColumnType read(VariableElement field) {
        return readOf(field, viewpoint.typeOf(field));
    }

    /** {@return the type of the column of a field's values, which its elements may be, or null after the problem was reported} */
    @Nullable
    ColumnType readOf(VariableElement field, TypeMirror type) {
        ConverterReader converters = new ConverterReader(viewpoint, problems);
        ConverterReader.Converter converter = converters.find(field, type);
        return converter == null ? read(field, type) : converted(field, type, converter);
    }

    /** {@return the type of the column of a map's keys, or null after the problem was reported} */
    @Nullable
    ColumnType readMapKey(VariableElement field, TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String text = TypeText.erased(type);
            if (element.getKind() == ElementKind.ENUM) {
                return new EnumReader(problems)
                        .readMapKey(field, element, text, Enclosing.packageName(viewpoint.element()));
            }
            ValueKind kind = OBJECTS.get(element.getQualifiedName().toString());
            if (kind != null) {
                return ColumnType.of(kind, text);
            }
        }
        problems.error(
                field,
                Enclosing.describe(field) + " has keys of the type " + TypeText.simple(type)
                        + ", which do not stand in one column. Declare keys that are single values.");
        return null;
    }

    private @Nullable ColumnType converted(
            VariableElement field, TypeMirror type, ConverterReader.Converter converter) {
        ColumnType stored = read(field, converter.stored());
        if (stored == null) {
            return null;
        }
        ColumnType primitive = PRIMITIVES.get(type.getKind());
        String boxed = primitive == null ? TypeText.cast(type) : primitive.boxed();
        String name = TypeName.of(converter.type()).toString();
        return new ColumnType(
                ValueKind.CONVERTED,
                stored.stored(),
                boxed,
                primitive == null ? TypeText.of(type) : boxed,
                primitive == null ? "" : primitive.primitive(),
                "${ValueType}.converted(%s.class, %s, new %s(), %s::convertToDatabaseColumn, %s::convertToEntityAttribute)"
                        .formatted(
                                primitive == null ? TypeText.erased(type) : boxed,
                                stored.isDefined()
                                        ? stored.definition()
                                        : "${ValueType}." + stored.kind().constant(),
                                name,
                                name,
                                name));
    }

    private @Nullable ColumnType read(VariableElement field, TypeMirror type) {
        ColumnType primitive = PRIMITIVES.get(type.getKind());
        if (primitive != null) {
            return primitive;
        }
        String text = TypeText.erased(type);
        if (text.equals("byte[]")) {
            return ColumnType.of(ValueKind.BYTES, text);
        }
        if (isJson(field) && !text.equals("${java.lang:String}")) {
            return new ColumnType(
                    ValueKind.JSON_OBJECT,
                    ValueKind.JSON_OBJECT,
                    TypeText.cast(type),
                    TypeText.of(type),
                    "",
                    "${ValueType}.json(%s.class, %s)".formatted(text, JsonTypeText.of(type)));
        }
        TypeMirror held = elementOf(type);
        if (held != null) {
            return array(field, type, held);
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

    /** {@return the type of what an array, a list or a set holds, or null where a type is none of them} */
    private static @Nullable TypeMirror elementOf(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return array.getComponentType();
        }
        boolean collection = COLLECTIONS.containsKey(TypeText.erased(type));
        return collection
                        && type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                ? declared.getTypeArguments().getFirst()
                : null;
    }

    /** As Hibernate does, arrays and collections of single values are kept in an array of the database's. */
    private @Nullable ColumnType array(VariableElement field, TypeMirror type, TypeMirror element) {
        boolean nested = element.getKind() == TypeKind.ARRAY || elementOf(element) != null;
        boolean character = TypeText.erased(element).matches("char|byte|.*:(Character|Byte)}");
        ColumnType stored = nested || character || !isSingle(element) ? null : read(field, element);
        if (stored == null || stored.kind().isWritten()) {
            problems.error(field, unsupported(field, TypeText.simple(type)));
            return null;
        }
        String elementType = stored.isDefined()
                ? stored.definition()
                : "${ValueType}." + stored.kind().constant();
        String factory = COLLECTIONS.get(TypeText.erased(type));
        ValueKind kind = stored.stored() == ValueKind.STRING || stored.stored() == ValueKind.ENUM_BY_NAME
                ? ValueKind.TEXT_ARRAY
                : ValueKind.ARRAY;
        return new ColumnType(
                kind,
                kind,
                TypeText.cast(type),
                TypeText.of(type),
                "",
                factory == null
                        ? "${ValueType}.array(%s.class, %s)".formatted(TypeText.erased(type), elementType)
                        : "${ValueType}.%s(%s)".formatted(factory, elementType));
    }

    private static boolean isSingle(TypeMirror type) {
        return PRIMITIVES.containsKey(type.getKind())
                || (type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && (element.getKind() == ElementKind.ENUM
                                || OBJECTS.containsKey(
                                        element.getQualifiedName().toString())));
    }

    private @Nullable ColumnType read(VariableElement field, TypeElement type, String text) {
        if (type.getKind() == ElementKind.ENUM) {
            return new EnumReader(problems).read(field, type, text, Enclosing.packageName(viewpoint.element()));
        }
        ColumnType legacy = new LegacyTimeReader(problems)
                .read(field, type.getQualifiedName().toString(), text);
        if (legacy != null) {
            return legacy;
        }
        ValueKind kind = OBJECTS.get(type.getQualifiedName().toString());
        if (kind != null) {
            return ColumnType.of(kind == ValueKind.STRING ? textKind(field) : kind, text);
        }
        problems.error(field, unsupported(field, type.getQualifiedName().toString()));
        return null;
    }

    /** {@return whether a field's {@code @JdbcTypeCode} says what is stored anyhow} */
    static boolean isUnderstood(AnnotationView code, ValueKind stored) {
        return switch (stored) {
            case JSON, JSON_OBJECT -> code.number("value", 0) == CODE_OF_JSON;
            case TEXT -> true;
            case BYTES -> code.number("value", 0) == CODE_OF_LONG_32_BYTES;
            default -> false;
        };
    }

    private static boolean isJson(VariableElement field) {
        AnnotationView code = AnnotationView.find(field, Jpa.HIBERNATE_JDBC_TYPE_CODE);
        return AnnotationView.isPresent(field, Jpa.JSON) || (code != null && code.number("value", 0) == CODE_OF_JSON);
    }

    private static ValueKind textKind(VariableElement field) {
        AnnotationView code = AnnotationView.find(field, Jpa.HIBERNATE_JDBC_TYPE_CODE);
        int sqlType = code == null ? 0 : code.number("value", 0);
        if (isJson(field)) {
            return ValueKind.JSON;
        }
        AnnotationView column = AnnotationView.find(field, Jpa.COLUMN);
        boolean longText = AnnotationView.isPresent(field, Jpa.LOB)
                || (column != null && column.string("columnDefinition", "").equalsIgnoreCase("text"));
        return longText || sqlType == CODE_OF_LONG_TEXT || sqlType == CODE_OF_LONG_32_TEXT
                ? ValueKind.TEXT
                : ValueKind.STRING;
    }

    private static String unsupported(VariableElement field, String type) {
        return Enclosing.describe(field) + " has the type " + type + ", which is not supported. " + SUPPORTED
                + " Mark the field @Transient if it is not to be stored.";
    }

    private static ColumnType primitive(ValueKind kind, String boxed, String name) {
        return ColumnType.primitive(kind, "${java.lang:" + boxed + "}", name);
    }
}
