package org.fetchwise.meta;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row while it is read of which users get a value that is not managed: an element of a collection, or an object of a read-only
 * entity.
 */
public final class Unmanaged implements Managed {
    private final Supplier<EntityMeta<?>> meta;
    private final FetchGroup group;
    private final @Nullable Object[] attributes;
    private final AtomicLong ready = new AtomicLong();
    private @Nullable Object value;
    private @Nullable Extras extras;

    Unmanaged(Supplier<EntityMeta<?>> meta, FetchGroup group, int attributes) {
        this.meta = meta;
        this.group = group;
        this.attributes = new Object[attributes];
    }

    /** {@return the value that users see; null where all of its columns are NULL} */
    public @Nullable Object value() {
        return value;
    }

    void value(@Nullable Object read) {
        value = read;
    }

    @Nullable
    Object get(int attribute) {
        return attributes[attribute];
    }

    void set(int attribute, @Nullable Object given) {
        attributes[attribute] = given;
    }

    @Override
    public EntityMeta<?> $meta() {
        return meta.get();
    }

    @Override
    public FetchGroup $group() {
        return group;
    }

    @Override
    public long $ready() {
        return ready.get();
    }

    @Override
    public void $makeReady(long bits) {
        ready.getAndUpdate(before -> before | bits);
    }

    @Override
    public void $makeUnready(long bits) {
        ready.getAndUpdate(before -> before & ~bits);
    }

    @Override
    public long $dirty() {
        return 0;
    }

    @Override
    public void $clean(long bits) {}

    @Override
    public @Nullable Extras $extras() {
        return extras;
    }

    @Override
    public void $extras(@Nullable Extras given) {
        extras = given;
    }
}
