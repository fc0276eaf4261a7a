package org.fetchwise.processor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** What holds between the columns of one entity, and between a column and its annotations. */
final class ColumnRules {
    private static final Set<ValueKind> VERSIONS =
            EnumSet.of(ValueKind.SHORT, ValueKind.INTEGER, ValueKind.LONG, ValueKind.INSTANT, ValueKind.DATE_TIME);

    private final TypeElement type;
    private final EntityModel entity;
    private final Map<String, VariableElement> fields;
    private final Problems problems;

    ColumnRules(TypeElement type, EntityModel entity, Problems problems) {
        this.type = type;
        this.entity = entity;
        this.fields = EntityReader.mappedFields(type).stream()
                .collect(Collectors.toMap(field -> field.getSimpleName().toString(), field -> field));
        this.problems = problems;
    }

    void check() {
        versionIsUsable();
        columnsAreDistinct();
        namesAreUnquoted();
        constrainedColumnsExist();
        attributesFit();
        for (ColumnModel column : entity.columns()) {
            if (column.is(Trait.DISCRIMINATOR)) {
                continue;
            }
            VariableElement field = field(column);
            defaultFits(column, field);
            if (column.field() != null) {
                generationFits(column, field);
                if (!entity.traits().readOnly()) {
                    lazyColumnHasGetter(column, field);
                }
                annotationsFit(column, field);
                auditFits(column, field);
            }
        }
    }

    /** A time is kept in a column of times; the library gives it a value, so the program need not. */
    private void auditFits(ColumnModel column, VariableElement field) {
        boolean time = EnumSet.of(
                        ValueKind.INSTANT, ValueKind.DATE_TIME, ValueKind.OFFSET_DATE_TIME, ValueKind.ZONED_DATE_TIME)
                .contains(column.type().stored());
        for (String name : List.of(Jpa.CREATED_AT, Jpa.UPDATED_AT, Jpa.HIBERNATE_UPDATE_TIMESTAMP)) {
            AnnotationView annotation = AnnotationView.find(field, name);
            if (annotation != null && !time) {
                problems.error(
                        field,
                        annotation.mirror(),
                        Enclosing.describe(field) + " has @" + annotation.simpleName()
                                + ", which gives a time. Declare it as java.time.Instant.");
            }
        }
    }

    private VariableElement field(ColumnModel column) {
        VariableElement field = fields.get(column.attribute());
        if (field == null) {
            throw new IllegalStateException("no field holds " + column.name());
        }
        return field;
    }

    private void versionIsUsable() {
        List<ColumnModel> versions = entity.columns().stream()
                .filter(column -> column.is(Trait.VERSION))
                .toList();
        for (ColumnModel column : versions) {
            VariableElement field = field(column);
            if (!VERSIONS.contains(column.type().kind())) {
                problems.error(
                        field,
                        Enclosing.describe(field) + " is a version of a type that cannot tell one save from the next. "
                                + "Declare int, long, short or their boxes, Instant or LocalDateTime.");
            }
            if (column.is(Trait.KEY)) {
                problems.error(
                        field,
                        Enclosing.describe(field)
                                + " is the key and the version at once. Add a field for the version.");
            }
            if (column.is(Trait.LAZY)) {
                problems.error(
                        field,
                        Enclosing.describe(field)
                                + " is the version, which is always read. Remove @Basic(fetch = LAZY).");
            }
        }
        if (versions.size() > 1) {
            problems.error(type, type.getSimpleName() + " has " + versions.size() + " fields with @Version. Keep one.");
        }
    }

    private void generationFits(ColumnModel column, VariableElement field) {
        boolean generated = AnnotationView.isPresent(field, Jpa.GENERATED_VALUE);
        if (generated && !column.is(Trait.KEY)) {
            problems.error(
                    field, Enclosing.describe(field) + " has @GeneratedValue, but no @Id. Remove it, or use @Default.");
        } else if (generated) {
            strategyFits(column, field);
        }
    }

    private void strategyFits(ColumnModel column, VariableElement field) {
        AnnotationView generated = AnnotationView.find(field, Jpa.GENERATED_VALUE);
        String strategy = generated == null ? "" : generated.constant("strategy", "AUTO");
        Set<String> fitting = GenerationReader.strategiesFor(column.type().kind());
        if (fitting.contains(strategy)) {
            return;
        }
        problems.error(
                field,
                Enclosing.describe(field) + " is generated by GenerationType." + strategy
                        + (fitting.isEmpty()
                                ? ", but no strategy makes values of its type. Declare Long or UUID, or leave "
                                        + "@GeneratedValue out and assign the key."
                                : ", which makes no values of its type. Write strategy = GenerationType."
                                        + fitting.stream().sorted().collect(Collectors.joining(" or GenerationType."))
                                        + ", or leave @GeneratedValue out and assign the key."));
    }

    private void lazyColumnHasGetter(ColumnModel column, VariableElement field) {
        if (column.is(Trait.LAZY)
                && !column.is(Trait.KEY)
                && column.field() != null
                && column.field().getters().isEmpty()) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is lazy, but nothing loads it without a getter. Add get"
                            + AccessorReader.capitalized(column.name()) + "(), or remove @Basic(fetch = LAZY).");
        }
    }

    private void annotationsFit(ColumnModel column, VariableElement field) {
        ValueKind kind = column.type().kind();
        if (AnnotationView.isPresent(field, Jpa.LOB)
                && column.type().stored() != ValueKind.TEXT
                && column.type().stored() != ValueKind.BYTES) {
            problems.error(
                    field, Enclosing.describe(field) + " has @Lob, but is neither a String nor a byte[]. Remove it.");
        }
        if (AnnotationView.isPresent(field, Jpa.ENUMERATED) && !kind.isEnum()) {
            problems.error(field, Enclosing.describe(field) + " has @Enumerated, but is no enum. Remove it.");
        }
        AnnotationView code = AnnotationView.find(field, Jpa.HIBERNATE_JDBC_TYPE_CODE);
        if (code != null && !TypeReader.isUnderstood(code, column.type().stored())) {
            problems.error(
                    field,
                    Enclosing.describe(field)
                            + ": of @JdbcTypeCode only SqlTypes.JSON, SqlTypes.LONG32VARCHAR on a String and "
                            + "SqlTypes.LONG32VARBINARY on a byte[] "
                            + "are understood. Remove it; the column's type follows from the field's.");
        }
    }

    private void columnsAreDistinct() {
        Map<List<Object>, ColumnModel> byColumn = new HashMap<>();
        for (ColumnModel column : entity.columns()) {
            Object table = column.is(Trait.DISCRIMINATOR) ? type : table(field(column));
            ColumnModel other = byColumn.putIfAbsent(List.of(table, column.column()), column);
            if (column.is(Trait.DISCRIMINATOR) || (other != null && other.is(Trait.DISCRIMINATOR))) {
                continue;
            }
            if (other != null) {
                boolean key = column.is(Trait.FOREIGN_KEY) || other.is(Trait.FOREIGN_KEY);
                problems.error(
                        field(column),
                        type.getSimpleName() + " maps the column '" + column.column() + "' twice: as " + other.name()
                                + " and as " + column.name() + ". "
                                + (key
                                        ? "Keep the relation: a path over it to the key reads the column "
                                                + "without a join."
                                        : "Give one of them another column with @Column(name = …)"
                                                + (column.field() == null || other.field() == null
                                                        ? ", or with @AttributeOverride where it is embedded."
                                                        : ".")));
            }
        }
    }

    /** The class whose table has the column of a field. */
    private TypeElement table(VariableElement field) {
        return Hierarchy.tableOwner(EntityReader.declaringEntity(type, field));
    }

    private void namesAreUnquoted() {
        for (ColumnModel column : entity.columns()) {
            if (isQuoted(column.column())) {
                problems.error(column.is(Trait.DISCRIMINATOR) ? type : field(column), quoted(column.column()));
            }
        }
        if (isQuoted(entity.table())) {
            problems.error(type, quoted(entity.table()));
        }
    }

    private static boolean isQuoted(String name) {
        return name.contains("\"") || name.contains("`") || name.contains("[");
    }

    private static String quoted(String name) {
        return "The name " + name + " contains quotes. Write it without: every name is quoted where it is used.";
    }

    private void constrainedColumnsExist() {
        if (!everyFieldIsRead()) {
            // What is said of a field tells more than that its column is missing.
            return;
        }
        Set<String> columns = entity.columns().stream().map(ColumnModel::column).collect(Collectors.toSet());
        for (ConstraintsModel.Unique constraint : entity.constraints().uniques()) {
            constraint.columns().forEach(column -> columnExists("A unique constraint", column, columns));
        }
        for (ConstraintsModel.Index index : entity.constraints().indexes()) {
            index.columns().forEach(indexed -> columnExists("An index", indexed.column(), columns));
        }
    }

    private boolean everyFieldIsRead() {
        Stream<String> columns =
                entity.columns().stream().map(column -> column.name().split("\\.", 2)[0]);
        Stream<String> relations = entity.relations().stream().map(RelationModel::name);
        return Stream.concat(columns, relations).collect(Collectors.toSet()).containsAll(fields.keySet());
    }

    private void columnExists(String where, String column, Set<String> columns) {
        if (!columns.contains(column)) {
            problems.error(
                    type,
                    where + " of " + type.getSimpleName() + " names the column '" + column + "', which does not exist."
                            + NearMiss.suggestion(column, columns));
        }
    }

    private void attributesFit() {
        if (entity.attributes() > StateBits.MOST) {
            problems.error(
                    type,
                    type.getSimpleName() + " has " + entity.attributes() + " columns and relations; more than "
                            + StateBits.MOST + " are not supported yet. Move some to an entity related by @OneToOne.");
        }
    }

    private void defaultFits(ColumnModel column, VariableElement field) {
        String value = column.defaultValue();
        if (value == null) {
            return;
        }
        ColumnType type = column.type();
        ValueKind kind = type.kind() == ValueKind.LEGACY_TIME ? type.stored() : type.kind();
        boolean fits = switch (kind) {
            case BOOLEAN -> value.equals("true") || value.equals("false");
            case BYTE, SHORT, INTEGER, LONG -> parses(() -> Long.valueOf(value));
            case FLOAT, DOUBLE -> parses(() -> Double.valueOf(value));
            case DECIMAL -> parses(() -> new BigDecimal(value));
            case BIG_INTEGER -> parses(() -> new BigInteger(value));
            case STRING, TEXT, JSON -> true;
            case CHARACTER -> value.length() == 1;
            case UUID -> value.equals("UUID") || parses(() -> UUID.fromString(value));
            case BYTES -> false;
            case DATE -> value.equals("NOW") || parses(() -> LocalDate.parse(value));
            case TIME -> value.equals("NOW") || parses(() -> LocalTime.parse(value));
            case DATE_TIME -> value.equals("NOW") || parses(() -> LocalDateTime.parse(value));
            case INSTANT -> value.equals("NOW") || parses(() -> Instant.parse(value));
            case OFFSET_DATE_TIME -> value.equals("NOW") || parses(() -> OffsetDateTime.parse(value));
            case ZONED_DATE_TIME -> value.equals("NOW") || parses(() -> ZonedDateTime.parse(value));
            case YEAR -> value.equals("NOW") || parses(() -> Year.parse(value));
            case DURATION -> parses(() -> Duration.parse(value));
            case CURRENCY -> parses(() -> Currency.getInstance(value));
            case LOCALE -> true;
            case ZONE_ID, TIME_ZONE -> parses(() -> ZoneId.of(value));
            case ZONE_OFFSET -> parses(() -> ZoneOffset.of(value));
            case URL -> parses(() -> URI.create(value));
            case ENUM_BY_NAME, ENUM_BY_ORDINAL, ENUM_BY_VALUE -> isConstant(field, value);
            case CONVERTED, LEGACY_TIME, JSON_OBJECT, ARRAY, TEXT_ARRAY -> false;
        };
        if (!fits) {
            problems.error(
                    field,
                    "The default of " + Enclosing.describe(field)
                            + " is no value of its type. Write a literal of the type"
                            + (kind.isTemporal()
                                    ? ", or Default.NOW."
                                    : kind == ValueKind.UUID ? ", or Default.UUID." : "."));
        }
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return false;
        }
    }

    private static boolean isConstant(VariableElement field, String name) {
        return field.asType() instanceof DeclaredType declared
                && declared.asElement().getEnclosedElements().stream()
                        .anyMatch(constant -> constant.getKind() == ElementKind.ENUM_CONSTANT
                                && constant.getSimpleName().contentEquals(name));
    }
}
