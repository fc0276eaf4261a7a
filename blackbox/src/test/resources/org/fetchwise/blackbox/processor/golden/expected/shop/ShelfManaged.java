package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.fetchwise.meta.JoinColumns;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToManyAttribute.Container;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;
import shop.Shelf.Place;
import shop.Shelf.Sticker;

/** The attributes of {@link Shelf}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class ShelfManaged extends Shelf implements Managed {
    static final ColumnAttribute PLACE_HALL =
            new ColumnAttribute(0, "place.hall", "hall", ValueType.STRING, 255, 0, 0, null, Trait.KEY);
    static final ColumnAttribute PLACE_NR =
            new ColumnAttribute(1, "place.nr", "nr", ValueType.INTEGER, 0, 0, 0, null, Trait.KEY);
    static final ToManyAttribute STICKERS = ToManyAttribute.linked(
            2,
            "stickers",
            () -> QSticker.META,
            Container.SET,
            new LinkTable(
                    "shelf_sticker",
                    List.of("shelf_hall", "shelf_nr"),
                    List.of("stickers_text", "stickers_hall", "stickers_nr"))
                    .guardedBy(ForeignKeyConstraint.named("fk_sticker_on_shelf"), ForeignKeyConstraint.DERIVED));
    static final ToManyAttribute OWN = ToManyAttribute.joined(
            3,
            "own",
            () -> QSticker.META,
            Container.LIST,
            () -> QShelf.META,
            new JoinColumns(List.of("lit_hall", "lit_nr"), true, DeleteRule.CASCADE)
                    .guardedBy(ForeignKeyConstraint.named("fk_own_of_shelf")))
            .orderedByColumn("place");
    static final EmbeddedAttribute PLACE = new EmbeddedAttribute(
            0,
            "place",
            ValueType.composite(
                    Place.class,
                    List.of(PLACE_HALL.type(), PLACE_NR.type()),
                    Access::readPlace,
                    Access::partsOfPlace,
                    values -> Access.makePlace(values, 0)),
            List.of(PLACE_HALL, PLACE_NR),
            List.of());

    static final EntityMeta<Shelf> META = new EntityMeta<>(
            Shelf.class,
            "Shelf",
            List.of(PLACE_HALL, PLACE_NR),
            List.of(STICKERS, OWN),
            List.of(PLACE),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0);

    private static final VarHandle STICKERS_FIELD;
    private static final VarHandle OWN_FIELD;
    private static final VarHandle PLACE_FIELD;
    private static final VarHandle PLACE_HALL_FIELD;
    private static final VarHandle PLACE_NR_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(ShelfManaged.class, "ready", int.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Shelf.class, own);
            STICKERS_FIELD = entity.findVarHandle(Shelf.class, "stickers", Set.class);
            OWN_FIELD = entity.findVarHandle(Shelf.class, "own", List.class);
            PLACE_FIELD = entity.findVarHandle(Shelf.class, "place", Place.class);
            MethodHandles.Lookup other1 = MethodHandles.privateLookupIn(Place.class, own);
            PLACE_HALL_FIELD = other1.findVarHandle(Place.class, "hall", String.class);
            PLACE_NR_FIELD = other1.findVarHandle(Place.class, "nr", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;

    @Override
    public @Nullable Place getPlace() {
        if (((int) READY.getAcquire(this) & 1 << 0) == 0) {
            Managed.touch(this, $group, 0);
        }
        return super.getPlace();
    }

    @Override
    public @Nullable Set<Sticker> getStickers() {
        if (((int) READY.getAcquire(this) & 1 << 2) == 0) {
            Managed.touch(this, $group, 2);
        }
        return super.getStickers();
    }

    @Override
    public @Nullable List<Sticker> getOwn() {
        if (((int) READY.getAcquire(this) & 1 << 3) == 0) {
            Managed.touch(this, $group, 3);
        }
        return super.getOwn();
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
    static final class Access extends EntityAccess<Shelf> {
        @Override
        public Shelf newManaged(FetchGroup group) {
            ShelfManaged managed = new ShelfManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Shelf entity, RowReader row, long columns, int at) throws SQLException {
            ShelfManaged managed = (ShelfManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                PLACE_FIELD.set(entity, readPlace(row, next));
                next += 2;
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Shelf entity, int attribute) {
            return switch (attribute) {
                case 0 -> {
                    Place object = findPlace(entity);
                    yield object == null ? null : (String) PLACE_HALL_FIELD.get(object);
                }
                case 1 -> {
                    Place object = findPlace(entity);
                    yield object == null ? null : (int) PLACE_NR_FIELD.get(object);
                }
                case 2 -> (Set<?>) STICKERS_FIELD.get(entity);
                case 3 -> (List<?>) OWN_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Shelf entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> {
                    List<@Nullable Object> parts = new ArrayList<>(PLACE.type().partsOf(findPlace(entity)));
                    parts.set(0, value);
                    PLACE_FIELD.set(entity, makePlace(parts, 0));
                }
                case 1 -> {
                    List<@Nullable Object> parts = new ArrayList<>(PLACE.type().partsOf(findPlace(entity)));
                    parts.set(1, value);
                    PLACE_FIELD.set(entity, makePlace(parts, 0));
                }
                case 2 -> STICKERS_FIELD.set(entity, (Set<?>) value);
                case 3 -> OWN_FIELD.set(entity, (List<?>) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        @Override
        public @Nullable Object embedded(Shelf entity, int position) {
            return switch (position) {
                case 0 -> findPlace(entity);
                default -> throw new IndexOutOfBoundsException(position);
            };
        }

        static @Nullable Place readPlace(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable String part0 = row.string(next++);
            @Nullable Integer part1 = row.intOrNull(next++);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Place(part0, part1 == null ? 0 : part1);
        }

        static @Nullable Place makePlace(List<@Nullable Object> values, int at) {
            @Nullable String part0 = (String) values.get(at);
            @Nullable Integer part1 = (Integer) values.get(at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Place(part0, part1 == null ? 0 : part1);
        }

        static @Nullable Place findPlace(Shelf entity) {
            return (Place) PLACE_FIELD.get(entity);
        }

        static List<@Nullable Object> partsOfPlace(Place value) {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add((String) PLACE_HALL_FIELD.get(value));
            parts.add((int) PLACE_NR_FIELD.get(value));
            return parts;
        }
    }
}
