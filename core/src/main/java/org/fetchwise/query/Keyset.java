package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/**
 * An order in which no two rows are equal, so that a row tells which rows are behind it.
 *
 * @param keys what rows are compared by, in this order
 */
public record Keyset(List<Key> keys) {
    public Keyset {
        keys = List.copyOf(keys);
    }

    /**
     * One value that rows are compared by.
     *
     * @param order the value, and whether the greatest comes first
     * @param nullable whether it may be NULL
     * @param nullsFirst whether NULL comes before all values
     */
    public record Key(Term.Order order, boolean nullable, boolean nullsFirst) {
        /** {@return the value} */
        public Term value() {
            return order.value();
        }

        private boolean descending() {
            return order.descending();
        }

        private Key reversed() {
            return new Key(order.reversed(), nullable, !nullsFirst);
        }

        private Term same(@Nullable Term given) {
            return given == null ? new Term.IsNull(value()) : compare(ComparisonOperator.EQUAL, given);
        }

        /** What comes later by this value alone. */
        private Term later(@Nullable Term given) {
            if (given == null) {
                return nullsFirst ? new Term.IsNotNull(value()) : Simplify.FALSE;
            }
            Term beyond = compare(descending() ? ComparisonOperator.LESS : ComparisonOperator.GREATER, given);
            return nullable && !nullsFirst ? new Term.Or(List.of(beyond, new Term.IsNull(value()))) : beyond;
        }

        private Term compare(ComparisonOperator operator, Term given) {
            return new Term.Compare(operator, value(), given);
        }
    }

    /**
     * {@return the order of a query, made unique by the key where it is not}
     *
     * @param query the query
     * @param nullsSmallest whether the database puts NULL before all values in an ascending order that does not say
     */
    public static Keyset of(Query query, boolean nullsSmallest) {
        List<Key> keys = new ArrayList<>();
        boolean unique = false;
        boolean descending = false;
        for (Term.Order order : query.order()) {
            descending = order.descending();
            boolean nullsFirst = switch (order.nulls()) {
                case FIRST -> true;
                case LAST -> false;
                case DEFAULT -> nullsSmallest != descending;
            };
            boolean nullable = isNullable(order.value());
            keys.add(new Key(order, nullable, nullsFirst));
            unique |= !nullable && isUnique(order.value());
        }
        Path root = Path.of(query.entity());
        for (ColumnAttribute column : query.entity().columns()) {
            Term part = new Term.Column(root, column);
            if (!unique
                    && column.is(Trait.KEY)
                    && keys.stream().noneMatch(key -> key.value().equals(part))) {
                keys.add(new Key(new Term.Order(part, descending, Nulls.DEFAULT), false, false));
            }
        }
        return new Keyset(keys);
    }

    private static boolean isUnique(Term value) {
        return value instanceof Term.Column column
                && column.path().isRoot()
                && column.attribute().is(Trait.UNIQUE);
    }

    private static boolean isNullable(Term value) {
        if (!(value instanceof Term.Column column) || column.attribute().is(Trait.NULLABLE)) {
            return true;
        }
        for (RelationAttribute step : column.path().steps()) {
            if (!(step instanceof ToOneAttribute toOne) || toOne.isNullable()) {
                return true;
            }
        }
        return false;
    }

    /** {@return the order from the last row to the first} */
    public Keyset reversed() {
        return new Keyset(keys.stream().map(Key::reversed).toList());
    }

    /** {@return the order as terms} */
    public List<Term.Order> orders() {
        return keys.stream().map(Key::order).toList();
    }

    /**
     * {@return the condition of the rows behind a row}
     *
     * <pre>
     * order a, b desc   behind (1, 2)   ->   a >= 1 and (a > 1 or (a = 1 and b &lt; 2))
     * </pre>
     *
     * @param place the row's values, one for each key, null for NULL
     */
    public Term after(List<? extends @Nullable Term> place) {
        List<Term> choices = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            List<Term> all = new ArrayList<>();
            for (int before = 0; before < at; before++) {
                all.add(keys.get(before).same(place.get(before)));
            }
            all.add(keys.get(at).later(place.get(at)));
            choices.add(Term.all(all));
        }
        Term behind = new Term.Or(choices);
        Key first = keys.getFirst();
        Term given = place.getFirst();
        if (keys.size() == 1 || given == null || (first.nullable() && !first.nullsFirst())) {
            return behind;
        }
        // Says nothing new, but it is what a database can begin to read an index by.
        return Term.all(List.of(
                first.compare(
                        first.descending() ? ComparisonOperator.LESS_OR_EQUAL : ComparisonOperator.GREATER_OR_EQUAL,
                        given),
                behind));
    }
}
