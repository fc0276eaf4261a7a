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
import shop.Shelf.Sticker;
import shop.Shelf.StickerId;

/** The attributes of {@link Sticker}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class StickerManaged extends Sticker implements Managed {
    static final ColumnAttribute TEXT =
            new ColumnAttribute(0, "text", "text", ValueType.STRING, 255, 0, 0, null, Trait.KEY);
    static final ColumnAttribute SHELF_PLACE_HALL = new ColumnAttribute(
            1, "shelf.place.hall", "hall", ValueType.STRING, 255, 0, 0, null, Trait.KEY, Trait.FOREIGN_KEY);
    static final ColumnAttribute SHELF_PLACE_NR = new ColumnAttribute(
            2, "shelf.place.nr", "nr", ValueType.INTEGER, 0, 0, 0, null, Trait.KEY, Trait.FOREIGN_KEY);
    static final ColumnAttribute COLOUR =
            new ColumnAttribute(3, "colour", "colour", ValueType.STRING, 255, 0, 0, null, Trait.NULLABLE);
    static final ToOneAttribute SHELF = ToOneAttribute.owning(
            4, "shelf", () -> QShelf.META, List.of(SHELF_PLACE_HALL, SHELF_PLACE_NR), false, DeleteRule.PROTECT)
            .guardedBy(ForeignKeyConstraint.named("fk_shelf"));
    static final ValueType<StickerId> KEY_TYPE = ValueType.composite(
            StickerId.class,
            List.of(TEXT.type(), SHELF_PLACE_HALL.type(), SHELF_PLACE_NR.type()),
            Access::readKey,
            Access::partsOfKey,
            Access::makeKey);

    static final EntityMeta<Sticker> META = new EntityMeta<>(
            Sticker.class,
            "Sticker",
            List.of(TEXT, SHELF_PLACE_HALL, SHELF_PLACE_NR, COLOUR),
            List.of(SHELF),
            List.of(),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0).keyedBy(KEY_TYPE);

    private static final VarHandle TEXT_FIELD;
    private static final VarHandle COLOUR_FIELD;
    private static final VarHandle SHELF_FIELD;
    private static final VarHandle STICKER_ID_SHELF_FIELD;
    private static final VarHandle STICKER_ID_TEXT_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(StickerManaged.class, "ready", int.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Sticker.class, own);
            TEXT_FIELD = entity.findVarHandle(Sticker.class, "text", String.class);
            COLOUR_FIELD = entity.findVarHandle(Sticker.class, "colour", String.class);
            SHELF_FIELD = entity.findVarHandle(Sticker.class, "shelf", Shelf.class);
            MethodHandles.Lookup other1 = MethodHandles.privateLookupIn(StickerId.class, own);
            STICKER_ID_SHELF_FIELD = other1.findVarHandle(StickerId.class, "shelf", Place.class);
            STICKER_ID_TEXT_FIELD = other1.findVarHandle(StickerId.class, "text", String.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;
    private transient @Nullable String shelfPlaceHall;
    private transient @Nullable Integer shelfPlaceNr;

    @Override
    public @Nullable Shelf getShelf() {
        if (((int) READY.getAcquire(this) & 1 << 4) == 0) {
            Managed.touch(this, $group, 4);
        }
        return super.getShelf();
    }

    @Override
    public void setShelf(@Nullable Shelf value) {
        if ($group != null && (dirty & (1 << 1 | 1 << 2)) == 0) {
            Managed.keep(this, 1L << 1 | 1L << 2);
        }
        super.setShelf(value);
        shelfPlaceHall = null;
        shelfPlaceNr = null;
        dirty |= 1 << 1 | 1 << 2;
        READY.setRelease(this, ready | 1 << 1 | 1 << 2 | 1 << 4);
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
    static final class Access extends EntityAccess<Sticker> {
        @Override
        public Sticker newManaged(FetchGroup group) {
            StickerManaged managed = new StickerManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Sticker entity, RowReader row, long columns, int at) throws SQLException {
            StickerManaged managed = (StickerManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                TEXT_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 1) != 0) {
                managed.shelfPlaceHall = row.string(next++);
                if (managed.shelfPlaceHall == null) {
                    SHELF_FIELD.set(entity, (Shelf) null);
                    loaded |= 1L << 4;
                }
            }
            if ((columns & 1L << 2) != 0) {
                managed.shelfPlaceNr = row.intOrNull(next++);
                if (managed.shelfPlaceNr == null) {
                    SHELF_FIELD.set(entity, (Shelf) null);
                    loaded |= 1L << 4;
                }
            }
            if ((columns & 1L << 3) != 0) {
                COLOUR_FIELD.set(entity, row.string(next++));
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Sticker entity, int attribute) {
            return switch (attribute) {
                case 0 -> (String) TEXT_FIELD.get(entity);
                case 1 -> shelfPlaceHall(entity);
                case 2 -> shelfPlaceNr(entity);
                case 3 -> (String) COLOUR_FIELD.get(entity);
                case 4 -> (Shelf) SHELF_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Sticker entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> TEXT_FIELD.set(entity, (String) value);
                case 1 -> ((StickerManaged) entity).shelfPlaceHall = (String) value;
                case 2 -> ((StickerManaged) entity).shelfPlaceNr = (Integer) value;
                case 3 -> COLOUR_FIELD.set(entity, (String) value);
                case 4 -> SHELF_FIELD.set(entity, (Shelf) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        private static @Nullable Object shelfPlaceHall(Sticker entity) {
            if (entity instanceof StickerManaged managed
                    && managed.shelfPlaceHall != null
                    && ((int) READY.getAcquire(managed) & 1 << 4) == 0) {
                return managed.shelfPlaceHall;
            }
            Shelf related = (Shelf) SHELF_FIELD.get(entity);
            return related == null ? null : QShelf.META.partOfKey(related, 0);
        }

        private static @Nullable Object shelfPlaceNr(Sticker entity) {
            if (entity instanceof StickerManaged managed
                    && managed.shelfPlaceNr != null
                    && ((int) READY.getAcquire(managed) & 1 << 4) == 0) {
                return managed.shelfPlaceNr;
            }
            Shelf related = (Shelf) SHELF_FIELD.get(entity);
            return related == null ? null : QShelf.META.partOfKey(related, 1);
        }

        static @Nullable StickerId readKey(RowReader row, int at) throws SQLException {
            List<@Nullable Object> values = new ArrayList<>(3);
            values.add(TEXT.type().read(row, at));
            values.add(SHELF_PLACE_HALL.type().read(row, at + 1));
            values.add(SHELF_PLACE_NR.type().read(row, at + 2));
            return makeKey(values);
        }

        static @Nullable StickerId makeKey(List<@Nullable Object> values) {
            if (values.contains(null)) {
                return null;
            }
            return new StickerId(
                    (Place) QShelf.META.key().type().valueOf(values.subList(1, 3)), (String) values.get(0));
        }

        static List<@Nullable Object> partsOfKey(StickerId key) {
            List<@Nullable Object> parts = new ArrayList<>(3);
            parts.add((String) STICKER_ID_TEXT_FIELD.get(key));
            parts.addAll(QShelf.META.key().partsOf((Place) STICKER_ID_SHELF_FIELD.get(key)));
            return parts;
        }
    }
}
