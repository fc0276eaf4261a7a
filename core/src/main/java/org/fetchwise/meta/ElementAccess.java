package org.fetchwise.meta;

import java.sql.SQLException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Describes the rows of a table of elements as those of an entity, so that they are joined, filtered, counted and loaded like the
 * rows of any to-many relation. The key that it names is the owner's: never NULL, though it tells no two rows apart.
 */
final class ElementAccess extends EntityAccess<Unmanaged> {
    /** The relation from an element to its owner; no attribute of a user's can be called so. */
    static final String OWNER = "$owner";

    private final ElementTable table;
    private final EntityMeta<Unmanaged> meta;

    ElementAccess(ElementTable table, EntityMeta<?> owner) {
        this.table = table;
        List<ColumnAttribute> ownerKey = new ArrayList<>();
        for (int at = 0; at < table.ownerColumns().size(); at++) {
            ColumnAttribute key = owner.key().columns().get(at);
            ownerKey.add(new ColumnAttribute(
                    at,
                    OWNER + "." + key.name(),
                    table.ownerColumns().get(at),
                    key.type(),
                    key.length(),
                    key.precision(),
                    key.scale(),
                    null,
                    Trait.KEY,
                    Trait.FOREIGN_KEY));
        }
        List<ColumnAttribute> columns = new ArrayList<>(ownerKey);
        columns.addAll(table.columns());
        ToOneAttribute toOwner = owner.key().isValue()
                ? ToOneAttribute.owning(
                        columns.size(), OWNER, () -> owner, ownerKey.getFirst(), false, DeleteRule.CASCADE)
                : ToOneAttribute.owning(columns.size(), OWNER, () -> owner, ownerKey, false, DeleteRule.CASCADE);
        EmbeddedAttribute object = table.object();
        meta = EntityMeta.ofElements(table, columns, toOwner, object == null ? List.of() : withNested(object), this);
    }

    private static List<EmbeddedAttribute> withNested(EmbeddedAttribute object) {
        List<EmbeddedAttribute> all = new ArrayList<>();
        object.nested().forEach(inner -> all.addAll(withNested(inner)));
        all.add(object);
        return all;
    }

    EntityMeta<Unmanaged> meta() {
        return meta;
    }

    @Override
    public Unmanaged newManaged(FetchGroup group) {
        return new Unmanaged(this::meta, group, meta().columns().size() + 1);
    }

    @Override
    public void read(Unmanaged element, RowReader row, long columns, int at) throws SQLException {
        int first = at + Long.bitCount(columns & meta().key().bits());
        EmbeddedAttribute object = table.object();
        Object value = object == null
                ? table.columns().getFirst().type().read(row, first)
                : object.type().read(row, first);
        ColumnAttribute key = table.key();
        element.value(
                key == null
                        ? value
                        : new SimpleImmutableEntry<>(
                                key.type().read(row, first + table.columns().size() - 1), value));
        element.$makeReady(columns);
    }

    @Override
    public @Nullable Object get(Unmanaged element, int attribute) {
        return element.get(attribute);
    }

    @Override
    public @Nullable Object embedded(Unmanaged element, int position) {
        return table.key() != null && element.value() instanceof Map.Entry<?, ?> entry
                ? entry.getValue()
                : element.value();
    }

    @Override
    public void set(Unmanaged element, int attribute, @Nullable Object value) {
        element.set(attribute, value);
    }
}
