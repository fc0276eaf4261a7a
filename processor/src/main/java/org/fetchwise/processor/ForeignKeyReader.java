package org.fetchwise.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads {@code @ForeignKey}: the name of a constraint, or that there is none. */
final class ForeignKeyReader {
    private static final Set<String> UNDERSTOOD = Set.of("name", "value");

    private final Problems problems;

    ForeignKeyReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * {@return what guards a foreign key: what is said of all of its columns, or else of one of them}
     *
     * @param field the relation
     * @param around what is said of all columns, or null
     * @param member what holds the constraint there
     * @param joins what is said of each column
     */
    ForeignKeyModel read(
            VariableElement field, @Nullable AnnotationView around, String member, List<AnnotationView> joins) {
        return Stream.concat(
                        Stream.ofNullable(around == null ? null : around.annotation(member)),
                        joins.stream().flatMap(join -> Stream.ofNullable(join.annotation("foreignKey"))))
                .map(foreignKey -> model(field, foreignKey))
                .filter(model -> !model.equals(ForeignKeyModel.DERIVED))
                .findFirst()
                .orElse(ForeignKeyModel.DERIVED);
    }

    private ForeignKeyModel model(VariableElement field, AnnotationView foreignKey) {
        onlyIsUnderstood(field, Enclosing.describe(field), foreignKey);
        return model(foreignKey);
    }

    /** Refuses what nothing is made of. */
    void onlyIsUnderstood(Element element, String name, AnnotationView foreignKey) {
        if (!UNDERSTOOD.containsAll(foreignKey.members())) {
            problems.error(
                    element,
                    foreignKey.mirror(),
                    name + ": of @ForeignKey, only name and value are understood. Remove the rest;"
                            + " @OnDelete says what happens to rows whose target is deleted.");
        }
    }

    /** {@return the constraint that an annotation describes} */
    static ForeignKeyModel model(AnnotationView foreignKey) {
        return foreignKey.constant("value", "").equals("NO_CONSTRAINT")
                ? new ForeignKeyModel("", false)
                : new ForeignKeyModel(foreignKey.string("name", ""), true);
    }
}
