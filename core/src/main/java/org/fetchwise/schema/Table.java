package org.fetchwise.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.TableConstraints.Index;
import org.fetchwise.meta.TableConstraints.Unique;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;

/**
 * A table to create.
 *
 * @param name its name
 * @param columns its columns, in order
 * @param key the columns of the primary key
 * @param unique what else is unique
 * @param indexes the indexes that the mapping asks for
 * @param foreignKeys its references
 */
record Table(
        String name,
        List<ColumnAttribute> columns,
        List<String> key,
        List<Unique> unique,
        List<Index> indexes,
        List<ForeignKey> foreignKeys) {
    /**
     * A reference to another table, or to the same one.
     *
     * @param column the column that holds the key
     * @param targetTable the table referred to
     * @param targetColumn its key
     * @param cascades whether the database deletes the row together with the one referred to
     */
    record ForeignKey(String column, String targetTable, String targetColumn, boolean cascades) {}

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        unique = List.copyOf(unique);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** {@return whether an index, that of the primary key or of a unique constraint included, begins with a column} */
    boolean isIndexed(String column) {
        return (!key.isEmpty() && key.getFirst().equals(column))
                || unique.stream()
                        .anyMatch(unique -> unique.columns().getFirst().equals(column))
                || indexes.stream()
                        .anyMatch(index -> index.columns().getFirst().column().equals(column));
    }

    /** {@return the tables of entities, then the link tables over which no entity is mapped} */
    static List<Table> of(List<EntityMeta<?>> entities) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (EntityMeta<?> entity : entities) {
            tables.putIfAbsent(entity.table(), ofEntity(entity));
        }
        for (EntityMeta<?> entity : entities) {
            for (RelationAttribute relation : entity.relations()) {
                if (relation instanceof ToManyAttribute many) {
                    add(tables, entity, many);
                }
            }
        }
        return List.copyOf(tables.values());
    }

    private static void add(Map<String, Table> tables, EntityMeta<?> entity, ToManyAttribute many) {
        LinkTable link = many.link();
        String position = many.orderColumn();
        if (link != null && many.inverse() == null) {
            Table table = ofLink(entity, many.target(), link);
            tables.merge(
                    link.table(),
                    position == null ? table : table.withPosition(position, List.of(link.ownerColumn(), position)),
                    Table::withUniqueLink);
        } else if (many.elements() != null) {
            Table table = ofElements(entity, many, many.elements());
            tables.putIfAbsent(table.name(), table);
        } else if (link == null && position != null) {
            tables.computeIfPresent(many.target().table(), (name, table) -> table.withPosition(position, table.key));
        }
    }

    /** The table with a column that keeps the position of a row among those of its owner. */
    private Table withPosition(String column, List<String> newKey) {
        List<ColumnAttribute> all = new ArrayList<>(columns);
        Trait[] traits = newKey.contains(column) ? new Trait[0] : new Trait[] {Trait.NULLABLE};
        all.add(new ColumnAttribute(columns.size(), column, column, ValueType.INTEGER, 0, 0, 0, null, traits));
        return new Table(name, all, newKey, unique, indexes, foreignKeys);
    }

    private static Table ofEntity(EntityMeta<?> entity) {
        List<Unique> unique = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (ColumnAttribute column : entity.columns()) {
            ToOneAttribute relation = entity.relationOf(column);
            if (relation != null) {
                foreignKeys.add(new ForeignKey(
                        column.column(),
                        relation.target().table(),
                        relation.target().key().column(),
                        relation.deleteRule() == DeleteRule.DATABASE));
            }
            if (!column.is(Trait.KEY) && (column.is(Trait.UNIQUE) || (relation != null && relation.isSingle()))) {
                unique.add(new Unique("", List.of(column.column())));
            }
        }
        for (Unique constraint : entity.constraints().uniques()) {
            unique.removeIf(other -> other.columns().equals(constraint.columns()));
            unique.add(constraint);
        }
        List<String> key = List.of(entity.key().column());
        return new Table(
                entity.table(),
                entity.columns(),
                key,
                unique,
                entity.constraints().indexes(),
                foreignKeys);
    }

    private static Table ofLink(EntityMeta<?> owner, EntityMeta<?> target, LinkTable link) {
        return new Table(
                link.table(),
                List.of(reference(0, link.ownerColumn(), owner), reference(1, link.targetColumn(), target)),
                List.of(link.ownerColumn(), link.targetColumn()),
                List.of(),
                List.of(),
                List.of(
                        new ForeignKey(
                                link.ownerColumn(), owner.table(), owner.key().column(), false),
                        new ForeignKey(
                                link.targetColumn(),
                                target.table(),
                                target.key().column(),
                                false)));
    }

    /**
     * The table of a collection of values. As in Hibernate the rows of a list have their positions for a key, and those of a set
     * their values, where none of their columns may be NULL.
     */
    private static Table ofElements(EntityMeta<?> owner, ToManyAttribute many, ElementTable elements) {
        ColumnAttribute ownerKey = reference(0, elements.ownerColumn(), owner);
        List<ColumnAttribute> columns = new ArrayList<>(List.of(ownerKey));
        columns.addAll(elements.columns());
        List<String> key = new ArrayList<>();
        boolean known = elements.columns().stream().noneMatch(column -> column.is(Trait.NULLABLE));
        if (many.container() == ToManyAttribute.Container.SET && known) {
            columns.forEach(column -> key.add(column.column()));
        }
        Table table = new Table(
                elements.table(),
                columns,
                key,
                elements.columns().stream()
                        .filter(column -> column.is(Trait.UNIQUE))
                        .map(column -> new Unique("", List.of(column.column())))
                        .toList(),
                List.of(),
                List.of(new ForeignKey(
                        ownerKey.column(), owner.table(), owner.key().column(), false)));
        String position = many.orderColumn();
        return position == null ? table : table.withPosition(position, List.of(ownerKey.column(), position));
    }

    private static ColumnAttribute reference(int index, String column, EntityMeta<?> target) {
        ColumnAttribute key = target.key();
        return new ColumnAttribute(
                index, column, column, key.type(), key.length(), key.precision(), key.scale(), null, Trait.FOREIGN_KEY);
    }

    /** The table of an entity that is also a link: what the link has for a key is unique in it. */
    private Table withUniqueLink(Table link) {
        boolean given = unique.stream()
                .anyMatch(constraint -> new HashSet<>(constraint.columns()).equals(new HashSet<>(link.key)));
        if (given || key.equals(link.key)) {
            return this;
        }
        List<Unique> all = new ArrayList<>(unique);
        all.add(new Unique("", link.key));
        return new Table(name, columns, key, all, indexes, foreignKeys);
    }
}
