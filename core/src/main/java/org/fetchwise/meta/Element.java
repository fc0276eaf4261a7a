package org.fetchwise.meta;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One row of a table of elements, while it is read: users see its value only. */
public final class Element implements Managed {
    private final ElementAccess access;
    private final FetchGroup group;
    private final @Nullable Object[] attributes;
    private final AtomicLong ready = new AtomicLong();
    private @Nullable Object value;
    private @Nullable Extras extras;

    Element(ElementAccess access, FetchGroup group, int attributes) {
        this.access = access;
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
        return access.meta();
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
