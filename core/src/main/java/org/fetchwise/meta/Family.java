package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.error.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * An entity and all that extend it, as a query of the entity sees them: their attributes, and which of them an object or a row is
 * of. Immutable.
 *
 * @param <T> the entity
 */
final class Family<T> {
    private final EntityMeta<T> top;
    private final List<EntityMeta<?>> members = new ArrayList<>();
    private final List<ColumnAttribute> columns = new ArrayList<>();
    private final Map<String, Attribute> byName = new HashMap<>();
    private final Map<Class<?>, EntityMeta<?>> byClass = new HashMap<>();
    private final Map<Object, EntityMeta<?>> byValue = new HashMap<>();
    private final long eagerColumns;
    private final long[] units = new long[Long.SIZE];
    private final EntityAccess<T> access;

    Family(EntityMeta<T> top) {
        this.top = top;
        collect(top);
        Set<Integer> known = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        long eager = 0;
        for (EntityMeta<?> member : members) {
            for (ColumnAttribute column : member.columns()) {
                if (known.add(column.index())) {
                    columns.add(column);
                    name(column, ambiguous);
                    eager |= column.is(ColumnAttribute.Trait.LAZY) ? 0 : column.bit();
                    units[column.index()] = member.ownUnit(column.index());
                }
            }
            for (RelationAttribute relation : member.relations()) {
                if (known.add(relation.index())) {
                    name(relation, ambiguous);
                }
            }
        }
        columns.sort((one, other) -> Integer.compare(one.index(), other.index()));
        eagerColumns = eager;
        access = members.size() == 1 ? top.ownAccess() : new FamilyAccess<>(this);
    }

    /** What several of them call the same is not found by name: a path says of which it is. */
    private void name(Attribute attribute, Set<String> ambiguous) {
        if (!ambiguous.contains(attribute.name()) && byName.putIfAbsent(attribute.name(), attribute) != null) {
            byName.remove(attribute.name());
            ambiguous.add(attribute.name());
        }
    }

    private void collect(EntityMeta<?> entity) {
        members.add(entity);
        byClass.put(entity.type(), entity);
        Inheritance place = entity.inheritance();
        if (place != null) {
            if (place.value() != null) {
                byValue.put(place.value(), entity);
            }
            place.children().forEach(this::collect);
        }
    }

    EntityMeta<T> top() {
        return top;
    }

    /** {@return the entity and all below it} */
    List<EntityMeta<?>> members() {
        return members;
    }

    /** {@return the columns of all of them, by index} */
    List<ColumnAttribute> columns() {
        return columns;
    }

    @Nullable
    Attribute find(String name) {
        return byName.get(name);
    }

    long eagerColumns() {
        return eagerColumns;
    }

    long unit(int column) {
        return units[column];
    }

    EntityAccess<T> access() {
        return access;
    }

    boolean has(EntityMeta<?> entity) {
        return byClass.get(entity.type()) == entity;
    }

    /** {@return the values of the discriminator in their rows} */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        for (EntityMeta<?> member : members) {
            Inheritance place = member.inheritance();
            if (place != null && place.value() != null) {
                values.add(place.value());
            }
        }
        return values;
    }

    EntityMeta<?> ofValue(@Nullable Object value) {
        EntityMeta<?> found = byValue.get(value);
        if (found == null) {
            throw new MappingException("A row of " + top + " is of a class that " + top
                    + " and the entities below it do not"
                    + " name. Check the discriminator '" + discriminator() + "' of the row against @DiscriminatorValue,"
                    + " and compile the entities that extend each other together.");
        }
        return found;
    }

    private String discriminator() {
        Inheritance place = top.inheritance();
        return place == null ? "" : place.discriminator().column();
    }

    /** {@return the entity of an object, plain or managed} */
    EntityMeta<?> of(Object object) {
        if (object instanceof Managed managed) {
            return managed.$meta();
        }
        for (Class<?> at = object.getClass(); at != null; at = at.getSuperclass()) {
            EntityMeta<?> found = byClass.get(at);
            if (found != null) {
                return found;
            }
        }
        throw new MappingException(object.getClass().getName() + " is none of the entities " + members
                + ". Compile the entities that extend each other together.");
    }
}
