package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets a relation that writes no column of its own read the one that another attribute maps already: that of a part of the key,
 * of a plain attribute, or of another relation.
 *
 * <pre>
 * Long orderId, Order order with order_id that is never written   ->   order over orderId
 * </pre>
 */
final class SharedColumns {
    private SharedColumns() {}

    static EntityModel join(EntityModel entity) {
        Map<String, String> shared = new HashMap<>();
        for (ColumnModel column : entity.columns()) {
            if (isOnlyRead(column)) {
                entity.columns().stream()
                        .filter(other -> other.column().equals(column.column()) && !isOnlyRead(other))
                        .findFirst()
                        .ifPresent(other -> shared.put(column.name(), other.name()));
            }
        }
        if (shared.isEmpty()) {
            return entity;
        }
        List<ColumnModel> columns = new ArrayList<>();
        for (ColumnModel column : entity.columns()) {
            if (!shared.containsKey(column.name())) {
                columns.add(column.at(columns.size()));
            }
        }
        List<RelationModel> relations = new ArrayList<>();
        for (RelationModel relation : entity.relations()) {
            relations.add(over(shared, relation).at(columns.size() + relations.size()));
        }
        return entity.with(columns, relations);
    }

    private static boolean isOnlyRead(ColumnModel column) {
        return column.is(Trait.FOREIGN_KEY) && column.is(Trait.NOT_INSERTABLE) && column.is(Trait.NOT_UPDATABLE);
    }

    private static RelationModel over(Map<String, String> shared, RelationModel relation) {
        return relation instanceof RelationModel.Owning owning
                ? owning.over(owning.foreignKey().stream()
                        .map(name -> shared.getOrDefault(name, name))
                        .toList())
                : relation;
    }
}
