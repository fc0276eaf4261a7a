package org.fetchwise.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Upserting;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.write.Statements.Reason;

/**
 * The statements that write many objects, as text, and why they are these. Runs none of them; the objects stay as they are, and
 * their callbacks are not called. A statement that names its rows one by one is shown with the first of them.
 *
 * @param <T> the entity
 */
final class BulkText<T> {
    private static final int SHOWN_ROWS = 2;
    private static final String TOGETHER = "all rows in one transaction";

    private final EntityMeta<T> meta;
    private final Statements statements;
    private final WriteRunner runner;

    /** Statements that are sent one after the other. */
    private record Step(String title, List<String> texts) {}

    BulkText(EntityMeta<T> meta, WriteRunner runner) {
        this.meta = meta;
        this.runner = runner;
        this.statements = runner.statements();
    }

    /**
     * What inserting new objects sends.
     *
     * @param batchSize how many rows a statement takes at most
     * @param returning whether the objects get their keys
     */
    String ofCreate(Collection<? extends T> objects, int batchSize, boolean returning) {
        Explanation text = explanation(returning ? "bulkCreate" : "withoutKeys().bulkCreate", objects);
        if (objects.isEmpty()) {
            return text.finished();
        }
        NewRows<T> rows = NewRows.explained(meta, statements, runner.defaults(), Reason.of("bulkCreate", null));
        List<T> all = new ArrayList<>(objects);
        boolean keyless = all.stream().anyMatch(object -> meta.keyOf(object) == null);
        List<NewRows.Supplied<T>> supplied = new ArrayList<>();
        try {
            all.forEach(object -> supplied.add(rows.supply(object)));
            List<NewRows.Batch<T>> batches =
                    returning ? rows.batches(all, batchSize) : rows.batchesWithoutKeys(all, batchSize);
            text.section("form", formOfCreate(rows, batches, batchSize, returning));
            if (keyless && meta.keyGeneration() instanceof KeyGeneration.Blocks blocks) {
                takeKeys(text, blocks);
            }
            List<Step> steps = new ArrayList<>();
            for (NewRows.Batch<T> batch : batches) {
                int size = batch.objects().size();
                boolean isWhole = rows.isListed(meta.columnsOf(batch.columns()), size);
                steps.add(
                        new Step("insert of " + rows(size, isWhole), List.of(rows.text(batch, returning, SHOWN_ROWS))));
            }
            add(steps, text);
            if (returning) {
                ElementRows.explainAll(meta, all, statements, text);
            }
        } finally {
            supplied.forEach(NewRows.Supplied::takeBack);
        }
        return text.finished();
    }

    private String formOfCreate(NewRows<T> rows, List<NewRows.Batch<T>> batches, int batchSize, boolean returning) {
        NewRows.Batch<T> first = batches.getFirst();
        List<ColumnAttribute> columns = meta.columnsOf(first.columns());
        List<String> reasons = new ArrayList<>();
        reasons.add(bound(rows.isListed(columns, first.objects().size()), rows.most(columns.size(), batchSize)));
        boolean made =
                batches.stream().anyMatch(batch -> (batch.columns() & meta.key().bits()) == 0);
        if (!returning) {
            reasons.add("nothing is asked for, so the objects stay as they are");
        } else if (!made) {
            reasons.add("the keys are known before");
        } else if (rows.goAlone(batches.getLast().columns())) {
            reasons.add("one row at a time where the database makes the key: those of several could not be told apart");
        } else {
            reasons.add("the keys that the database makes are given back, and grow in the order of the rows");
        }
        reasons.add(TOGETHER);
        return String.join("\n", reasons);
    }

    private void takeKeys(Explanation text, KeyGeneration.Blocks blocks) {
        for (String statement : statements.dialect().nextValue(blocks)) {
            text.step(
                    "keys of " + meta + ", " + number(blocks.increment()) + " at a time, where none are left",
                    statement);
        }
    }

    /** What inserting objects sends whose rows may be there. */
    String ofUpsert(Collection<? extends T> objects, Upserts.Conflict conflict, int batchSize) {
        Explanation text = explanation("bulkUpsert", objects);
        Reason reason = Reason.of("bulkUpsert", null);
        NewRows<T> rows = NewRows.explained(meta, statements, runner.defaults(), reason);
        Upserts<T> upserts = new Upserts<>(meta, runner, conflict, rows, reason);
        List<Upserts.Explained> batches = upserts.explained(objects, batchSize, SHOWN_ROWS);
        if (batches.isEmpty()) {
            return text.finished();
        }
        Upserts.Explained first = batches.getFirst();
        List<String> reasons = new ArrayList<>();
        reasons.add(bound(first.isWhole(), first.most()));
        reasons.add(
                switch (first.statements()) {
                    case Upserting.Inserts inserts ->
                        "rows that are there stay; the number of rows inserted tells how many were";
                    case Upserting.TellsFound tells -> "the statement tells how many rows were there";
                    case Upserting.ThenAsks asks -> "a query after the statement tells how many rows were there";
                });
        reasons.add(
                first.statements().isRacing()
                        ? "in one transaction, tried again if another one inserts the same row meanwhile"
                        : TOGETHER);
        text.section("form", String.join("\n", reasons));
        List<Step> steps = new ArrayList<>();
        for (Upserts.Explained batch : batches) {
            List<String> texts =
                    batch.statements().statements().stream().map(Rendered::text).toList();
            steps.add(new Step("upsert of " + rows(batch.size(), batch.isWhole()), texts));
        }
        add(steps, text);
        return text.finished();
    }

    /** What updating the rows of objects sends. */
    String ofUpdate(List<T> objects, List<ColumnAttribute> columns, int batchSize) {
        Explanation text = explanation("bulkUpdate", objects);
        if (objects.isEmpty()) {
            return text.finished();
        }
        Dialect dialect = statements.dialect();
        List<RowUpdates.Batch<T>> batches =
                new RowUpdates<>(meta, runner, columns, Reason.of("bulkUpdate", null)).batches(objects, batchSize);
        UpdateEach first = batches.getFirst().statement();
        List<String> reasons = new ArrayList<>();
        reasons.add(bound(
                first.source() instanceof UpdateEach.Lists,
                Math.min(dialect.mostUpdatedRows(first.cells().size()), batchSize)));
        reasons.add("each row is found by "
                + String.join(
                        ", ", first.keys().stream().map(UpdateEach.Cell::column).toList())
                + (meta.version() == null ? "" : "; one that has another version by now undoes all"));
        reasons.add(TOGETHER);
        text.section("form", String.join("\n", reasons));
        List<Step> steps = new ArrayList<>();
        for (RowUpdates.Batch<T> batch : batches) {
            UpdateEach statement = batch.statement();
            boolean isWhole = statement.source() instanceof UpdateEach.Lists;
            int size = batch.objects().size();
            UpdateEach shown = isWhole
                    ? statement
                    : new UpdateEach(
                            statement.table(),
                            statement.keys(),
                            statement.sets(),
                            new UpdateEach.Rows(Math.min(size, SHOWN_ROWS)));
            steps.add(new Step(
                    "update of " + rows(size, isWhole),
                    List.of(dialect.render(shown).text())));
        }
        add(steps, text);
        return text.finished();
    }

    /** Adds steps, of which those that send the same are said once. */
    private void add(List<Step> steps, Explanation text) {
        Map<Step, Integer> times = new LinkedHashMap<>();
        steps.forEach(step -> times.merge(step, 1, Integer::sum));
        times.forEach((step, count) -> {
            String title = step.title() + (count == 1 ? "" : ", " + number(count) + " times");
            step.texts().forEach(statement -> text.step(title, statement, Set.of(meta.table())));
        });
    }

    private Explanation explanation(String method, Collection<?> objects) {
        return new Explanation(meta + ".objects." + method + " of " + number(objects.size()) + " objects");
    }

    private static String bound(boolean asLists, int most) {
        return (asLists
                        ? "a list for each column, so that any number of rows is the same text; at most "
                        : "a parameter for each value; at most ")
                + number(most) + " rows at a time";
    }

    private String rows(int size, boolean isWhole) {
        return number(size) + " " + meta
                + (isWhole || size <= SHOWN_ROWS ? "" : ", of which " + SHOWN_ROWS + " are shown");
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
