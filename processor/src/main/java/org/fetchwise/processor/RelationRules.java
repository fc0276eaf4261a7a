package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What holds between an entity and the entities that it is related to. */
final class RelationRules {
    /** Which annotation the other side of a relation must have. */
    private static final Map<String, String> COUNTERPARTS = Map.of(
            Jpa.ONE_TO_MANY, Jpa.MANY_TO_ONE, Jpa.ONE_TO_ONE, Jpa.ONE_TO_ONE, Jpa.MANY_TO_MANY, Jpa.MANY_TO_MANY);

    private final TypeElement type;
    private final Viewpoint viewpoint;
    private final EntityModel entity;
    private final Names names;
    private final Problems problems;

    RelationRules(Viewpoint viewpoint, EntityModel entity, Names names, Problems problems) {
        this.type = viewpoint.element();
        this.viewpoint = viewpoint;
        this.entity = entity;
        this.names = names;
        this.problems = problems;
    }

    void check() {
        for (VariableElement field : EntityReader.mappedFields(type)) {
            RelationModel relation = entity.findRelation(field.getSimpleName().toString());
            AnnotationView annotation = RelationReader.annotation(field);
            if (relation instanceof RelationModel.Elements elements) {
                relationHasGetter(field, elements);
                nameIsFree(field, elements);
                elementsHaveOneOrder(field, elements);
            } else if (relation != null && annotation != null) {
                otherSideExists(field, annotation);
                relationHasGetter(field, relation);
                deleteRuleFits(field, relation);
                nameIsFree(field, relation);
                orderFits(field, relation);
            }
        }
        orderingExists();
    }

    private void otherSideExists(VariableElement field, AnnotationView annotation) {
        String mappedBy = annotation.string("mappedBy", "");
        TypeElement target = viewpoint.target(field);
        if (mappedBy.isEmpty() || target == null) {
            return;
        }
        String counterpart = COUNTERPARTS.getOrDefault(annotation.name(), Jpa.MANY_TO_ONE);
        VariableElement other = fieldOf(target, mappedBy);
        String start =
                Enclosing.describe(field) + " is mapped by " + target.getSimpleName() + "." + mappedBy + ", which ";
        if (other == null) {
            Set<String> choices = EntityReader.mappedFields(target).stream()
                    .filter(choice -> type.equals(viewpoint.from(target).target(choice)))
                    .map(choice -> choice.getSimpleName().toString())
                    .collect(Collectors.toSet());
            String way = choices.isEmpty()
                    ? " Add to " + target.getSimpleName() + " a field of type " + type.getSimpleName() + " with @"
                            + simpleName(counterpart) + "."
                    : NearMiss.suggestion(mappedBy, choices);
            problems.error(field, annotation.mirror(), start + "does not exist." + way);
        } else if (!AnnotationView.isPresent(other, counterpart)) {
            problems.error(
                    field,
                    annotation.mirror(),
                    start + "has no @" + simpleName(counterpart) + ". The other side of @" + annotation.simpleName()
                            + " needs it.");
        } else if (!Hierarchy.isA(type, viewpoint.from(target).target(other))) {
            problems.error(
                    field,
                    annotation.mirror(),
                    start + "leads to " + other.asType() + ", not to " + type.getSimpleName()
                            + ". Name the relation that leads back.");
        } else if (!new OtherSide(other).isOwner()) {
            problems.error(
                    field,
                    annotation.mirror(),
                    start + "is itself mapped by this side. Remove one mappedBy: the side without it has the "
                            + "foreign key or the link table.");
        }
    }

    /** The field that a mappedBy names. */
    private record OtherSide(VariableElement field) {
        boolean isOwner() {
            AnnotationView annotation = RelationReader.annotation(field);
            return annotation != null && annotation.string("mappedBy", "").isEmpty();
        }
    }

    private void relationHasGetter(VariableElement field, RelationModel relation) {
        if (relation.field().getters().isEmpty() && !entity.traits().readOnly()) {
            problems.warning(
                    field,
                    Enclosing.describe(field) + " has no getter, so that nothing loads it when it is touched. Add get"
                            + AccessorReader.capitalized(relation.name()) + "().");
        }
    }

    private void deleteRuleFits(VariableElement field, RelationModel relation) {
        if (!(relation instanceof RelationModel.Owning owning)) {
            return;
        }
        if (owning.deleteRule().equals("DATABASE") && !owning.constraint().exists()) {
            problems.error(
                    field,
                    "The database is to delete " + Enclosing.describe(field) + " together with its target, but there"
                            + " is no constraint that would. Remove"
                            + " ConstraintMode.NO_CONSTRAINT, or"
                            + " choose another rule.");
        }
        List<ColumnModel> foreignKey =
                owning.foreignKey().stream().map(entity::column).toList();
        if (owning.deleteRule().equals("SET_NULL") && foreignKey.stream().noneMatch(part -> part.is(Trait.NULLABLE))) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " becomes NULL when its target is deleted, but may not be NULL. "
                            + "Remove optional = false and nullable = false, or choose another rule.");
        }
        if (owning.deleteRule().equals("SET_DEFAULT")
                && foreignKey.stream().anyMatch(part -> part.defaultValue() == null)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " becomes its default when its target is deleted, but has none. "
                            + "Add @Default with the key of the row to refer to.");
        }
    }

    private void nameIsFree(VariableElement field, RelationModel relation) {
        String method = names.relation(relation);
        if (!method.equals(relation.name())) {
            problems.note(
                    field,
                    Enclosing.describe(field) + " is called " + method + "() in paths, because every path has a method "
                            + relation.name() + "() already.");
        }
    }

    private void orderingExists() {
        AnnotationView annotation = AnnotationView.find(type, Jpa.ORDERING);
        if (annotation == null) {
            return;
        }
        for (EntityModel.OrderTerm term : entity.ordering()) {
            String problem = orderProblem(type, term.path());
            if (problem != null) {
                problems.error(type, annotation.mirror(), "The ordering of " + type.getSimpleName() + " " + problem);
            }
        }
    }

    private void orderFits(VariableElement field, RelationModel relation) {
        CollectionOrder order = switch (relation) {
            case RelationModel.Owning owning -> null;
            case RelationModel.Reverse reverse -> null;
            case RelationModel.Mapped mapped -> mapped.order();
            case RelationModel.Joined joined -> joined.order();
            case RelationModel.Linked linked -> linked.order();
            case RelationModel.Elements elements -> null;
        };
        TypeElement target = viewpoint.target(field);
        if (order == null || target == null) {
            return;
        }
        String name = Enclosing.describe(field);
        boolean set = (relation instanceof RelationModel.Mapped mapped
                        && mapped.container().equals("SET"))
                || (relation instanceof RelationModel.Joined joined
                        && joined.container().equals("SET"))
                || (relation instanceof RelationModel.Linked linked
                        && linked.container().equals("SET"));
        if (order.column() != null && set) {
            problems.error(
                    field,
                    name + " is a Set, whose elements have no positions. Declare a List, or remove @OrderColumn.");
        }
        if (order.column() != null && !order.terms().isEmpty()) {
            problems.error(field, name + " has @OrderBy and @OrderColumn, of which either gives an order. Keep one.");
        }
        if (order.column() != null && isOtherSideOfLink(field)) {
            problems.error(
                    field,
                    name + " is mapped by the other side, which has the link table. Write @OrderColumn there, or "
                            + "@OrderBy here.");
        }
        for (EntityModel.OrderTerm term : order.terms()) {
            String problem = term.path().equals("pk") ? null : orderProblem(target, term.path());
            if (problem != null) {
                problems.error(field, "@OrderBy of " + name + " " + problem);
            }
        }
    }

    private void elementsHaveOneOrder(VariableElement field, RelationModel.Elements elements) {
        CollectionOrder order = elements.order();
        String name = Enclosing.describe(field);
        if (order.column() != null && !elements.container().equals("LIST")) {
            problems.error(
                    field,
                    name + " is a " + (elements.key() == null ? "Set" : "Map")
                            + ", whose elements have no positions. Declare a List, or remove @OrderColumn.");
        }
        if (order.column() != null && !order.terms().isEmpty()) {
            problems.error(field, name + " has @OrderBy and @OrderColumn, of which either gives an order. Keep one.");
        }
        EmbeddedModel object = elements.object();
        if (object == null) {
            return;
        }
        Set<String> parts = object.attributes()
                .map(part -> part.substring(object.name().length() + 1))
                .collect(Collectors.toSet());
        for (EntityModel.OrderTerm term : order.terms()) {
            if (!parts.contains(term.path()) && !term.path().equals("value")) {
                problems.error(
                        field,
                        "@OrderBy of " + name + " names '" + term.path() + "', which its elements do not have."
                                + NearMiss.suggestion(term.path(), parts));
            }
        }
    }

    private static boolean isOtherSideOfLink(VariableElement field) {
        AnnotationView annotation = AnnotationView.find(field, Jpa.MANY_TO_MANY);
        return annotation != null && !annotation.string("mappedBy", "").isEmpty();
    }

    private @Nullable String orderProblem(TypeElement from, String path) {
        TypeElement at = from;
        List<String> steps = List.of(path.split("\\.", -1));
        for (int step = 0; step < steps.size(); step++) {
            VariableElement field = fieldOf(at, steps.get(step));
            if (field == null) {
                Set<String> choices = EntityReader.mappedFields(at).stream()
                        .map(choice -> choice.getSimpleName().toString())
                        .collect(Collectors.toSet());
                return "names '" + steps.get(step) + "', which " + at.getSimpleName() + " does not have."
                        + NearMiss.suggestion(steps.get(step), choices);
            }
            AnnotationView relation = RelationReader.annotation(field);
            TypeElement target = viewpoint.from(at).target(field);
            if (target == null) {
                target = EmbeddedReader.embeddable(viewpoint.from(at).typeOf(field));
            }
            if (relation != null
                    && (relation.name().equals(Jpa.ONE_TO_MANY)
                            || relation.name().equals(Jpa.MANY_TO_MANY))) {
                return "goes over '" + steps.get(step)
                        + "', which leads to many rows. Order by a column or a to-one relation.";
            }
            if (step < steps.size() - 1 && target == null) {
                return "goes on after '" + steps.get(step) + "', which is no relation. End the path there.";
            }
            at = target == null ? at : target;
        }
        return null;
    }

    private static @Nullable VariableElement fieldOf(TypeElement entity, String name) {
        return EntityReader.mappedFields(entity).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .findFirst()
                .orElse(null);
    }

    private static String simpleName(String annotation) {
        return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
}
