package org.fetchwise.meta;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The access to objects of an entity and of those that extend it: for each object that of its own class. */
final class FamilyAccess<T> extends EntityAccess<T> {
    private final Family<T> family;

    FamilyAccess(Family<T> family) {
        this.family = family;
    }

    @SuppressWarnings("unchecked") // the access of an object's own entity takes it
    private EntityAccess<T> of(T entity) {
        return (EntityAccess<T>) family.of(entity).ownAccess();
    }

    @Override
    public T newManaged(FetchGroup group) {
        return family.top().ownAccess().newManaged(group);
    }

    @Override
    public void read(T entity, RowReader row, long columns, int at) throws SQLException {
        of(entity).read(entity, row, columns, at);
    }

    @Override
    public @Nullable Object get(T entity, int attribute) {
        return of(entity).get(entity, attribute);
    }

    @Override
    public @Nullable Object embedded(T entity, int position) {
        return of(entity).embedded(entity, position);
    }

    @Override
    public void set(T entity, int attribute, @Nullable Object value) {
        of(entity).set(entity, attribute, value);
    }

    @Override
    public Set<Lifecycle> callbacks() {
        Set<Lifecycle> all = EnumSet.noneOf(Lifecycle.class);
        family.members().forEach(member -> all.addAll(member.ownAccess().callbacks()));
        return all;
    }

    @Override
    public void call(Lifecycle moment, T entity) {
        of(entity).call(moment, entity);
    }
}
