package org.fetchwise.processor;

import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the columns that fields declare. */
final class ColumnReader {
    /** What {@code jakarta.persistence.Column} says where it says nothing. */
    private static final int DEFAULT_LENGTH = 255;

    private final TypeReader types;

    ColumnReader(Viewpoint viewpoint, Problems problems) {
        this.types = new TypeReader(viewpoint, problems);
    }

    /** {@return the column of a field, with index 0, or null after the problem was reported} */
    @Nullable
    ColumnModel read(VariableElement field, FieldModel accessors) {
        return read(field, accessors, null);
    }

    /**
     * {@return the column of a field, with index 0, or null after the problem was reported}
     *
     * @param override the column that is declared elsewhere in place of the field's own, or null
     */
    @Nullable
    ColumnModel read(VariableElement field, FieldModel accessors, @Nullable AnnotationView override) {
        return read(field, types.read(field), field.getSimpleName().toString(), accessors, override);
    }

    /** {@return the column of the elements of a collection, with index 0, or null after the problem was reported} */
    @Nullable
    ColumnModel readElement(VariableElement field, TypeMirror element) {
        String name = field.getSimpleName().toString();
        ColumnModel column = read(field, types.readOf(field, element), name, null, null);
        return column == null ? null : column.called(name + ".value");
    }

    /** {@return the column of the keys of a map, with index 0, or null after the problem was reported} */
    @Nullable
    ColumnModel readMapKey(VariableElement field, TypeMirror key) {
        ColumnType type = types.readMapKey(field, key);
        if (type == null) {
            return null;
        }
        String name = field.getSimpleName().toString();
        AnnotationView column = AnnotationView.find(field, Jpa.MAP_KEY_COLUMN);
        return new ColumnModel(
                0,
                name + ".key",
                column == null ? name + "_KEY" : column.string("name", name + "_KEY"),
                type,
                length(field, type, column),
                isDecimal(type) && column != null ? column.number("precision", 0) : 0,
                isDecimal(type) && column != null ? column.number("scale", 0) : 0,
                null,
                definition(type, column),
                Set.of(),
                null);
    }

    private @Nullable ColumnModel read(
            VariableElement field,
            @Nullable ColumnType type,
            String name,
            @Nullable FieldModel accessors,
            @Nullable AnnotationView override) {
        if (type == null) {
            return null;
        }
        AnnotationView column = override != null ? override : AnnotationView.find(field, Jpa.COLUMN);
        return new ColumnModel(
                0,
                name,
                column == null ? name : column.string("name", name),
                type,
                length(field, type, column),
                isDecimal(type) && column != null ? column.number("precision", 0) : 0,
                isDecimal(type) && column != null ? column.number("scale", 0) : 0,
                defaultValue(field),
                definition(type, column),
                traits(field, type, column),
                accessors);
    }

    static @Nullable String defaultValue(VariableElement field) {
        AnnotationView annotation = AnnotationView.find(field, Jpa.DEFAULT);
        if (annotation != null) {
            return annotation.text("value");
        }
        return AnnotationView.isPresent(field, Jpa.HIBERNATE_CREATION_TIMESTAMP) ? "NOW" : null;
    }

    /** {@return the column's own type; that of a text of any length each database has its name for} */
    private static @Nullable String definition(ColumnType type, @Nullable AnnotationView column) {
        String definition = column == null ? "" : column.string("columnDefinition", "");
        return definition.isEmpty() || type.stored() == ValueKind.TEXT ? null : definition;
    }

    private static boolean isDecimal(ColumnType type) {
        return type.stored() == ValueKind.DECIMAL || type.stored() == ValueKind.BIG_INTEGER;
    }

    private static int length(VariableElement field, ColumnType type, @Nullable AnnotationView column) {
        return switch (type.stored()) {
            case STRING, ENUM_BY_NAME, TEXT_ARRAY, LOCALE, ZONE_ID, TIME_ZONE, URL ->
                column == null ? DEFAULT_LENGTH : column.number("length", DEFAULT_LENGTH);
            case CHARACTER -> 1;
            case CURRENCY -> column == null ? 3 : column.number("length", 3);
            case ZONE_OFFSET -> column == null ? 6 : column.number("length", 6);
            case BYTES -> {
                int otherwise = AnnotationView.isPresent(field, Jpa.LOB) ? 0 : DEFAULT_LENGTH;
                yield column == null ? otherwise : column.number("length", otherwise);
            }
            case BOOLEAN,
                    BYTE,
                    SHORT,
                    INTEGER,
                    LONG,
                    FLOAT,
                    DOUBLE,
                    DECIMAL,
                    BIG_INTEGER,
                    TEXT,
                    UUID,
                    DATE,
                    TIME,
                    DATE_TIME,
                    INSTANT,
                    OFFSET_DATE_TIME,
                    ZONED_DATE_TIME,
                    YEAR,
                    DURATION,
                    JSON,
                    ENUM_BY_ORDINAL,
                    ENUM_BY_VALUE,
                    CONVERTED,
                    LEGACY_TIME,
                    JSON_OBJECT,
                    ARRAY -> 0;
        };
    }

    private static Set<Trait> traits(VariableElement field, ColumnType type, @Nullable AnnotationView column) {
        AnnotationView basic = AnnotationView.find(field, Jpa.BASIC);
        boolean key = AnnotationView.isPresent(field, Jpa.ID);
        boolean computed = AnnotationView.isPresent(field, Jpa.HIBERNATE_GENERATED);
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        include(traits, Trait.KEY, key);
        include(traits, Trait.VERSION, AnnotationView.isPresent(field, Jpa.VERSION));
        AnnotationView generated = AnnotationView.find(field, Jpa.GENERATED_VALUE);
        boolean identity =
                generated != null && generated.constant("strategy", "AUTO").equals("IDENTITY");
        include(traits, Trait.GENERATED, computed || identity);
        include(
                traits,
                Trait.NULLABLE,
                !key
                        && !type.isPrimitive()
                        && (column == null || column.flag("nullable", true))
                        && (basic == null || basic.flag("optional", true)));
        include(traits, Trait.UNIQUE, column != null && column.flag("unique", false));
        include(
                traits,
                Trait.LAZY,
                basic != null && basic.constant("fetch", "EAGER").equals("LAZY"));
        include(traits, Trait.NOT_INSERTABLE, computed || (column != null && !column.flag("insertable", true)));
        include(traits, Trait.NOT_UPDATABLE, computed || (column != null && !column.flag("updatable", true)));
        include(traits, Trait.SENSITIVE, AnnotationView.isPresent(field, Jpa.SENSITIVE));
        audit(traits, field);
        return traits;
    }

    /** Who created a row, and when, is never changed. */
    private static void audit(Set<Trait> traits, VariableElement field) {
        boolean createdAt = AnnotationView.isPresent(field, Jpa.CREATED_AT);
        boolean createdBy = AnnotationView.isPresent(field, Jpa.CREATED_BY);
        include(traits, Trait.CREATED_AT, createdAt);
        include(traits, Trait.CREATED_BY, createdBy);
        include(traits, Trait.NOT_UPDATABLE, createdAt || createdBy);
        include(
                traits,
                Trait.UPDATED_AT,
                AnnotationView.isPresent(field, Jpa.UPDATED_AT)
                        || AnnotationView.isPresent(field, Jpa.HIBERNATE_UPDATE_TIMESTAMP));
        include(traits, Trait.UPDATED_BY, AnnotationView.isPresent(field, Jpa.UPDATED_BY));
    }

    static void include(Set<Trait> traits, Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }
}
