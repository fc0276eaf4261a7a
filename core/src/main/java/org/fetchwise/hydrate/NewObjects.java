package org.fetchwise.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.query.Path;
import org.jspecify.annotations.Nullable;

/**
 * Managed objects that are not read but made: for rows that are being created, and for references to rows that nobody has to
 * read. They are peers, as those of a query are. Mutable, for one thread at a time.
 *
 * @param <T> the entity
 */
public final class NewObjects<T> {
    private final EntityMeta<T> meta;
    private final EntityAccess<T> access;
    private final PeerGroup group;
    private final Evaluation evaluation;
    private final List<Object> made = new ArrayList<>();

    NewObjects(EntityMeta<T> meta, PeerGroup group, Evaluation evaluation) {
        this.meta = meta;
        this.access = meta.access();
        this.group = group;
        this.evaluation = evaluation;
    }

    /** {@return a new object, as the entity's constructor leaves it; nothing of it is loaded} */
    public T add() {
        T object = access.newManaged(group);
        made.add(object);
        return object;
    }

    /**
     * {@return a new object with the columns and the to-one relations of a plain one}
     *
     * @param plain the plain object
     */
    public T add(T plain) {
        EntityMeta<T> own = meta.of(plain);
        T object = own.access().newManaged(group);
        made.add(object);
        for (ColumnAttribute column : own.columns()) {
            access.set(object, column.index(), access.get(plain, column.index()));
        }
        for (RelationAttribute relation : own.relations()) {
            if (relation instanceof ToOneAttribute toOne && toOne.isOwning()) {
                Object related = access.get(plain, relation.index());
                access.set(object, relation.index(), related);
                if (related != null || toOne.foreignKey().of(access, plain) == null) {
                    EntityState.markLoaded((Managed) object, relation.bit());
                }
            }
        }
        return object;
    }

    /**
     * Says that an object has a row now, or stands for one.
     *
     * @param object an object that {@link #add} gave
     * @param columns the bits of the columns that it has as its row has them; the key's among them
     */
    public void stored(T object, long columns) {
        Managed managed = (Managed) object;
        managed.$clean(-1L);
        EntityState.markLoaded(managed, meta.inheritance() == null ? columns : own(managed, columns));
        evaluation.members(Path.of(meta)).addIfAbsent(managed);
    }

    private static long own(Managed managed, long columns) {
        long own = 0;
        for (ColumnAttribute column : managed.$meta().columnsOf(columns)) {
            own |= column.bit();
        }
        return own;
    }

    /** {@return the objects in the order in which they were made, in an unchangeable list that keeps them peers} */
    public List<T> list() {
        @Nullable Object[] objects = made.toArray();
        return new ResultList<>(objects, objects.length, evaluation);
    }
}
