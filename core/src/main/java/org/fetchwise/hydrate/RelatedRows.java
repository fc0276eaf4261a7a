package org.fetchwise.hydrate;

import java.util.Arrays;
import java.util.LinkedHashSet;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToManyAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the collection of a to-many relation: its objects once they are loaded, and perhaps their number before.
 * Loading is left to the owner's fetch group. Safe for use by several threads.
 */
final class RelatedRows {
    private static final int UNKNOWN = -1;

    private final Managed owner;
    private final ToManyAttribute relation;
    private volatile Object @Nullable [] elements;
    private volatile int count = UNKNOWN;

    private RelatedRows(Managed owner, ToManyAttribute relation) {
        this.owner = owner;
        this.relation = relation;
    }

    /**
     * {@return what stands behind the relation of an object, which is given a collection if it has none; null if the user has
     * put something of his own there} Called with the group's lock held, or before other threads can see the object.
     */
    static @Nullable RelatedRows of(Managed owner, ToManyAttribute relation) {
        if (EntityState.isLoaded(owner, relation)) {
            return behind(EntityState.value(owner, relation));
        }
        RelatedRows rows = new RelatedRows(owner, relation);
        Object collection = switch (relation.container()) {
            case LIST -> new RelatedList<>(rows);
            case SET -> new RelatedSet<>(rows);
            case MAP -> new RelatedMap<>(rows);
        };
        EntityState.offer(owner, relation, collection);
        return rows;
    }

    /** {@return what stands behind a collection, or null if it is none of this library's} */
    static @Nullable RelatedRows behind(@Nullable Object collection) {
        if (collection instanceof RelatedList<?> list) {
            return list.rows();
        }
        if (collection instanceof RelatedMap<?, ?> map) {
            return map.rows();
        }
        return collection instanceof RelatedSet<?> set ? set.rows() : null;
    }

    Managed owner() {
        return owner;
    }

    ToManyAttribute relation() {
        return relation;
    }

    boolean isLoaded() {
        return elements != null;
    }

    boolean isCounted() {
        return count != UNKNOWN || elements != null;
    }

    /** Remembers the objects. */
    void fill(Object[] related) {
        if (elements == null) {
            boolean each = relation.container() == ToManyAttribute.Container.SET && relation.link() != null;
            boolean values = relation.container() == ToManyAttribute.Container.SET && relation.elements() != null;
            elements =
                    each ? distinct(related) : values ? new LinkedHashSet<>(Arrays.asList(related)).toArray() : related;
        }
    }

    /** Remembers the number of the objects. */
    void counted(int number) {
        count = number;
    }

    /** {@return the objects, loaded if need be; not to be changed} */
    Object[] elements() {
        Object[] loaded = elements;
        if (loaded != null) {
            return loaded;
        }
        PeerGroup.of(owner).fill(this);
        loaded = elements;
        if (loaded == null) {
            throw new IllegalStateException(name() + " was not filled.");
        }
        return loaded;
    }

    /** {@return the number of the objects, for which they are not loaded} */
    int size() {
        if (!isCounted()) {
            PeerGroup.of(owner).count(this);
        }
        // Another thread may have loaded them instead, which leaves the number itself unknown.
        return knownSize();
    }

    /** {@return the number of the objects as far as it is known, otherwise 0} */
    int knownSize() {
        Object[] loaded = elements;
        return loaded != null ? loaded.length : Math.max(0, count);
    }

    /** {@return the refusal of a change} */
    UnsupportedOperationException readOnly() {
        EntityMeta<?> meta = owner.$meta();
        boolean other = relation.link() == null && relation.elements() == null && !relation.isJoined();
        String advice = other && relation.inverse() != null
                ? "Change the owning side instead: set '" + relation.inverse().name() + "' of the "
                        + relation.target().name() + " and save it."
                : "Change it through db.related(" + Refusals.variable(meta) + ", " + Refusals.root(meta) + "."
                        + relation.name() + "()).";
        return new UnsupportedOperationException(
                name() + " of a managed object is read-only: a change of the collection would not be saved. " + advice);
    }

    private String name() {
        return owner.$meta().name() + "." + relation.name();
    }

    /** A link table without a unique constraint may lead to a row twice. */
    private static Object[] distinct(Object[] related) {
        if (related.length < 2) {
            return related;
        }
        LinkedHashSet<IdentityOf> seen = LinkedHashSet.newLinkedHashSet(related.length);
        for (Object element : related) {
            seen.add(new IdentityOf(element));
        }
        return seen.size() == related.length
                ? related
                : Arrays.copyOf(seen.stream().map(IdentityOf::object).toArray(), seen.size());
    }

    /** An object compared by identity, whatever its own equality says. */
    private record IdentityOf(Object object) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof IdentityOf that && that.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }
}
