package org.fetchwise.processor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entity among those that its class extends or that extend it.
 *
 * @param strategy the constant of core's {@code Inheritance.Strategy}
 * @param value the discriminator's value in the rows of this very class as a Java literal, null where the class is abstract
 * @param parent the entity above, null at the root
 * @param children the entities directly below
 * @param constraint what guards that each row has one in the table of the entity above
 * @param places for each attribute of the hierarchy that this entity has, by name, the index that is its own among all
 * @param foreign the bits of the columns that only other entities of the hierarchy have
 * @param width how many attributes the whole hierarchy has
 */
record InheritanceModel(
        String strategy,
        @Nullable String value,
        @Nullable TypeName parent,
        List<TypeName> children,
        ForeignKeyModel constraint,
        Map<String, Integer> places,
        long foreign,
        int width) {
    /** The attribute that tells which entity of the hierarchy a row is of; none of a user's can be called so. */
    static final String TYPE = "$type";

    InheritanceModel {
        children = List.copyOf(children);
        places = Map.copyOf(places);
    }

    /** {@return whether no row is of this very class} */
    boolean isAbstract() {
        return value == null;
    }

    /** {@return the same place, once the indexes of all attributes are known} */
    InheritanceModel placed(Map<String, Integer> indexes, long others, int all) {
        return new InheritanceModel(strategy, value, parent, children, constraint, indexes, others, all);
    }

    /**
     * {@return the expression that makes core's {@code Inheritance}}
     *
     * @param discriminator the constant of the attribute that tells the entity of a row
     */
    String text(Names names, String discriminator) {
        return "${Inheritance}.%s(%s, %s, %s, () -> ${List}.of(%s))"
                        .formatted(
                                strategy.equals("JOINED") ? "joined" : "singleTable",
                                discriminator,
                                value == null ? "null" : value,
                                parent == null ? "null" : "() -> " + names.path(parent) + ".META",
                                children.stream()
                                        .map(child -> names.path(child) + ".META")
                                        .collect(Collectors.joining(", ")))
                + (constraint.equals(ForeignKeyModel.DERIVED) ? "" : ".guardedBy(" + constraint.text() + ")");
    }
}
