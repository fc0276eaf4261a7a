package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.fetchwise.annotation.DeleteRule;
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
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Comment}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class CommentManaged extends Comment implements Managed {
    static final ColumnAttribute ID =
            new ColumnAttribute(0, "id", "id", ValueType.LONG, 0, 0, 0, null, Trait.KEY, Trait.GENERATED);
    static final ColumnAttribute POST_ID = new ColumnAttribute(
            1, "post.id", "post_id", ValueType.LONG, 0, 0, 0, null, Trait.NULLABLE, Trait.FOREIGN_KEY);
    static final ToOneAttribute POST =
            ToOneAttribute.owning(2, "post", () -> QPost.META, POST_ID, false, DeleteRule.PROTECT);

    static final EntityMeta<Comment> META = new EntityMeta<>(
            Comment.class,
            "Comment",
            List.of(ID, POST_ID),
            List.of(POST),
            List.of(),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Identity(),
            new Access(),
            0);

    private static final VarHandle ID_FIELD;
    private static final VarHandle POST_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(CommentManaged.class, "ready", int.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Comment.class, own);
            ID_FIELD = entity.findVarHandle(Comment.class, "id", Long.class);
            POST_FIELD = entity.findVarHandle(Comment.class, "post", Post.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;
    private transient @Nullable Long postId;

    @Override
    public Post getPost() {
        if (((int) READY.getAcquire(this) & 1 << 2) == 0) {
            Managed.touch(this, $group, 2);
        }
        return super.getPost();
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
    static final class Access extends EntityAccess<Comment> {
        @Override
        public Comment newManaged(FetchGroup group) {
            CommentManaged managed = new CommentManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Comment entity, RowReader row, long columns, int at) throws SQLException {
            CommentManaged managed = (CommentManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                ID_FIELD.set(entity, row.longOrNull(next++));
            }
            if ((columns & 1L << 1) != 0) {
                managed.postId = row.longOrNull(next++);
                if (managed.postId == null) {
                    POST_FIELD.set(entity, (Post) null);
                    loaded |= 1L << 2;
                }
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Comment entity, int attribute) {
            return switch (attribute) {
                case 0 -> (Long) ID_FIELD.get(entity);
                case 1 -> postId(entity);
                case 2 -> (Post) POST_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Comment entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> ID_FIELD.set(entity, (Long) value);
                case 1 -> ((CommentManaged) entity).postId = (Long) value;
                case 2 -> POST_FIELD.set(entity, (Post) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        private static @Nullable Object postId(Comment entity) {
            if (entity instanceof CommentManaged managed
                    && managed.postId != null
                    && ((int) READY.getAcquire(managed) & 1 << 2) == 0) {
                return managed.postId;
            }
            Post related = (Post) POST_FIELD.get(entity);
            return related == null ? null : QPost.META.keyOf(related);
        }
    }
}
