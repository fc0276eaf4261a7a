package org.fetchwise.write;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.fetchwise.hydrate.EntityState;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Term;
import org.fetchwise.spi.Origin;
import org.fetchwise.transaction.TransactionOptions;
import org.jspecify.annotations.Nullable;

/**
 * Saves the collections of values of single objects together with their rows: of an object that was read those that were replaced, of
 * another those that it holds. Safe for use by several threads.
 */
final class SavedElements<T> {
    private final EntityMeta<T> meta;
    private final WriteRunner runner;
    private final List<ToManyAttribute> collections;

    SavedElements(EntityMeta<T> meta, WriteRunner runner) {
        this.meta = meta;
        this.runner = runner;
        this.collections = ElementRows.collectionsOf(meta);
    }

    /** Writes an object's row, and then its collections if there is such a row; gives what writing gave. */
    @Nullable
    T save(T object, Supplier<@Nullable T> writing, @Nullable Origin origin) {
        List<ToManyAttribute> concerned =
                collections.stream().filter(many -> isSaved(object, many)).toList();
        if (concerned.isEmpty()) {
            return writing.get();
        }
        return runner.statements().blocks().<@Nullable T>run(TransactionOptions.STANDARD, () -> {
            T written = writing.get();
            if (written != null) {
                concerned.forEach(many -> save(object, many, origin));
            }
            return written;
        });
    }

    private boolean isSaved(T object, ToManyAttribute many) {
        return object instanceof Managed managed
                ? (managed.$dirty() & many.bit()) != 0
                : meta.access().get(object, many.index()) != null;
    }

    /** The user's own collection is given up for one that is read when it is touched, and that nobody changes unnoticed. */
    private void save(T object, ToManyAttribute many, @Nullable Origin origin) {
        Object key = Objects.requireNonNull(meta.keyOf(object));
        Owners owners = new Owners(
                meta, many, new Term.OneOf(new Term.Literal(key, meta.key().type())));
        new ElementWriter(runner, owners, origin)
                .set(ElementTable.values(meta.access().get(object, many.index())));
        if (object instanceof Managed managed) {
            EntityState.forget(managed, many);
        }
    }
}
