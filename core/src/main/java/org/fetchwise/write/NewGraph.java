package org.fetchwise.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/**
 * New objects and what they refer to: which of them there are, what each needs to be there before it, and which rows of link
 * tables join them. Objects that have a row are left where they are. Serves one call.
 */
final class NewGraph {
    private final IdentityHashMap<Object, Node<?>> nodes = new IdentityHashMap<>();
    private final List<Node<?>> inOrder = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Link> owned = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Deque<Node<?>> unseen = new ArrayDeque<>();

    /**
     * A new object, known by its identity. Mutable.
     *
     * @param <T> its entity
     */
    static final class Node<T> {
        private final EntityMeta<T> meta;
        private final T object;
        private final int number;
        private final List<Edge> needs = new ArrayList<>();
        private final List<Edge> neededBy = new ArrayList<>();
        private int waitsFor;
        private boolean followed;
        private boolean inserted;

        Node(EntityMeta<T> meta, T object, int number) {
            this.meta = meta;
            this.object = object;
            this.number = number;
        }

        EntityMeta<T> meta() {
            return meta;
        }

        T object() {
            return object;
        }

        @Nullable
        Object get(RelationAttribute relation) {
            return meta.access().get(object, relation.index());
        }

        boolean hasKey() {
            return meta.keyOf(object) != null;
        }

        void forgetKey() {
            ColumnAttribute key = meta.key().first();
            // What a related object tells of a key goes with the key of that object.
            if (meta.key().isValue() && !key.is(ColumnAttribute.Trait.FOREIGN_KEY)) {
                meta.access().set(object, key.index(), null);
            }
        }

        void set(RelationAttribute relation, @Nullable Object value) {
            meta.access().set(object, relation.index(), value);
        }
    }

    /**
     * A reference of a new object to another one.
     *
     * @param from the object whose row has the foreign key
     * @param relation the relation
     * @param to the object that it leads to
     */
    record Edge(Node<?> from, ToOneAttribute relation, Node<?> to) {
        @Override
        public String toString() {
            return from.meta() + "." + relation;
        }
    }

    /**
     * The position of an object among those of its owner.
     *
     * @param relation the relation that leads to it
     * @param target the object
     * @param position its position, counted from 0
     */
    record Place(ToManyAttribute relation, Object target, int position) {}

    /**
     * A row of a link table.
     *
     * @param owner the object whose relation it is
     * @param relation the relation
     * @param target the object that it leads to
     * @param position the position of the target among those of the owner
     */
    record Link(Node<?> owner, ToManyAttribute relation, Object target, int position) {
        LinkTable table() {
            LinkTable link = relation.link();
            if (link == null) {
                throw new IllegalStateException(relation + " has no link table");
            }
            return link;
        }
    }

    /**
     * Finds all that belongs together.
     *
     * @param meta the entity of the objects
     * @param roots the objects
     * @param <T> the entity
     */
    static <T> NewGraph of(EntityMeta<T> meta, Collection<? extends T> roots) {
        NewGraph graph = new NewGraph();
        for (T root : roots) {
            if (root instanceof Managed) {
                throw new QueryException("A " + meta + " among these has a row already: saveGraph takes new objects.");
            }
            graph.add(meta.of(root), root);
        }
        while (!graph.unseen.isEmpty()) {
            graph.follow(graph.unseen.remove());
        }
        return graph;
    }

    /** The objects that have no key yet. */
    List<Node<?>> withoutKeys() {
        return inOrder.stream().filter(node -> !node.hasKey()).toList();
    }

    List<Link> links() {
        return links;
    }

    /** The objects whose rows refer to their owners by columns that are no attributes of theirs. */
    List<Link> owned() {
        return owned;
    }

    /** The positions of objects whose own rows keep them. */
    List<Place> places() {
        return places;
    }

    private <T> Node<T> add(EntityMeta<T> meta, T object) {
        Node<T> node = new Node<>(meta, object, inOrder.size());
        if (nodes.putIfAbsent(object, node) == null) {
            inOrder.add(node);
            unseen.add(node);
        }
        return node;
    }

    /** The node of a related object, or null where it has a row. */
    private <T> @Nullable Node<?> related(EntityMeta<T> meta, Object object) {
        Node<?> known = nodes.get(object);
        if (known != null || object instanceof Managed) {
            return known;
        }
        T entity = meta.type().cast(object);
        return meta.keyOf(entity) == null ? add(meta, entity) : null;
    }

    private static void need(Node<?> node, ToOneAttribute relation, Node<?> target) {
        Edge edge = new Edge(node, relation, target);
        node.needs.add(edge);
        target.neededBy.add(edge);
    }

    private void follow(Node<?> node) {
        node.followed = true;
        for (RelationAttribute relation : node.meta().relations()) {
            Object value = node.get(relation);
            if (value == null) {
                continue;
            }
            switch (relation) {
                case ToOneAttribute toOne
                when toOne.isOwning() -> {
                    Node<?> target = related(toOne.target(), value);
                    if (target != null) {
                        need(node, toOne, target);
                    }
                }
                case ToOneAttribute reverse -> child(node, reverse, reverse.mappedBy(), value);
                case ToManyAttribute many when many.elements() != null -> {}
                case ToManyAttribute many -> each(node, many, (Collection<?>) value);
            }
        }
    }

    private void each(Node<?> node, ToManyAttribute many, Collection<?> targets) {
        int position = 0;
        for (Object target : targets) {
            if (many.link() != null) {
                related(many.target(), target);
                links.add(new Link(node, many, target, position++));
            } else if (many.orderColumn() != null) {
                places.add(new Place(many, target, position++));
            }
            if (many.isOneSided()) {
                if (related(many.target(), target) == null) {
                    throw new QueryException("A " + many.target() + " in '" + many + "' of a new " + node.meta()
                            + " has a row already. saveGraph only inserts: create the " + node.meta()
                            + ", then add it with db.related(…).");
                }
                owned.add(new Link(node, many, target, position));
            } else if (many.link() == null && many.inverse() instanceof ToOneAttribute inverse) {
                child(node, many, inverse, target);
            }
        }
    }

    /** An object whose row has the foreign key, which is set where the program has not done so. */
    @SuppressWarnings("ReferenceEquality") // two new objects are the same row only if they are one object
    private void child(Node<?> parent, RelationAttribute relation, ToOneAttribute inverse, Object value) {
        Node<?> child = related(relation.target(), value);
        if (child == null) {
            throw new QueryException("A " + relation.target() + " in '" + relation + "' of a new " + parent.meta()
                    + " has a row already. saveGraph only inserts: create the " + parent.meta() + ", then set '"
                    + inverse + "' of the " + relation.target() + " and save it.");
        }
        Object before = child.get(inverse);
        if (before == null) {
            child.set(inverse, parent.object());
            if (child.followed) {
                need(child, inverse, parent);
            }
        } else if (before != parent.object()) {
            throw new QueryException("A " + relation.target() + " is in '" + relation + "' of a new " + parent.meta()
                    + ", but its '" + inverse + "' is another one. Let both say the same.");
        }
    }

    /** What is inserted when: each level needs only those before it, and references that are set afterwards. */
    record Order(List<List<Node<?>>> levels, List<Edge> postponed) {}

    /** Puts the objects in levels. A circle is opened where a reference may be NULL for a while. */
    Order order() {
        List<List<Node<?>>> levels = new ArrayList<>();
        Set<Edge> postponed = new LinkedHashSet<>();
        List<Node<?>> ready = new ArrayList<>();
        for (Node<?> node : inOrder) {
            node.waitsFor = node.needs.size();
            if (node.waitsFor == 0) {
                ready.add(node);
            }
        }
        int left = inOrder.size();
        while (left > 0) {
            List<Node<?>> next = new ArrayList<>();
            if (ready.isEmpty()) {
                List<Edge> opened = circle(postponed);
                postponed.addAll(opened);
                opened.forEach(edge -> meet(edge, next));
            } else {
                levels.add(ready);
                left -= ready.size();
                ready.forEach(node -> node.inserted = true);
                for (Node<?> node : ready) {
                    node.neededBy.stream()
                            .filter(edge -> !postponed.contains(edge))
                            .forEach(edge -> meet(edge, next));
                }
            }
            next.sort(Comparator.comparingInt(node -> node.number));
            ready = next;
        }
        return new Order(levels, List.copyOf(postponed));
    }

    private static void meet(Edge edge, List<Node<?>> ready) {
        Node<?> node = edge.from();
        node.waitsFor--;
        if (node.waitsFor == 0) {
            ready.add(node);
        }
    }

    /** The references of one relation that may be NULL and take part in a circle. */
    private List<Edge> circle(Set<Edge> postponed) {
        List<Edge> open = inOrder.stream()
                .flatMap(node -> node.needs.stream())
                .filter(edge -> isOpen(edge, postponed))
                .toList();
        for (Edge edge : open) {
            if (edge.relation().isNullable() && leads(edge.to(), edge.from(), postponed)) {
                return open.stream()
                        .filter(other -> other.relation() == edge.relation())
                        .toList();
            }
        }
        String names = open.stream()
                .filter(edge -> leads(edge.to(), edge.from(), postponed))
                .map(Edge::toString)
                .distinct()
                .collect(Collectors.joining(", "));
        throw new QueryException("These new objects refer to each other in a circle, by " + names
                + ", none of which may be NULL: no row can be the first. Let one of the columns be NULL.");
    }

    private static boolean isOpen(Edge edge, Set<Edge> postponed) {
        return !edge.to().inserted && !postponed.contains(edge);
    }

    private static boolean leads(Node<?> from, Node<?> to, Set<Edge> postponed) {
        Set<Node<?>> seen = new HashSet<>();
        Deque<Node<?>> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            Node<?> node = next.remove();
            if (node == to) {
                return true;
            }
            if (seen.add(node)) {
                node.needs.stream().filter(edge -> isOpen(edge, postponed)).forEach(edge -> next.add(edge.to()));
            }
        }
        return false;
    }
}
