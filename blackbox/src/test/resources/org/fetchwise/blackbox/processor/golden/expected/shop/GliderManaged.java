package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
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
import org.fetchwise.meta.Inheritance;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link Glider}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class GliderManaged extends Glider implements Managed {
    static final ColumnAttribute ID = new ColumnAttribute(0, "id", "id", ValueType.LONG, 0, 0, 0, null, Trait.KEY);
    static final ColumnAttribute NAME =
            new ColumnAttribute(1, "name", "name", ValueType.STRING, 255, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute OWNER_ID = new ColumnAttribute(
            2, "owner.id", "owner_id", ValueType.UUID, 0, 0, 0, null, Trait.NULLABLE, Trait.FOREIGN_KEY);
    static final ColumnAttribute $TYPE = new ColumnAttribute(
            3, "$type", "DTYPE", ValueType.STRING, 31, 0, 0, null, Trait.DISCRIMINATOR, Trait.NOT_UPDATABLE);
    static final ColumnAttribute SPAN = new ColumnAttribute(6, "span", "span", ValueType.DOUBLE, 0, 0, 0, null);
    static final ToOneAttribute OWNER =
            ToOneAttribute.owning(7, "owner", () -> QUser.META, OWNER_ID, false, DeleteRule.PROTECT);

    static final EntityMeta<Glider> META = new EntityMeta<>(
            Glider.class,
            "Craft",
            List.of(ID, NAME, OWNER_ID, $TYPE, SPAN),
            List.of(OWNER),
            List.of(),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0).inheriting(Inheritance.singleTable($TYPE, "G", () -> QCraft.META, () -> List.of()));

    private static final VarHandle ID_FIELD;
    private static final VarHandle NAME_FIELD;
    private static final VarHandle SPAN_FIELD;
    private static final VarHandle OWNER_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(GliderManaged.class, "ready", int.class);
            MethodHandles.Lookup other0 = MethodHandles.privateLookupIn(Craft.class, own);
            ID_FIELD = other0.findVarHandle(Craft.class, "id", Long.class);
            NAME_FIELD = other0.findVarHandle(Craft.class, "name", String.class);
            OWNER_FIELD = other0.findVarHandle(Craft.class, "owner", User.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Glider.class, own);
            SPAN_FIELD = entity.findVarHandle(Glider.class, "span", double.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;
    private transient @Nullable UUID ownerId;

    @Override
    public String getName() {
        if (((int) READY.getAcquire(this) & 1 << 1) == 0) {
            Managed.touch(this, $group, 1);
        }
        return super.getName();
    }

    @Override
    public double getSpan() {
        if (((int) READY.getAcquire(this) & 1 << 6) == 0) {
            Managed.touch(this, $group, 6);
        }
        return super.getSpan();
    }

    @Override
    public User getOwner() {
        if (((int) READY.getAcquire(this) & 1 << 7) == 0) {
            Managed.touch(this, $group, 7);
        }
        return super.getOwner();
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
    static final class Access extends EntityAccess<Glider> {
        @Override
        public Glider newManaged(FetchGroup group) {
            GliderManaged managed = new GliderManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Glider entity, RowReader row, long columns, int at) throws SQLException {
            GliderManaged managed = (GliderManaged) entity;
            long loaded = columns & ~0x30L;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                ID_FIELD.set(entity, row.longOrNull(next++));
            }
            if ((columns & 1L << 1) != 0) {
                NAME_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 2) != 0) {
                managed.ownerId = row.uuid(next++);
                if (managed.ownerId == null) {
                    OWNER_FIELD.set(entity, (User) null);
                    loaded |= 1L << 7;
                }
            }
                next += Long.bitCount(columns & 1L << 3);
                next += Long.bitCount(columns & 0x30L);
            if ((columns & 1L << 6) != 0) {
                SPAN_FIELD.set(entity, row.doubleAt(next++));
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Glider entity, int attribute) {
            return switch (attribute) {
                case 0 -> (Long) ID_FIELD.get(entity);
                case 1 -> (String) NAME_FIELD.get(entity);
                case 2 -> ownerId(entity);
                case 3 -> "G";
                case 6 -> (double) SPAN_FIELD.get(entity);
                case 7 -> (User) OWNER_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Glider entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> ID_FIELD.set(entity, (Long) value);
                case 1 -> NAME_FIELD.set(entity, (String) value);
                case 2 -> ((GliderManaged) entity).ownerId = (UUID) value;
                case 3 -> {
                    // the class says it
                }
                case 6 -> SPAN_FIELD.set(entity, (double) Objects.requireNonNull(value));
                case 7 -> OWNER_FIELD.set(entity, (User) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        private static @Nullable Object ownerId(Glider entity) {
            if (entity instanceof GliderManaged managed
                    && managed.ownerId != null
                    && ((int) READY.getAcquire(managed) & 1 << 7) == 0) {
                return managed.ownerId;
            }
            User related = (User) OWNER_FIELD.get(entity);
            return related == null ? null : QUser.META.keyOf(related);
        }
    }
}
