package org.fetchwise.schema;

import java.util.List;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.spi.Cause;

/**
 * The tables of some entities: their keys, constraints and indexes, and the link tables that they declare. Safe for use by
 * several threads.
 */
@SuppressWarnings("exports") // users get it from the database handle
public final class Schema {
    private final JdbcExecutor executor;
    private final Definitions definitions;

    /**
     * Derives the tables of entities.
     *
     * @param executor runs the statements
     * @param entities the entities
     */
    public Schema(JdbcExecutor executor, List<EntityMeta<?>> entities) {
        this.executor = executor;
        this.definitions = new Definitions(executor.dialect(), Table.of(entities));
    }

    /** {@return the statements that {@link #create()} runs, in order; never null or empty unless there are no entities} */
    public List<String> statements() {
        return definitions.creation();
    }

    /**
     * Creates the tables.
     *
     * @throws org.fetchwise.error.ExecutionException if one exists already; those created before it stay
     */
    public void create() {
        executor.execute(definitions.creation(), new Cause.Write("schema.create"));
    }

    /** Drops the tables with all their rows. Those that do not exist are passed over. */
    public void drop() {
        executor.execute(definitions.removal(), new Cause.Write("schema.drop"));
    }

    /** {@return the statements of {@link #create()}, one a line} */
    @Override
    public String toString() {
        return String.join(";\n", statements());
    }
}
