package org.fetchwise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Assignment;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.meta.Managed;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Query;
import org.fetchwise.write.ElementWriter;
import org.fetchwise.write.RelatedWriter;

/** The objects of one relation of one object. */
final class RelatedQuerySet<T> extends BaseQuerySet<T, QuerySet.Of<T>> implements QuerySet.Related<T> {
    RelatedQuerySet(QueryState<T> state) {
        super(state);
    }

    @Override
    protected QuerySet.Of<T> with(QueryState<T> state) {
        return new PlainQuerySet<>(state);
    }

    @Override
    public void addAll(Collection<? extends T> objects) {
        if (isOfElements()) {
            elements().add(objects);
        } else {
            writer().add(keys(objects));
        }
        forget();
    }

    @Override
    public void addAll(Collection<? extends T> objects, Collection<? extends Assignment<?>> values) {
        if (isOfElements()) {
            throw new QueryException("'" + owners().relation() + "' of " + owners().owner()
                    + " holds values, between which and their owner nothing stands: take addAll(...) of"
                    + " objects alone.");
        }
        RelatedWriter writer = writer();
        writer.add(keys(objects), WriteBuilding.sets(Query.of(writer.linkEntity()), values, "addAll"));
        forget();
    }

    @Override
    public void removeAll(Collection<? extends T> objects) {
        if (isOfElements()) {
            elements().remove(objects);
        } else {
            writer().remove(keys(objects));
        }
        forget();
    }

    @Override
    public void setAll(Collection<? extends T> objects) {
        if (isOfElements()) {
            elements().set(objects);
        } else {
            writer().set(keys(objects));
        }
        forget();
    }

    @Override
    public void clear() {
        if (isOfElements()) {
            elements().clear();
        } else {
            writer().clear();
        }
        forget();
    }

    private boolean isOfElements() {
        return state().query().entity().elements() != null;
    }

    private ElementWriter elements() {
        return new ElementWriter(
                state().database().writing(), owners(), state().database().caller());
    }

    private Owners owners() {
        return Objects.requireNonNull(state().query().owners());
    }

    private RelatedWriter writer() {
        return new RelatedWriter(
                state().database().writing(), owners(), state().database().caller());
    }

    /** What the owner has loaded is not so any more. */
    private void forget() {
        if (state().owner() instanceof Managed managed) {
            EntityState.forget(managed, owners().relation());
        }
    }

    private List<Object> keys(Collection<? extends T> objects) {
        List<Object> keys = new ArrayList<>(objects.size());
        for (T object : objects) {
            keys.add(WriteBuilding.keyOf(state().query().entity(), object));
        }
        return keys;
    }
}
