package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToManyAttribute.Container;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Tag}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class TagManaged extends Tag implements Managed {
    static final ColumnAttribute NAME =
            new ColumnAttribute(0, "name", "name", ValueType.STRING, 255, 0, 0, null, Trait.KEY);
    static final ToManyAttribute POSTS = ToManyAttribute.mappedBy(1, "posts", () -> QPost.META, Container.LIST, "tags");

    static final EntityMeta<Tag> META = new EntityMeta<>(
            Tag.class,
            "Tag",
            List.of(NAME),
            List.of(POSTS),
            List.of(),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0);

    private static final VarHandle NAME_FIELD;
    private static final VarHandle POSTS_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(TagManaged.class, "ready", int.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Tag.class, own);
            NAME_FIELD = entity.findVarHandle(Tag.class, "name", String.class);
            POSTS_FIELD = entity.findVarHandle(Tag.class, "posts", List.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;

    @Override
    public List<Post> getPosts() {
        if (((int) READY.getAcquire(this) & 1 << 1) == 0) {
            Managed.touch(this, $group, 1);
        }
        return super.getPosts();
    }

    @Override
    public EntityMeta<?> $meta() {
        return META;
    }

    @Override
    public FetchGroup $group() {
        return Objects.requireNonNull($group);
    }

    @Override
    public long $ready() {
        return (int) READY.getAcquire(this);
    }

    @Override
    public void $makeReady(long bits) {
        READY.getAndBitwiseOrRelease(this, (int) bits);
    }

    @Override
    public void $makeUnready(long bits) {
        READY.getAndBitwiseAndRelease(this, (int) ~bits);
    }

    @Override
    public long $dirty() {
        return dirty;
    }

    @Override
    public void $clean(long bits) {
        dirty &= (int) ~bits;
        if ($extras != null) {
            $extras.forgetFormer(bits);
        }
    }

    @Override
    public @Nullable Extras $extras() {
        return $extras;
    }

    @Override
    public void $extras(@Nullable Extras extras) {
        $extras = extras;
    }

    /** The straight lines between rows, objects and the library. */
    static final class Access extends EntityAccess<Tag> {
        @Override
        public Tag newManaged(FetchGroup group) {
            TagManaged managed = new TagManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Tag entity, RowReader row, long columns, int at) throws SQLException {
            TagManaged managed = (TagManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                NAME_FIELD.set(entity, row.string(next++));
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Tag entity, int attribute) {
            return switch (attribute) {
                case 0 -> (String) NAME_FIELD.get(entity);
                case 1 -> (List<?>) POSTS_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Tag entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> NAME_FIELD.set(entity, (String) value);
                case 1 -> POSTS_FIELD.set(entity, (List<?>) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }
    }
}
