package org.fetchwise.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;

/** Which columns refer to the rows of each entity: what a deletion has to look at. Immutable. */
public final class References {
    private final Map<EntityMeta<?>, List<Reference>> byTarget = new HashMap<>();
    private final Set<EntityMeta<?>> restricting = new HashSet<>();
    private final Map<String, List<EntityMeta<?>>> overLinks = new HashMap<>();
    private final Map<EntityMeta<?>, List<ToOneAttribute>> oneSided = new HashMap<>();

    /** A column that refers to rows. */
    sealed interface Reference {
        /** {@return whether a deletion of the rows referred to has nothing to do here} */
        boolean isIdle();
    }

    /**
     * A foreign key of an entity.
     *
     * @param owner the entity that has it
     * @param relation its relation
     */
    record ForeignKey(EntityMeta<?> owner, ToOneAttribute relation) implements Reference {
        @Override
        public boolean isIdle() {
            return relation.deleteRule() == DeleteRule.DO_NOTHING || relation.deleteRule() == DeleteRule.DATABASE;
        }
    }

    /**
     * One side of a link table.
     *
     * @param name the entity and the relation that declare the table
     * @param declaring the entity that declares it
     * @param relation the relation that declares it
     * @param link the table, seen from the rows referred to
     */
    record Link(String name, EntityMeta<?> declaring, ToManyAttribute relation, LinkTable link) implements Reference {
        @Override
        public boolean isIdle() {
            return false;
        }
    }

    /**
     * A table with the values of a collection, which go with their owners.
     *
     * @param name the entity and its collection
     * @param table the table
     */
    record Elements(String name, ElementTable table) implements Reference {
        @Override
        public boolean isIdle() {
            return false;
        }
    }

    /**
     * Finds the references between some entities.
     *
     * @param entities all entities of the model
     */
    public References(List<EntityMeta<?>> entities) {
        Set<String> linkTables = new HashSet<>();
        for (EntityMeta<?> entity : entities) {
            for (RelationAttribute relation : declared(entity)) {
                if (relation instanceof ToManyAttribute many && many.inverse() == null && many.link() != null) {
                    LinkTable link = many.link();
                    linkTables.add(link.table());
                    String name = entity.name() + "_" + many.name();
                    add(entity, new Link(name, entity, many, link));
                    add(many.target(), new Link(name, entity, many, link.reversed()));
                }
            }
        }
        for (EntityMeta<?> entity : entities) {
            for (ToManyAttribute many : ElementRows.collectionsOf(entity)) {
                if (entity.declaring(many.index()) != entity) {
                    continue;
                }
                ElementTable table = Objects.requireNonNull(many.elements());
                add(entity, new Elements(entity.name() + "_" + many.name(), table));
            }
        }
        for (EntityMeta<?> entity : entities) {
            if (linkTables.contains(entity.table())) {
                overLinks
                        .computeIfAbsent(entity.table(), missing -> new ArrayList<>())
                        .add(entity);
            } else {
                addForeignKeys(entity);
            }
            addOneSided(entity);
        }
    }

    /** What refers to the rows of an entity by columns that only that entity knows. */
    private void addOneSided(EntityMeta<?> entity) {
        for (RelationAttribute relation : declared(entity)) {
            if (relation instanceof ToManyAttribute many && many.isOneSided()) {
                add(entity, new ForeignKey(many.target(), many.reference()));
                oneSided.computeIfAbsent(many.target(), missing -> new ArrayList<>())
                        .add(many.reference());
            }
        }
    }

    private void addForeignKeys(EntityMeta<?> entity) {
        for (RelationAttribute relation : declared(entity)) {
            if (relation instanceof ToOneAttribute toOne && toOne.isOwning()) {
                add(toOne.target(), new ForeignKey(entity, toOne));
                if (toOne.deleteRule() == DeleteRule.RESTRICT) {
                    restricting.add(entity.root());
                }
            }
        }
    }

    private void add(EntityMeta<?> target, Reference reference) {
        byTarget.computeIfAbsent(target, missing -> new ArrayList<>()).add(reference);
    }

    /** The relations of an entity without those that it inherits from another one. */
    private static List<RelationAttribute> declared(EntityMeta<?> entity) {
        return entity.relations().stream()
                .filter(relation -> entity.declaring(relation.index()) == entity)
                .toList();
    }

    /** What refers to rows of an entity, as rows of it, of one that it extends or of one that extends it. */
    List<Reference> to(EntityMeta<?> entity) {
        if (entity.inheritance() == null) {
            return byTarget.getOrDefault(entity, List.of());
        }
        List<Reference> all = new ArrayList<>();
        byTarget.forEach((target, references) -> {
            if (target.isA(entity) || entity.isA(target)) {
                all.addAll(references);
            }
        });
        return all;
    }

    /**
     * {@return the tables that change when rows of an entity are deleted: its own, and those that foreign keys of the database
     * change with it}
     *
     * @param entity the entity
     */
    public Set<String> writtenByDeletion(EntityMeta<?> entity) {
        Set<EntityMeta<?>> reached = new LinkedHashSet<>(List.of(entity));
        List<EntityMeta<?>> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            for (Reference reference : to(open.removeLast())) {
                if (reference instanceof ForeignKey foreignKey
                        && foreignKey.relation().deleteRule() == DeleteRule.DATABASE
                        && reached.add(foreignKey.owner())) {
                    open.add(foreignKey.owner());
                }
            }
        }
        return reached.stream().map(EntityMeta::table).collect(Collectors.toUnmodifiableSet());
    }

    /** The references of an entity's rows by columns that are no attributes of theirs. */
    List<ToOneAttribute> oneSided(EntityMeta<?> entity) {
        return oneSided.getOrDefault(entity, List.of());
    }

    /** The entities that are mapped over a link table. */
    List<EntityMeta<?>> over(LinkTable link) {
        return overLinks.getOrDefault(link.table(), List.of());
    }

    /** Whether rows of an entity go with one statement, because nobody has to know which they are. */
    boolean goAtOnce(EntityMeta<?> entity) {
        return to(entity).stream().allMatch(Reference::isIdle) && !restricting.contains(entity.root());
    }

    /** Whether rows of an entity can be found by a query when they go, because all that refers to them only lets go of them. */
    boolean goByQuery(EntityMeta<?> entity) {
        return !restricting.contains(entity.root()) && to(entity).stream().allMatch(References::letsGo);
    }

    private static boolean letsGo(Reference reference) {
        return switch (reference) {
            case Link link -> false;
            case Elements elements -> false;
            case ForeignKey foreignKey ->
                foreignKey.isIdle()
                        || foreignKey.relation().deleteRule() == DeleteRule.SET_NULL
                        || foreignKey.relation().deleteRule() == DeleteRule.SET_DEFAULT;
        };
    }
}
