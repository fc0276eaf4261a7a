package org.fetchwise.query;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.meta.OrderBy;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.sql.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * A query as the user meant it.
 *
 * @param entity the entity whose rows it is about
 * @param source the queryset whose rows it reads instead of the entity's table, or null
 * @param owners the restriction to the rows of a relation, or null
 * @param clauses conditions and annotations, in the order of the calls
 * @param ordering the order the user gave: empty with {@code ordered} means none
 * @param ordered whether the user gave an order; if not, the entity's default ordering holds
 * @param reversed whether the order is turned round
 * @param distinct whether equal rows are given once
 * @param distinctOn values of which equal ones are given once, by the first row in the order; empty for none
 * @param grouping the values of which equal ones make rows one group, or null where each row stands for itself
 * @param combined the queries whose rows are put together instead of the entity's rows, or null
 * @param slice the part of the rows
 * @param projection what is given for each row
 * @param prefetches relations loaded with the objects
 * @param fetching what it says of the loading of what it left out
 * @param locking how its rows are locked, or null
 * @param none whether it is known to be empty
 */
public record Query(
        EntityMeta<?> entity,
        @Nullable Source source,
        @Nullable Owners owners,
        List<Clause> clauses,
        List<Term.Order> ordering,
        boolean ordered,
        boolean reversed,
        boolean distinct,
        List<Term> distinctOn,
        @Nullable List<Term> grouping,
        @Nullable Combination combined,
        Slice slice,
        Projection projection,
        List<Prefetching> prefetches,
        Fetching fetching,
        @Nullable Locking locking,
        boolean none) {
    public Query {
        clauses = List.copyOf(clauses);
        ordering = List.copyOf(ordering);
        distinctOn = List.copyOf(distinctOn);
        grouping = grouping == null ? null : List.copyOf(grouping);
        prefetches = List.copyOf(prefetches);
    }

    /**
     * {@return the query of all objects of an entity}
     *
     * @param entity the entity
     */
    public static Query of(EntityMeta<?> entity) {
        return new Query(
                entity,
                null,
                null,
                List.of(),
                List.of(),
                false,
                false,
                false,
                List.of(),
                null,
                null,
                Slice.NONE,
                Projection.Entities.PLAIN,
                List.of(),
                Fetching.AS_HANDLE,
                null,
                false);
    }

    /** {@return this query of the rows of a queryset instead of the entity's} */
    public Query withSource(@Nullable Source changed) {
        return new Query(
                entity,
                changed,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query restricted to the rows of a relation} */
    public Query withOwners(@Nullable Owners changed) {
        return new Query(
                entity,
                source,
                changed,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query with its rows locked} */
    public Query withLocking(@Nullable Locking changed) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                changed,
                none);
    }

    /** {@return this query and one more call} */
    public Query with(Clause clause) {
        List<Clause> longer = new ArrayList<>(clauses.size() + 1);
        longer.addAll(clauses);
        longer.add(clause);
        return withClauses(longer);
    }

    /** {@return this query with other calls} */
    public Query withClauses(List<Clause> changed) {
        return new Query(
                entity,
                source,
                owners,
                changed,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query in an order; no terms mean no order at all. A reversed query stays reversed, as in Django} */
    public Query orderedBy(List<Term.Order> terms) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                terms,
                true,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return the order of its rows: its own or its entity's, turned round where it is reversed; empty for none} */
    public List<Term.Order> order() {
        List<Term.Order> orders = ordering;
        if (!ordered) {
            orders = new ArrayList<>();
            for (OrderBy order : defaultOrdering()) {
                orders.add(
                        new Term.Order(Lookups.path(entity, order.path()), order.descending(), SortKey.Nulls.DEFAULT));
            }
        }
        return orders.stream()
                .flatMap(order -> Tuples.spread(order).stream())
                .map(order -> reversed ? order.reversed() : order)
                .toList();
    }

    private List<OrderBy> defaultOrdering() {
        List<OrderBy> ofRelation =
                owners != null && owners.relation() instanceof ToManyAttribute many ? many.ordering() : List.of();
        return ofRelation.isEmpty() ? entity.ordering() : ofRelation;
    }

    /**
     * {@return the column that keeps the positions of the rows of the relation that the query is restricted to; null where
     * there is none, or another order was asked for}
     */
    public @Nullable String orderColumn() {
        return !ordered && owners != null && owners.relation() instanceof ToManyAttribute many
                ? many.orderColumn()
                : null;
    }

    /** {@return this query in the opposite order} */
    public Query inReverse() {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                !reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query with equal rows given once, or each} */
    public Query withDistinct(boolean changed) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                changed,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query with only the first row for equal values} */
    public Query distinctOn(List<Term> values) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                values,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query with rows of equal values put together in groups} */
    public Query groupedBy(@Nullable List<Term> values) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                values,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query of the rows of several queries instead of the entity's} */
    public Query combining(@Nullable Combination parts) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                parts,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query with another part of the rows} */
    public Query withSlice(Slice changed) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                changed,
                projection,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query giving something else for each row} */
    public Query withProjection(Projection changed) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                changed,
                prefetches,
                fetching,
                locking,
                none);
    }

    /** {@return this query with other prefetches} */
    public Query withPrefetches(List<Prefetching> changed) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                changed,
                fetching,
                locking,
                none);
    }

    /** {@return this query with another fetch mode, null for the database handle's} */
    public Query withFetchMode(@Nullable FetchMode mode) {
        return with(fetching.withMode(mode));
    }

    /** {@return this query with another bound for what one touch loads, 0 for the database handle's} */
    public Query withMaxPeerRows(int rows) {
        return with(fetching.withMaxPeerRows(rows));
    }

    /** {@return this query with another word on the loading of what it left out} */
    public Query with(Fetching changed) {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                changed,
                locking,
                none);
    }

    /** {@return this query known to be empty} */
    public Query empty() {
        return new Query(
                entity,
                source,
                owners,
                clauses,
                ordering,
                ordered,
                reversed,
                distinct,
                distinctOn,
                grouping,
                combined,
                slice,
                projection,
                prefetches,
                fetching,
                locking,
                true);
    }

    /** {@return whether it is known to give nothing, without asking the database} */
    public boolean isEmpty() {
        return none || slice.limit() == 0;
    }

    /** {@return the annotations by the calls so far, in their order, those that are not given back included} */
    public List<Clause.Annotate> annotations() {
        List<Clause.Annotate> found = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Annotate annotate) {
                found.add(annotate);
            }
        }
        return found;
    }

    /** {@return the annotations that are given back with each row, in their order} */
    public List<Clause.Annotate> givenAnnotations() {
        return annotations().stream().filter(Clause.Annotate::given).toList();
    }

    /** {@return the query as calls on a queryset, values shown as question marks} */
    @Override
    public String toString() {
        return QueryText.of(this);
    }
}
