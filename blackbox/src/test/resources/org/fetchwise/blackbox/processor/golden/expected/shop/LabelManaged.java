package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.ReadOnlyAccess;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;
import shop.Parcel.Box;

/** The attributes of {@link Label}, which is only read, and how rows become its objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class LabelManaged {
    static final ColumnAttribute ID = new ColumnAttribute(0, "id", "id", ValueType.LONG, 0, 0, 0, null, Trait.KEY);
    static final ColumnAttribute TEXT =
            new ColumnAttribute(1, "text", "text", ValueType.STRING, 255, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute WIDTH = new ColumnAttribute(2, "width", "width", ValueType.INTEGER, 0, 0, 0, null);
    static final ColumnAttribute BOX_HEIGHT =
            new ColumnAttribute(3, "box.height", "height", ValueType.DOUBLE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOX_OPEN =
            new ColumnAttribute(4, "box.open", "open", ValueType.BOOLEAN, 0, 0, 0, null);
    static final EmbeddedAttribute BOX = new EmbeddedAttribute(
            0,
            "box",
            ValueType.composite(
                    Box.class,
                    List.of(BOX_HEIGHT.type(), BOX_OPEN.type()),
                    Access::readBox,
                    Access::partsOfBox,
                    values -> Access.makeBox(values, 0)),
            List.of(BOX_HEIGHT, BOX_OPEN),
            List.of());

    static final EntityMeta<Label> META = EntityMeta.readOnly(
            Label.class,
            "Label",
            List.of(ID, TEXT, WIDTH, BOX_HEIGHT, BOX_OPEN),
            List.of(BOX),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Assigned(),
            new Access());

    private static final VarHandle ID_FIELD;
    private static final VarHandle TEXT_FIELD;
    private static final VarHandle WIDTH_FIELD;
    private static final VarHandle BOX_FIELD;
    private static final VarHandle BOX_HEIGHT_FIELD;
    private static final VarHandle BOX_OPEN_FIELD;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Label.class, own);
            ID_FIELD = entity.findVarHandle(Label.class, "id", Long.class);
            TEXT_FIELD = entity.findVarHandle(Label.class, "text", String.class);
            WIDTH_FIELD = entity.findVarHandle(Label.class, "width", int.class);
            BOX_FIELD = entity.findVarHandle(Label.class, "box", Box.class);
            MethodHandles.Lookup other1 = MethodHandles.privateLookupIn(Box.class, own);
            BOX_HEIGHT_FIELD = other1.findVarHandle(Box.class, "height", Double.class);
            BOX_OPEN_FIELD = other1.findVarHandle(Box.class, "open", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private LabelManaged() {}

    /** The straight lines from rows to objects, and back to values. */
    static final class Access extends ReadOnlyAccess<Label> {
        @Override
        protected EntityMeta<Label> meta() {
            return META;
        }

        @Override
        protected Label readObject(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable Long part0 = row.longOrNull(next++);
            @Nullable String part1 = row.string(next++);
            int part2 = row.intAt(next++);
            @Nullable Box part3 = readBox(row, next);
            next += 2;
            return new Label(part0, part1, part2, part3);
        }

        @Override
        protected @Nullable Object valueOf(Label entity, int attribute) {
            return switch (attribute) {
                case 0 -> (Long) ID_FIELD.get(entity);
                case 1 -> (String) TEXT_FIELD.get(entity);
                case 2 -> (int) WIDTH_FIELD.get(entity);
                case 3 -> {
                    Box object = findBox(entity);
                    yield object == null ? null : (Double) BOX_HEIGHT_FIELD.get(object);
                }
                case 4 -> {
                    Box object = findBox(entity);
                    yield object == null ? null : (boolean) BOX_OPEN_FIELD.get(object);
                }
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        static @Nullable Box readBox(RowReader row, int at) throws SQLException {
            int next = at;
            @Nullable Double part0 = row.doubleOrNull(next++);
            @Nullable Boolean part1 = row.booleanOrNull(next++);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static @Nullable Box makeBox(List<@Nullable Object> values, int at) {
            @Nullable Double part0 = (Double) values.get(at);
            @Nullable Boolean part1 = (Boolean) values.get(at + 1);
            if (part0 == null && part1 == null) {
                return null;
            }
            return new Box(part0, part1 == null ? false : part1);
        }

        static @Nullable Box findBox(Label entity) {
            return (Box) BOX_FIELD.get(entity);
        }

        static List<@Nullable Object> partsOfBox(Box value) {
            List<@Nullable Object> parts = new ArrayList<>(2);
            parts.add((Double) BOX_HEIGHT_FIELD.get(value));
            parts.add((boolean) BOX_OPEN_FIELD.get(value));
            return parts;
        }
    }
}
