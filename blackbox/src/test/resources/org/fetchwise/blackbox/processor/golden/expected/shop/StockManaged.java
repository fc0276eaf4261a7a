package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.ForeignKeyConstraint;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Place;
import shop.Shelf.Stock;

/** The attributes of {@link Stock}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class StockManaged extends Stock implements Managed {
    static final ColumnAttribute ID_HALL =
            new ColumnAttribute(0, "id.hall", "shelf_hall", ValueType.STRING, 255, 0, 0, null, Trait.KEY);
    static final ColumnAttribute ID_NR =
            new ColumnAttribute(1, "id.nr", "shelf_nr", ValueType.INTEGER, 0, 0, 0, null, Trait.KEY);
    static final ColumnAttribute HALL =
            new ColumnAttribute(2, "hall", "hall", ValueType.STRING, 255, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute NR =
            new ColumnAttribute(3, "nr", "nr", ValueType.INTEGER, 0, 0, 0, null, Trait.NULLABLE);
    static final ToOneAttribute SHELF =
            ToOneAttribute.owning(4, "shelf", () -> QShelf.META, List.of(ID_HALL, ID_NR), true, DeleteRule.PROTECT);
    static final ToOneAttribute NEXT =
            ToOneAttribute.owning(5, "next", () -> QShelf.META, List.of(HALL, NR), false, DeleteRule.PROTECT)
            .guardedBy(ForeignKeyConstraint.NONE);
    static final EmbeddedAttribute ID = new EmbeddedAttribute(
            0,
            "id",
            ValueType.composite(
                    Place.class,
                    List.of(ID_HALL.type(), ID_NR.type()),
                    Access::readId,
                    Access::partsOfId,
                    values -> Access.makeId(values, 0)),
            List.of(ID_HALL, ID_NR),
            List.of());

    static final EntityMeta<Stock> META = new EntityMeta<>(
            Stock.class,
            "Stock",
            List.of(ID_HALL, ID_NR, HALL, NR),
            List.of(SHELF, NEXT),
            List.of(ID),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0);

    private static final VarHandle HALL_FIELD;
    private static final VarHandle NR_FIELD;
    private static final VarHandle SHELF_FIELD;
    private static final VarHandle NEXT_FIELD;
    private static final VarHandle ID_FIELD;
    private static final VarHandle ID_HALL_FIELD;
    private static final VarHandle ID_NR_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(StockManaged.class, "ready", int.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Stock.class, own);
            HALL_FIELD = entity.findVarHandle(Stock.class, "hall", String.class);
            NR_FIELD = entity.findVarHandle(Stock.class, "nr", Integer.class);
            SHELF_FIELD = entity.findVarHandle(Stock.class, "shelf", Shelf.class);
            NEXT_FIELD = entity.findVarHandle(Stock.class, "next", Shelf.class);
            ID_FIELD = entity.findVarHandle(Stock.class, "id", Place.class);
            MethodHandles.Lookup other1 = MethodHandles.privateLookupIn(Place.class, own);
            ID_HALL_FIELD = other1.findVarHandle(Place.class, "hall", String.class);
            ID_NR_FIELD = other1.findVarHandle(Place.class, "nr", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;

    @Override
    public @Nullable Shelf getShelf() {
        if (((int) READY.getAcquire(this) & 1 << 4) == 0) {
            Managed.touch(this, $group, 4);
        }
        return super.getShelf();
    }

    @Override
    public @Nullable Shelf getNext() {
        if (((int) READY.getAcquire(this) & 1 << 5) == 0) {
            Managed.touch(this, $group, 5);
        }
        return super.getNext();
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
    static final class Access extends EntityAccess<Stock> {
        @Override
        public Stock newManaged(FetchGroup group) {
            StockManaged managed = new StockManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Stock entity, RowReader row, long columns, int at) throws SQLException {
            StockManaged managed = (StockManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                ID_FIELD.set(entity, readId(row, next));
                next += 2;
            }
            if ((columns & 1L << 2) != 0) {
                HALL_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 3) != 0) {
                NR_FIELD.set(entity, row.intOrNull(next++));
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Stock entity, int attribute) {
            return switch (attribute) {
                case 0 -> {
                    Place object = findId(entity);
                    yield object == null ? null : (String) ID_HALL_FIELD.get(object);
                }
                case 1 -> {
                    Place object = findId(entity);
                    yield object == null ? null : (int) ID_NR_FIELD.get(object);
                }
                case 2 -> (String) HALL_FIELD.get(entity);
                case 3 -> (Integer) NR_FIELD.get(entity);
                case 4 -> (Shelf) SHELF_FIELD.get(entity);
                case 5 -> (Shelf) NEXT_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Stock entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> {
                    List<@Nullable Object> parts = new ArrayList<>(ID.type().partsOf(findId(entity)));
                    parts.set(0, value);
                    ID_FIELD.set(entity, makeId(parts, 0));
                }
                case 1 -> {
                    List<@Nullable Object> parts = new ArrayList<>(ID.type().partsOf(findId(entity)));
                    parts.set(1, value);
                    ID_FIELD.set(entity, makeId(parts, 0));
                }
                case 2 -> HALL_FIELD.set(entity, (String) value);
                case 3 -> NR_FIELD.set(entity, (Integer) value);
                case 4 -> SHELF_FIELD.set(entity, (Shelf) value);
                case 5 -> NEXT_FIELD.set(entity, (Shelf) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        @Override
        public @Nullable Object embedded(Stock entity, int position) {
            return switch (position) {
                case 0 -> findId(entity);
                default -> throw new IndexOutOfBoundsException(position);
            };
        }

        static @Nullable Place readId(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable String part0 = row.string(next++);
            @Nullable Integer part1 = row.intOrNull(next++);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Place(part0, part1 == null ? 0 : part1);
        }

        static @Nullable Place makeId(List<@Nullable Object> values, int at) {
            @Nullable String part0 = (String) values.get(at);
            @Nullable Integer part1 = (Integer) values.get(at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Place(part0, part1 == null ? 0 : part1);
        }

        static @Nullable Place findId(Stock entity) {
            return (Place) ID_FIELD.get(entity);
        }

        static List<@Nullable Object> partsOfId(Place value) {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add((String) ID_HALL_FIELD.get(value));
            parts.add((int) ID_NR_FIELD.get(value));
            return parts;
        }
    }
}
