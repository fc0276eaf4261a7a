package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToManyAttribute.Container;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link User}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class UserManaged extends User implements Managed {
    static final ColumnAttribute ID = new ColumnAttribute(0, "id", "id", ValueType.UUID, 0, 0, 0, "UUID", Trait.KEY);
    static final ColumnAttribute MANAGER_ID = new ColumnAttribute(
            1, "manager.id", "manager_id", ValueType.UUID, 0, 0, 0, null, Trait.NULLABLE, Trait.FOREIGN_KEY);
    static final ToOneAttribute MANAGER =
            ToOneAttribute.owning(2, "manager", () -> QUser.META, MANAGER_ID, false, DeleteRule.CASCADE);
    static final ToManyAttribute REPORTS =
            ToManyAttribute.mappedBy(3, "reports", () -> QUser.META, Container.LIST, "manager");

    static final EntityMeta<User> META = new EntityMeta<>(
            User.class,
            "blog_user",
            List.of(ID, MANAGER_ID),
            List.of(MANAGER, REPORTS),
            List.of(),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0);

    private static final VarHandle ID_FIELD;
    private static final VarHandle MANAGER_FIELD;
    private static final VarHandle REPORTS_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(UserManaged.class, "ready", int.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(User.class, own);
            ID_FIELD = entity.findVarHandle(User.class, "id", UUID.class);
            MANAGER_FIELD = entity.findVarHandle(User.class, "manager", User.class);
            REPORTS_FIELD = entity.findVarHandle(User.class, "reports", Collection.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;
    private transient @Nullable UUID managerId;

    @Override
    public User getManager() {
        if (((int) READY.getAcquire(this) & 1 << 2) == 0) {
            Managed.touch(this, $group, 2);
        }
        return super.getManager();
    }

    @Override
    public Collection<User> getReports() {
        if (((int) READY.getAcquire(this) & 1 << 3) == 0) {
            Managed.touch(this, $group, 3);
        }
        return super.getReports();
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
    static final class Access extends EntityAccess<User> {
        @Override
        public User newManaged(FetchGroup group) {
            UserManaged managed = new UserManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(User entity, RowReader row, long columns, int at) throws SQLException {
            UserManaged managed = (UserManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                ID_FIELD.set(entity, row.uuid(next++));
            }
            if ((columns & 1L << 1) != 0) {
                managed.managerId = row.uuid(next++);
                if (managed.managerId == null) {
                    MANAGER_FIELD.set(entity, (User) null);
                    loaded |= 1L << 2;
                }
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(User entity, int attribute) {
            return switch (attribute) {
                case 0 -> (UUID) ID_FIELD.get(entity);
                case 1 -> managerId(entity);
                case 2 -> (User) MANAGER_FIELD.get(entity);
                case 3 -> (Collection<?>) REPORTS_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(User entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> ID_FIELD.set(entity, (UUID) value);
                case 1 -> ((UserManaged) entity).managerId = (UUID) value;
                case 2 -> MANAGER_FIELD.set(entity, (User) value);
                case 3 -> REPORTS_FIELD.set(entity, (Collection<?>) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        private static @Nullable Object managerId(User entity) {
            if (entity instanceof UserManaged managed
                    && managed.managerId != null
                    && ((int) READY.getAcquire(managed) & 1 << 2) == 0) {
                return managed.managerId;
            }
            User related = (User) MANAGER_FIELD.get(entity);
            return related == null ? null : QUser.META.keyOf(related);
        }
    }
}
