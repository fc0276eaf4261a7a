package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads the columns by which rows refer to the key of another entity: one for each column of that key. */
final class ReferenceReader {
    private final Viewpoint viewpoint;
    private final Problems problems;
    private final Set<TypeElement> around;

    ReferenceReader(Viewpoint viewpoint, Problems problems) {
        this(viewpoint, problems, Set.of());
    }

    /**
     * Creates a reader.
     *
     * @param around the entities whose keys are being read
     */
    ReferenceReader(Viewpoint viewpoint, Problems problems, Set<TypeElement> around) {
        this.viewpoint = viewpoint;
        this.problems = problems;
        this.around = around;
    }

    /**
     * {@return the columns of a foreign key, with index 0; empty where the target's key cannot be read}
     *
     * @param field the relation
     * @param annotation what makes it one
     * @param target the entity that it leads to
     */
    List<ColumnModel> read(VariableElement field, AnnotationView annotation, TypeElement target) {
        String name = field.getSimpleName().toString();
        List<ColumnModel> key = KeyReader.read(viewpoint.from(target), around);
        List<AnnotationView> joins = joinColumns(field);
        List<@Nullable AnnotationView> ordered = inOrderOf(field, key, joins);
        refuseMixture(field, joins);
        List<ColumnModel> columns = new ArrayList<>(key.size());
        for (int at = 0; at < key.size(); at++) {
            ColumnModel part = key.get(at);
            AnnotationView join = ordered.get(at);
            String column = name + "_" + part.column();
            columns.add(new ColumnModel(
                    0,
                    name + "." + part.name(),
                    join == null ? column : join.string("name", column),
                    part.type().asNullable(),
                    part.length(),
                    part.precision(),
                    part.scale(),
                    ColumnReader.defaultValue(field),
                    null,
                    traits(field, annotation, join, key.size() == 1),
                    null));
        }
        return columns;
    }

    /** {@return what a field says of the columns that refer to its target} */
    static List<AnnotationView> joinColumns(VariableElement field) {
        AnnotationView several = AnnotationView.find(field, Jpa.JOIN_COLUMNS);
        if (several != null) {
            return several.annotations("value");
        }
        AnnotationView one = AnnotationView.find(field, Jpa.JOIN_COLUMN);
        return one == null ? List.of() : List.of(one);
    }

    /**
     * {@return for each column of a key what is said of the column that refers to it, null where nothing is}
     *
     * @param field where it is said
     * @param key the key
     * @param joins what is said
     */
    List<@Nullable AnnotationView> inOrderOf(VariableElement field, List<ColumnModel> key, List<AnnotationView> joins) {
        List<@Nullable AnnotationView> ordered = new ArrayList<>();
        key.forEach(column -> ordered.add(null));
        if (joins.isEmpty() || key.isEmpty()) {
            return ordered;
        }
        if (joins.size() != key.size()) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " refers to its target by " + counted(joins.size())
                            + ", but the key of that has " + counted(key.size()) + ": " + names(key)
                            + ". Write one @JoinColumn for each of them.");
            return ordered;
        }
        for (int at = 0; at < joins.size(); at++) {
            AnnotationView join = joins.get(at);
            String referenced = join.string("referencedColumnName", "");
            int place = referenced.isEmpty() ? at : place(key, referenced);
            if (place < 0) {
                problems.error(field, join.mirror(), wrongReference(field, key, referenced));
            } else if (ordered.set(place, join) != null) {
                problems.error(
                        field,
                        Enclosing.describe(field) + " refers to the column '"
                                + key.get(place).column() + "' of its target twice. Write referencedColumnName for"
                                + " each of " + names(key) + ".");
            }
        }
        return ordered;
    }

    /**
     * {@return the names of the columns of another table that hold a key}
     *
     * @param field where it is said
     * @param key the key
     * @param joins what is said
     * @param start what the names begin with of which nothing is said
     */
    List<String> names(VariableElement field, List<ColumnModel> key, List<AnnotationView> joins, String start) {
        List<@Nullable AnnotationView> ordered = inOrderOf(field, key, joins);
        List<String> names = new ArrayList<>(key.size());
        for (int at = 0; at < key.size(); at++) {
            AnnotationView join = ordered.get(at);
            String otherwise = start + "_" + key.get(at).column();
            names.add(join == null ? otherwise : join.string("name", otherwise));
        }
        return names;
    }

    /** Strategies of naming change the case of names, and put underscores between their words. */
    private static int place(List<ColumnModel> key, String referenced) {
        for (int at = 0; at < key.size(); at++) {
            if (plain(key.get(at).column()).equals(plain(referenced))) {
                return at;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static String wrongReference(VariableElement field, List<ColumnModel> key, String referenced) {
        return Enclosing.describe(field) + " refers to the column '" + referenced + "', which is not "
                + (key.size() == 1 ? "the key" : "of the key") + ". Foreign keys hold the key of their target here: "
                + names(key) + ".";
    }

    private static String names(List<ColumnModel> key) {
        return key.stream().map(column -> "'" + column.column() + "'").collect(Collectors.joining(", "));
    }

    private static String counted(int columns) {
        return columns == 1 ? "one column" : columns + " columns";
    }

    private void refuseMixture(VariableElement field, List<AnnotationView> joins) {
        long inserted =
                joins.stream().filter(join -> join.flag("insertable", true)).count();
        long updated =
                joins.stream().filter(join -> join.flag("updatable", true)).count();
        if ((inserted != 0 && inserted != joins.size()) || (updated != 0 && updated != joins.size())) {
            problems.error(
                    field,
                    Enclosing.describe(field)
                            + " writes some of its columns and leaves out others, so that it could refer to no row as a"
                            + " whole. Write insertable = false, updatable = false on all of them or on none.");
        }
        if (joins.size() > 1 && joins.stream().anyMatch(join -> join.flag("unique", false))) {
            problems.error(
                    field,
                    Enclosing.describe(field)
                            + " has several columns, of which none is unique by itself. Use @OneToOne,"
                            + " or @Table(uniqueConstraints = …).");
        }
    }

    private static Set<Trait> traits(
            VariableElement field, AnnotationView annotation, @Nullable AnnotationView join, boolean alone) {
        Set<Trait> traits = EnumSet.of(Trait.FOREIGN_KEY);
        boolean nullable = annotation.flag("optional", true) && (join == null || join.flag("nullable", true));
        boolean single = annotation.name().equals(Jpa.ONE_TO_ONE);
        ColumnReader.include(traits, Trait.NULLABLE, nullable);
        ColumnReader.include(traits, Trait.UNIQUE, alone && (single || (join != null && join.flag("unique", false))));
        ColumnReader.include(traits, Trait.NOT_INSERTABLE, join != null && !join.flag("insertable", true));
        ColumnReader.include(traits, Trait.NOT_UPDATABLE, join != null && !join.flag("updatable", true));
        ColumnReader.include(traits, Trait.SENSITIVE, AnnotationView.isPresent(field, Jpa.SENSITIVE));
        return traits;
    }
}
