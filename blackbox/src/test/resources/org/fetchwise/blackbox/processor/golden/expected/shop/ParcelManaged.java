package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.ForeignKeyConstraint;
import org.fetchwise.meta.HiddenCallback;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.Lifecycle;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.OrderBy;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToManyAttribute.Container;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;
import shop.Parcel.Box;
import shop.Parcel.Load;
import shop.Parcel.Scale;

/** The attributes of {@link Parcel}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class ParcelManaged extends Parcel implements Managed {
    static final ColumnAttribute ID = new ColumnAttribute(0, "id", "id", ValueType.LONG, 0, 0, 0, null, Trait.KEY);
    static final ColumnAttribute VERSION =
            new ColumnAttribute(1, "version", "version", ValueType.SHORT, 0, 0, 0, null, Trait.VERSION);
    static final ColumnAttribute LOAD_WEIGHT =
            new ColumnAttribute(2, "load.weight", "total_weight", ValueType.INTEGER, 0, 0, 0, null);
    static final ColumnAttribute LOAD_BOX_HEIGHT =
            new ColumnAttribute(3, "load.box.height", "height", ValueType.DOUBLE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute LOAD_BOX_OPEN =
            new ColumnAttribute(4, "load.box.open", "open", ValueType.BOOLEAN, 0, 0, 0, null);
    static final ColumnAttribute LABELS_VALUE =
            new ColumnAttribute(1, "labels.value", "labels", ValueType.STRING, 255, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute INNER_VALUE_HEIGHT =
            new ColumnAttribute(1, "inner.value.height", "height", ValueType.DOUBLE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute INNER_VALUE_OPEN =
            new ColumnAttribute(2, "inner.value.open", "open", ValueType.BOOLEAN, 0, 0, 0, null);
    static final ColumnAttribute SIDES_VALUE_HEIGHT =
            new ColumnAttribute(1, "sides.value.height", "height", ValueType.DOUBLE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute SIDES_VALUE_OPEN =
            new ColumnAttribute(2, "sides.value.open", "open", ValueType.BOOLEAN, 0, 0, 0, null);
    static final ColumnAttribute SIDES_KEY =
            new ColumnAttribute(3, "sides.key", "side", ValueType.STRING, 10, 0, 0, null);
    static final ToManyAttribute LABELS = ToManyAttribute.elements(
            5,
            "labels",
            () -> QParcel.META,
            Container.SET,
            new ElementTable("Parcel.labels", "Parcel_labels", "Parcel_id", List.of(LABELS_VALUE), null))
            .orderedBy(List.of(new OrderBy("value", false)));
    static final EmbeddedAttribute INNER_VALUE = new EmbeddedAttribute(
            0,
            "inner.value",
            ValueType.composite(
                    Box.class,
                    List.of(INNER_VALUE_HEIGHT.type(), INNER_VALUE_OPEN.type()),
                    Access::readInnerValue,
                    Access::partsOfInnerValue,
                    values -> Access.makeInnerValue(values, 0)),
            List.of(INNER_VALUE_HEIGHT, INNER_VALUE_OPEN),
            List.of());
    static final ToManyAttribute INNER = ToManyAttribute.elements(
            6,
            "inner",
            () -> QParcel.META,
            Container.LIST,
            new ElementTable(
                    "Parcel.inner",
                    "parcel_inner",
                    "Parcel_id",
                    List.of(INNER_VALUE_HEIGHT, INNER_VALUE_OPEN),
                    INNER_VALUE)
                    .guardedBy(ForeignKeyConstraint.named("fk_inner")));
    static final EmbeddedAttribute SIDES_VALUE = new EmbeddedAttribute(
            0,
            "sides.value",
            ValueType.composite(
                    Box.class,
                    List.of(SIDES_VALUE_HEIGHT.type(), SIDES_VALUE_OPEN.type()),
                    Access::readSidesValue,
                    Access::partsOfSidesValue,
                    values -> Access.makeSidesValue(values, 0)),
            List.of(SIDES_VALUE_HEIGHT, SIDES_VALUE_OPEN),
            List.of());
    static final ToManyAttribute SIDES = ToManyAttribute.elements(
            7,
            "sides",
            () -> QParcel.META,
            Container.MAP,
            new ElementTable(
                    "Parcel.sides",
                    "Parcel_sides",
                    "Parcel_id",
                    List.of(SIDES_VALUE_HEIGHT, SIDES_VALUE_OPEN, SIDES_KEY),
                    SIDES_VALUE,
                    SIDES_KEY));
    static final EmbeddedAttribute LOAD_BOX = new EmbeddedAttribute(
            0,
            "load.box",
            ValueType.composite(
                    Box.class,
                    List.of(LOAD_BOX_HEIGHT.type(), LOAD_BOX_OPEN.type()),
                    Access::readLoadBox,
                    Access::partsOfLoadBox,
                    values -> Access.makeLoadBox(values, 0)),
            List.of(LOAD_BOX_HEIGHT, LOAD_BOX_OPEN),
            List.of());
    static final EmbeddedAttribute LOAD = new EmbeddedAttribute(
            1,
            "load",
            ValueType.composite(
                    Load.class,
                    List.of(LOAD_WEIGHT.type(), LOAD_BOX_HEIGHT.type(), LOAD_BOX_OPEN.type()),
                    Access::readLoad,
                    Access::partsOfLoad,
                    values -> Access.makeLoad(values, 0)),
            List.of(LOAD_WEIGHT, LOAD_BOX_HEIGHT, LOAD_BOX_OPEN),
            List.of(LOAD_BOX));

    static final EntityMeta<Parcel> META = new EntityMeta<>(
            Parcel.class,
            "Parcel",
            List.of(ID, VERSION, LOAD_WEIGHT, LOAD_BOX_HEIGHT, LOAD_BOX_OPEN),
            List.of(LABELS, INNER, SIDES),
            List.of(LOAD_BOX, LOAD),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access(),
            0);

    private static final VarHandle ID_FIELD;
    private static final VarHandle VERSION_FIELD;
    private static final VarHandle LABELS_FIELD;
    private static final VarHandle INNER_FIELD;
    private static final VarHandle SIDES_FIELD;
    private static final VarHandle LOAD_FIELD;
    private static final VarHandle LOAD_BOX_HEIGHT_FIELD;
    private static final VarHandle LOAD_BOX_OPEN_FIELD;
    private static final VarHandle LOAD_WEIGHT_FIELD;
    private static final VarHandle LOAD_BOX_FIELD;
    private static final VarHandle INNER_VALUE_HEIGHT_FIELD;
    private static final VarHandle INNER_VALUE_OPEN_FIELD;
    private static final VarHandle SIDES_VALUE_HEIGHT_FIELD;
    private static final VarHandle SIDES_VALUE_OPEN_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(ParcelManaged.class, "ready", int.class);
            MethodHandles.Lookup other0 = MethodHandles.privateLookupIn(Kept.class, own);
            ID_FIELD = other0.findVarHandle(Kept.class, "id", Object.class);
            VERSION_FIELD = other0.findVarHandle(Kept.class, "version", short.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Parcel.class, own);
            LABELS_FIELD = entity.findVarHandle(Parcel.class, "labels", Set.class);
            INNER_FIELD = entity.findVarHandle(Parcel.class, "inner", List.class);
            SIDES_FIELD = entity.findVarHandle(Parcel.class, "sides", Map.class);
            LOAD_FIELD = entity.findVarHandle(Parcel.class, "load", Load.class);
            MethodHandles.Lookup other2 = MethodHandles.privateLookupIn(Box.class, own);
            LOAD_BOX_HEIGHT_FIELD = other2.findVarHandle(Box.class, "height", Double.class);
            LOAD_BOX_OPEN_FIELD = other2.findVarHandle(Box.class, "open", boolean.class);
            INNER_VALUE_HEIGHT_FIELD = other2.findVarHandle(Box.class, "height", Double.class);
            INNER_VALUE_OPEN_FIELD = other2.findVarHandle(Box.class, "open", boolean.class);
            SIDES_VALUE_HEIGHT_FIELD = other2.findVarHandle(Box.class, "height", Double.class);
            SIDES_VALUE_OPEN_FIELD = other2.findVarHandle(Box.class, "open", boolean.class);
            MethodHandles.Lookup other3 = MethodHandles.privateLookupIn(Load.class, own);
            LOAD_WEIGHT_FIELD = other3.findVarHandle(Load.class, "weight", int.class);
            LOAD_BOX_FIELD = other3.findVarHandle(Load.class, "box", Box.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient int ready;
    private transient int dirty;
    private transient @Nullable List<@Nullable Object> loadSeen;

    @Override
    public Long getId() {
        if (((int) READY.getAcquire(this) & 1 << 0) == 0) {
            Managed.touch(this, $group, 0);
        }
        return super.getId();
    }

    @Override
    public @Nullable Load getLoad() {
        if (((int) READY.getAcquire(this) & 1 << 2) == 0) {
            Managed.touch(this, $group, 2);
        }
        if (loadSeen == null) {
            loadSeen = LOAD.seen(Access.findLoad(this));
        }
        return super.getLoad();
    }

    @Override
    public void setLoad(@Nullable Load value) {
        if ($group != null && (dirty & (1 << 2 | 1 << 3 | 1 << 4)) == 0) {
            Managed.keep(this, 1L << 2 | 1L << 3 | 1L << 4);
        }
        super.setLoad(value);
        dirty |= 1 << 2 | 1 << 3 | 1 << 4;
        READY.setRelease(this, ready | 1 << 2 | 1 << 3 | 1 << 4);
    }

    @Override
    public Set<String> getLabels() {
        if (((int) READY.getAcquire(this) & 1 << 5) == 0) {
            Managed.touch(this, $group, 5);
        }
        return super.getLabels();
    }

    @Override
    public void setLabels(Set<String> value) {
        super.setLabels(value);
        dirty |= 1 << 5;
        READY.setRelease(this, ready | 1 << 5);
    }

    @Override
    public List<Box> getInner() {
        if (((int) READY.getAcquire(this) & 1 << 6) == 0) {
            Managed.touch(this, $group, 6);
        }
        return super.getInner();
    }

    @Override
    public Map<String, Box> getSides() {
        if (((int) READY.getAcquire(this) & 1 << 7) == 0) {
            Managed.touch(this, $group, 7);
        }
        return super.getSides();
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
        loadSeen = (bits & LOAD.bits()) == 0 ? loadSeen : null;
    }

    @Override
    public long $dirty() {
        return dirty
                | (loadSeen == null ? 0 : LOAD.changed(loadSeen, Access.findLoad(this)));
    }

    @Override
    public void $clean(long bits) {
        dirty &= (int) ~bits;
        if ($extras != null) {
            $extras.forgetFormer(bits);
        }
        loadSeen = loadSeen == null ? null : LOAD.seen(Access.findLoad(this));
    }

    @Override
    public @Nullable Extras $extras() {
        return $extras;
    }

    @Override
    public void $extras(@Nullable Extras extras) {
        $extras = extras;
    }

    @Override
    public @Nullable List<@Nullable Object> $seen(int position) {
        return switch (position) {
            case 1 -> loadSeen;
            default -> null;
        };
    }

    /** The straight lines between rows, objects and the library. */
    static final class Access extends EntityAccess<Parcel> {
        @Override
        public Parcel newManaged(FetchGroup group) {
            ParcelManaged managed = new ParcelManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0);
            return managed;
        }

        @Override
        public void read(Parcel entity, RowReader row, long columns, int at) throws SQLException {
            ParcelManaged managed = (ParcelManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                ID_FIELD.set(entity, row.longOrNull(next++));
            }
            if ((columns & 1L << 1) != 0) {
                VERSION_FIELD.set(entity, (short) row.intAt(next++));
            }
            if ((columns & 1L << 2) != 0) {
                LOAD_FIELD.set(entity, readLoad(row, next));
                next += 3;
            }
            READY.setRelease(managed, managed.ready | (int) loaded);
        }

        @Override
        public @Nullable Object get(Parcel entity, int attribute) {
            return switch (attribute) {
                case 0 -> (Long) ID_FIELD.get(entity);
                case 1 -> (short) VERSION_FIELD.get(entity);
                case 2 -> {
                    Load object = findLoad(entity);
                    yield object == null ? null : (int) LOAD_WEIGHT_FIELD.get(object);
                }
                case 3 -> {
                    Box object = findLoadBox(entity);
                    yield object == null ? null : (Double) LOAD_BOX_HEIGHT_FIELD.get(object);
                }
                case 4 -> {
                    Box object = findLoadBox(entity);
                    yield object == null ? null : (boolean) LOAD_BOX_OPEN_FIELD.get(object);
                }
                case 5 -> (Set<?>) LABELS_FIELD.get(entity);
                case 6 -> (List<?>) INNER_FIELD.get(entity);
                case 7 -> (Map<?, ?>) SIDES_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Parcel entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> ID_FIELD.set(entity, (Long) value);
                case 1 -> VERSION_FIELD.set(entity, (short) Objects.requireNonNull(value));
                case 2 -> {
                    List<@Nullable Object> parts = new ArrayList<>(LOAD.type().partsOf(findLoad(entity)));
                    parts.set(0, value);
                    LOAD_FIELD.set(entity, makeLoad(parts, 0));
                }
                case 3 -> {
                    List<@Nullable Object> parts = new ArrayList<>(LOAD.type().partsOf(findLoad(entity)));
                    parts.set(1, value);
                    LOAD_FIELD.set(entity, makeLoad(parts, 0));
                }
                case 4 -> {
                    List<@Nullable Object> parts = new ArrayList<>(LOAD.type().partsOf(findLoad(entity)));
                    parts.set(2, value);
                    LOAD_FIELD.set(entity, makeLoad(parts, 0));
                }
                case 5 -> LABELS_FIELD.set(entity, (Set<?>) value);
                case 6 -> INNER_FIELD.set(entity, (List<?>) value);
                case 7 -> SIDES_FIELD.set(entity, (Map<?, ?>) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        @Override
        public @Nullable Object embedded(Parcel entity, int position) {
            return switch (position) {
                case 0 -> findLoadBox(entity);
                case 1 -> findLoad(entity);
                default -> throw new IndexOutOfBoundsException(position);
            };
        }

        static @Nullable Box readLoadBox(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable Double part0 = row.doubleOrNull(next++);
            @Nullable Boolean part1 = row.booleanOrNull(next++);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static @Nullable Box makeLoadBox(List<@Nullable Object> values, int at) {
            @Nullable Double part0 = (Double) values.get(at);
            @Nullable Boolean part1 = (Boolean) values.get(at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static @Nullable Box findLoadBox(Parcel entity) {
            Load outer = findLoad(entity);
            return outer == null ? null : (Box) LOAD_BOX_FIELD.get(outer);
        }

        static List<@Nullable Object> partsOfLoadBox(Box value) {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add((Double) LOAD_BOX_HEIGHT_FIELD.get(value));
            parts.add((boolean) LOAD_BOX_OPEN_FIELD.get(value));
            return parts;
        }

        static @Nullable Load readLoad(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable Integer part0 = row.intOrNull(next++);
            @Nullable Box part1 = readLoadBox(row, next);
            next += 2;
            if (part0 == null && part1 == null) {
                return null;
            }
            Load value = new Load();
            if (part0 != null) {
                LOAD_WEIGHT_FIELD.set(value, (int) part0);
            }
            LOAD_BOX_FIELD.set(value, part1);
            return value;
        }

        static @Nullable Load makeLoad(List<@Nullable Object> values, int at) {
            @Nullable Integer part0 = (Integer) values.get(at);
            @Nullable Box part1 = makeLoadBox(values, at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            Load value = new Load();
            if (part0 != null) {
                LOAD_WEIGHT_FIELD.set(value, (int) part0);
            }
            LOAD_BOX_FIELD.set(value, part1);
            return value;
        }

        static @Nullable Load findLoad(Parcel entity) {
            return (Load) LOAD_FIELD.get(entity);
        }

        static List<@Nullable Object> partsOfLoad(Load value) {
            List<@Nullable Object> parts = new ArrayList<>(3);
            parts.add((int) LOAD_WEIGHT_FIELD.get(value));
            parts.addAll(LOAD_BOX.type().partsOf((Box) LOAD_BOX_FIELD.get(value)));
            return parts;
        }

        static @Nullable Box readInnerValue(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable Double part0 = row.doubleOrNull(next++);
            @Nullable Boolean part1 = row.booleanOrNull(next++);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static @Nullable Box makeInnerValue(List<@Nullable Object> values, int at) {
            @Nullable Double part0 = (Double) values.get(at);
            @Nullable Boolean part1 = (Boolean) values.get(at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static List<@Nullable Object> partsOfInnerValue(Box value) {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add((Double) INNER_VALUE_HEIGHT_FIELD.get(value));
            parts.add((boolean) INNER_VALUE_OPEN_FIELD.get(value));
            return parts;
        }

        static @Nullable Box readSidesValue(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable Double part0 = row.doubleOrNull(next++);
            @Nullable Boolean part1 = row.booleanOrNull(next++);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static @Nullable Box makeSidesValue(List<@Nullable Object> values, int at) {
            @Nullable Double part0 = (Double) values.get(at);
            @Nullable Boolean part1 = (Boolean) values.get(at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static List<@Nullable Object> partsOfSidesValue(Box value) {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add((Double) SIDES_VALUE_HEIGHT_FIELD.get(value));
            parts.add((boolean) SIDES_VALUE_OPEN_FIELD.get(value));
            return parts;
        }

        private static final Set<Lifecycle> CALLBACKS =
                Set.of(Lifecycle.PRE_PERSIST, Lifecycle.PRE_UPDATE, Lifecycle.POST_LOAD);
        private static final Scale LISTENER_0 = new Scale();
        private static final HiddenCallback CALLBACK_0;
        private static final HiddenCallback CALLBACK_1;

        static {
            try {
                MethodHandles.Lookup own = MethodHandles.lookup();
                CALLBACK_0 = HiddenCallback.of(own, Scale.class, LISTENER_0, "weighAgain", Kept.class);
                CALLBACK_1 = HiddenCallback.of(own, Kept.class, "kept");
            } catch (ReflectiveOperationException impossible) {
                throw new ExceptionInInitializerError(impossible);
            }
        }

        @Override
        public Set<Lifecycle> callbacks() {
            return CALLBACKS;
        }

        @Override
        public void call(Lifecycle moment, Parcel entity) {
            switch (moment) {
                case PRE_PERSIST -> LISTENER_0.weigh(entity);
                case PRE_UPDATE -> {
                    CALLBACK_0.call(entity);
                    entity.pack();
                }
                case POST_LOAD -> CALLBACK_1.call(entity);
                default -> {}
            }
        }
    }
}
