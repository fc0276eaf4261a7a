package org.fetchwise.write;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.fetchwise.compile.Bound;
import org.fetchwise.compile.WriteCompiler;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.jdbc.TransactionBlocks;
import org.fetchwise.query.Query;
import org.fetchwise.query.Write;
import org.fetchwise.spi.Origin;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Changes and deletes the rows of queries. Safe for use by several threads.
 *
 * <p>Every method takes the line of the user's program that asked for it, null where nobody listens.
 */
public final class WriteRunner {
    private final Statements statements;
    private final References references;

    /**
     * Creates a runner.
     *
     * @param queries compiles queries
     * @param writes compiles changes
     * @param executor runs statements
     * @param blocks runs several of them together
     * @param references what refers to the rows of each entity
     */
    public WriteRunner(
            Function<Query, Bound> queries,
            WriteCompiler writes,
            JdbcExecutor executor,
            TransactionBlocks blocks,
            References references) {
        this.statements = new Statements(queries, writes, executor, blocks);
        this.references = references;
    }

    /**
     * Gives columns of a query's rows new values.
     *
     * @param update the rows, the columns and the values
     * @param origin who asked for it
     * @return how many rows there were, also those whose values stayed the same
     */
    public long update(Write.Updating update, @Nullable Origin origin) {
        return statements.write(update, Reason.of("update", origin));
    }

    /**
     * Deletes the rows of a query, and what the relations that lead to them take along.
     *
     * @param rows the rows
     * @param origin who asked for it
     * @return how many rows went, by the names of their entities; link rows by the entity and the relation that declare them
     */
    public SortedMap<String, Long> delete(Query rows, @Nullable Origin origin) {
        Reason reason = Reason.of("delete", origin);
        if (rows.isEmpty()) {
            return new TreeMap<>();
        }
        if (references.goAtOnce(rows.entity())) {
            long deleted = statements.write(new Write.Deleting(rows), reason);
            return deleted == 0
                    ? new TreeMap<>()
                    : new TreeMap<>(java.util.Map.of(rows.entity().name(), deleted));
        }
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            List<Object> keys = statements.keys(rows, reason);
            return new Deletion(statements, references, reason).run(rows.entity(), keys);
        });
    }
}
