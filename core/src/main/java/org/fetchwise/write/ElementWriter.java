package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.query.Owners;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.spi.Cause;
import org.fetchwise.spi.Origin;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Changes the values of a collection of one object. Where they have an order, their positions stay without gaps. Safe for use by
 * several threads.
 */
public final class ElementWriter {
    private final WriteRunner runner;
    private final Owners owners;
    private final ToManyAttribute collection;
    private final ElementTable table;
    private final Object ownerKey;
    private final @Nullable Origin origin;

    /**
     * Creates a writer.
     *
     * @param runner runs the statements
     * @param owners the collection and its one owner
     * @param origin the line of the user's program that asked for it, or null where nobody listens
     */
    public ElementWriter(WriteRunner runner, Owners owners, @Nullable Origin origin) {
        this.runner = runner;
        this.owners = owners;
        this.origin = origin;
        this.collection = (ToManyAttribute) owners.relation();
        this.table = Objects.requireNonNull(collection.elements());
        if (!(owners.keys() instanceof Term.OneOf one)
                || !(one.value() instanceof Term.Literal literal)
                || literal.value() == null) {
            throw new IllegalArgumentException("A collection is changed for one owner at a time.");
        }
        this.ownerKey = literal.value();
    }

    /**
     * Adds values: to a set those that it does not have, to a list all of them, behind the others. Entries are put into a map in place
     * of those that have the same keys.
     *
     * @param values the values
     */
    public void add(Collection<?> values) {
        if (collection.container() == ToManyAttribute.Container.MAP) {
            change(present -> {
                Map<Object, Object> entries = entries(present);
                entries.putAll(entries(values));
                return new ArrayList<>(entries.entrySet());
            });
            return;
        }
        boolean plain = collection.container() == ToManyAttribute.Container.LIST && collection.orderColumn() == null;
        if (plain) {
            together(() -> insert(values, 0));
            return;
        }
        together(() -> {
            List<?> present = present();
            Collection<Object> added = collection.container() == ToManyAttribute.Container.SET
                    ? new LinkedHashSet<>(values)
                    : new ArrayList<>(values);
            if (collection.container() == ToManyAttribute.Container.SET) {
                added.removeAll(new LinkedHashSet<>(present));
            }
            insert(added, present.size());
        });
    }

    /**
     * Takes values out, each as often as it is there.
     *
     * @param values the values; those that are not in the collection do not matter
     */
    public void remove(Collection<?> values) {
        Set<Object> surplus = new LinkedHashSet<>(values);
        change(present -> {
            List<Object> kept = new ArrayList<>(present);
            kept.removeAll(surplus);
            return kept;
        });
    }

    /** Takes all values out. */
    public void clear() {
        rows().deleteAll(ownerKey);
    }

    /**
     * Makes the collection hold certain values and no others.
     *
     * @param values the values, in their order
     */
    public void set(Collection<?> values) {
        Collection<?> wanted = switch (collection.container()) {
            case SET -> new LinkedHashSet<>(values);
            case MAP -> entries(values).entrySet();
            case LIST -> new ArrayList<>(values);
        };
        change(present -> new ArrayList<>(wanted));
    }

    private static Map<Object, Object> entries(Collection<?> given) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        given.forEach(one -> {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) one;
            entries.put(entry.getKey(), entry.getValue());
        });
        return entries;
    }

    /** The rows are written anew: few of them have a key by which a single one could be told from its neighbours. */
    private void change(UnaryOperator<List<Object>> change) {
        together(() -> {
            List<Object> before = present();
            List<Object> after = change.apply(before);
            boolean same = collection.container() == ToManyAttribute.Container.LIST
                    ? after.equals(before)
                    : new LinkedHashSet<>(after).equals(new LinkedHashSet<>(before));
            if (!same) {
                rows().deleteAll(ownerKey);
                insert(after, 0);
            }
        });
    }

    private void insert(Collection<?> values, int first) {
        ElementRows rows = rows();
        rows.add(ownerKey, values, first);
        rows.insert();
    }

    private List<Object> present() {
        Query query = Query.of(collection.target()).withOwners(owners);
        return runner.reading().list(query, new Cause.Write(collection.name()), origin);
    }

    private ElementRows rows() {
        return new ElementRows(
                owners.owner(), collection, table, runner.statements(), Reason.of(collection.name(), origin));
    }

    private void together(Runnable block) {
        runner.statements().blocks().<@Nullable Void>run(TransactionOptions.STANDARD, () -> {
            block.run();
            return null;
        });
    }
}
