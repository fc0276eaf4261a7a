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
import org.fetchwise.meta.ForeignKeyConstraint;
import org.fetchwise.meta.Inheritance;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.TableConstraints.Index;
import org.fetchwise.meta.TableConstraints.IndexedColumn;
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
     * @param name the constraint's name, empty where it is derived from table and columns
     * @param columns the columns that hold the key
     * @param targetTable the table referred to
     * @param targetColumns the columns of its key, in the same order
     * @param cascades whether the database deletes the row together with the one referred to
     */
    record ForeignKey(
            String name, List<String> columns, String targetTable, List<String> targetColumns, boolean cascades) {
        ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
        }

        /** {@return the reference to a key, none where no constraint guards it} */
        static List<ForeignKey> of(
                ForeignKeyConstraint constraint, List<String> columns, EntityMeta<?> target, boolean cascades) {
            return constraint.exists()
                    ? List.of(new ForeignKey(
                            constraint.name(),
                            columns,
                            target.table(),
                            target.key().names(),
                            cascades))
                    : List.of();
        }
    }

    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        unique = List.copyOf(unique);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
    }

    /** {@return whether an index, that of the primary key or of a unique constraint included, begins with columns} */
    boolean isIndexed(List<String> wanted) {
        return beginsWith(key, wanted)
                || unique.stream().anyMatch(unique -> beginsWith(unique.columns(), wanted))
                || indexes.stream()
                        .anyMatch(index -> beginsWith(
                                index.columns().stream()
                                        .map(IndexedColumn::column)
                                        .toList(),
                                wanted));
    }

    private static boolean beginsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }

    /** {@return the tables of entities, then the link tables over which no entity is mapped} */
    static List<Table> of(List<EntityMeta<?>> entities) {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (EntityMeta<?> entity : entities) {
            for (EntityMeta<?> part : entity.isJoined() ? entity.parts() : List.of(entity.root())) {
                tables.putIfAbsent(part.table(), ofEntity(part));
            }
            referToParent(tables, entity);
        }
        for (EntityMeta<?> entity : entities) {
            for (RelationAttribute relation : entity.relations()) {
                if (relation instanceof ToManyAttribute many && entity.declaring(many.index()) == entity) {
                    if (many.isOneSided()) {
                        refer(tables, many);
                    }
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
                    position == null
                            ? table
                            : table.withPosition(position, and(link.ownerColumns(), List.of(position))),
                    Table::withUniqueLink);
        } else if (many.elements() != null) {
            Table table = ofElements(entity, many, many.elements());
            tables.putIfAbsent(table.name(), table);
        } else if (link == null && position != null) {
            tables.computeIfPresent(many.target().table(), (name, table) -> table.withPosition(position, table.key));
        }
    }

    /** The columns by which rows refer to their owners, where only these know them. */
    private static void refer(Map<String, Table> tables, ToManyAttribute many) {
        EntityMeta<?> target = many.target();
        ToOneAttribute reference = many.reference();
        List<ForeignKey> foreignKeys = ForeignKey.of(
                reference.constraint(),
                reference.foreignKey().names(),
                reference.target(),
                reference.deleteRule() == DeleteRule.DATABASE);
        boolean shared = target.isNarrowed() && !target.isJoined();
        tables.computeIfPresent(
                target.table(),
                (name, table) -> table.withReference(reference.foreignKey().columns(), foreignKeys, shared));
    }

    private Table withReference(List<ColumnAttribute> further, List<ForeignKey> references, boolean shared) {
        List<ColumnAttribute> all = new ArrayList<>(columns);
        for (ColumnAttribute column : further) {
            if (columns.stream().noneMatch(known -> known.column().equals(column.column()))) {
                all.add(shared ? column.asNullable() : column);
            }
        }
        List<ForeignKey> allKeys = new ArrayList<>(foreignKeys);
        for (ForeignKey reference : references) {
            if (!allKeys.contains(reference)) {
                allKeys.add(reference);
            }
        }
        return new Table(name, all, key, unique, indexes, allKeys);
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
        List<String> key = entity.key().names();
        Map<String, ColumnAttribute> columns = new LinkedHashMap<>();
        for (EntityMeta<?> member : entity.withSubclasses()) {
            addColumns(entity, member, columns);
            addConstraints(member, key, unique, foreignKeys);
        }
        for (Unique constraint : entity.constraints().uniques()) {
            unique.removeIf(other -> other.columns().equals(constraint.columns()));
            unique.add(constraint);
        }
        return new Table(
                entity.table(),
                List.copyOf(columns.values()),
                key,
                unique,
                entity.constraints().indexes(),
                foreignKeys);
    }

    /** The key of the attributes that an entity adds is that of the row that has the others. */
    private static void referToParent(Map<String, Table> tables, EntityMeta<?> entity) {
        Inheritance place = entity.inheritance();
        if (place == null || !entity.isJoined()) {
            return;
        }
        EntityMeta<?> above = place.parent();
        if (above != null) {
            ForeignKey.of(place.constraint(), entity.key().names(), above, false)
                    .forEach(toParent ->
                            tables.computeIfPresent(entity.table(), (name, table) -> table.referring(toParent)));
        }
    }

    private Table referring(ForeignKey reference) {
        if (foreignKeys.contains(reference)) {
            return this;
        }
        List<ForeignKey> all = new ArrayList<>(foreignKeys);
        all.add(reference);
        return new Table(name, columns, key, unique, indexes, all);
    }

    /** The columns of an entity in the table of one that it extends, where rows of others have no values for them. */
    private static void addColumns(EntityMeta<?> root, EntityMeta<?> entity, Map<String, ColumnAttribute> columns) {
        for (ColumnAttribute column : entity.columns()) {
            if (entity.declaring(column.index()) == entity) {
                columns.putIfAbsent(column.column(), root == entity ? column : column.asNullable());
            }
        }
    }

    private static void addConstraints(
            EntityMeta<?> entity, List<String> key, List<Unique> unique, List<ForeignKey> foreignKeys) {
        for (ColumnAttribute column : entity.columns()) {
            if (entity.declaring(column.index()) != entity) {
                continue;
            }
            ToOneAttribute relation = entity.relationOf(column);
            if (relation != null && relation.foreignKey().first() == column) {
                addReference(relation, key, unique, foreignKeys);
            } else if (column.is(Trait.UNIQUE) && !key.equals(List.of(column.column()))) {
                unique.add(new Unique("", List.of(column.column())));
            }
        }
        for (RelationAttribute relation : entity.relations()) {
            if (relation instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && entity.declaring(toOne.index()) == entity
                    && entity.relationOf(toOne.foreignKey().first()) != toOne) {
                addReference(toOne, key, unique, foreignKeys);
            }
        }
    }

    private static void addReference(
            ToOneAttribute relation, List<String> key, List<Unique> unique, List<ForeignKey> foreignKeys) {
        List<String> columns = relation.foreignKey().names();
        foreignKeys.addAll(ForeignKey.of(
                relation.constraint(), columns, relation.target(), relation.deleteRule() == DeleteRule.DATABASE));
        boolean single = relation.isSingle() || relation.foreignKey().first().is(Trait.UNIQUE);
        if (single && !columns.equals(key)) {
            unique.add(new Unique("", columns));
        }
    }

    private static Table ofLink(EntityMeta<?> owner, EntityMeta<?> target, LinkTable link) {
        List<ColumnAttribute> columns = new ArrayList<>();
        addReferences(columns, link.ownerColumns(), owner.key());
        addReferences(columns, link.targetColumns(), target.key());
        List<ForeignKey> foreignKeys =
                new ArrayList<>(ForeignKey.of(link.ownerConstraint(), link.ownerColumns(), owner, false));
        foreignKeys.addAll(ForeignKey.of(link.targetConstraint(), link.targetColumns(), target, false));
        return new Table(
                link.table(),
                columns,
                and(link.ownerColumns(), link.targetColumns()),
                List.of(),
                List.of(),
                foreignKeys);
    }

    /**
     * The table of a collection of values. As in Hibernate the rows of a list have their positions for a key, those of a map
     * their keys, and those of a set their values, where none of their columns may be NULL.
     */
    private static Table ofElements(EntityMeta<?> owner, ToManyAttribute many, ElementTable elements) {
        List<ColumnAttribute> columns = new ArrayList<>();
        addReferences(columns, elements.ownerColumns(), owner.key());
        columns.addAll(elements.columns());
        List<String> key = new ArrayList<>();
        boolean known = elements.columns().stream().noneMatch(column -> column.is(Trait.NULLABLE));
        if (many.container() == ToManyAttribute.Container.SET && known) {
            columns.forEach(column -> key.add(column.column()));
        } else if (elements.key() != null) {
            key.addAll(elements.ownerColumns());
            key.add(elements.key().column());
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
                ForeignKey.of(elements.constraint(), elements.ownerColumns(), owner, false));
        String position = many.orderColumn();
        return position == null ? table : table.withPosition(position, and(elements.ownerColumns(), List.of(position)));
    }

    private static void addReferences(List<ColumnAttribute> columns, List<String> names, KeyColumns target) {
        for (int at = 0; at < names.size(); at++) {
            ColumnAttribute key = target.columns().get(at);
            columns.add(new ColumnAttribute(
                    columns.size(),
                    names.get(at),
                    names.get(at),
                    key.type(),
                    key.length(),
                    key.precision(),
                    key.scale(),
                    null,
                    Trait.FOREIGN_KEY));
        }
    }

    private static List<String> and(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
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
