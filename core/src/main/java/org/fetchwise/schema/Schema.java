package org.fetchwise.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.jdbc.JdbcExecutor;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.spi.Cause;

/**
 * The tables of some entities: their keys, constraints and indexes, the link tables that they declare, and the sequences and
 * tables that their keys are taken from. Safe for use by several threads.
 */
@SuppressWarnings("exports") // users get it from the database handle
public final class Schema {
    private final JdbcExecutor executor;
    private final List<Table> tables;
    private final Definitions definitions;
    private final Generators generators;
    private final Consumer<Set<String>> written;

    /**
     * Derives the tables of entities.
     *
     * @param executor runs the statements
     * @param entities the entities
     */
    public Schema(JdbcExecutor executor, List<EntityMeta<?>> entities) {
        this(executor, entities, tables -> {});
    }

    /**
     * Derives the tables of entities.
     *
     * @param executor runs the statements
     * @param entities the entities
     * @param written told which tables were created or dropped
     */
    public Schema(JdbcExecutor executor, List<EntityMeta<?>> entities, Consumer<Set<String>> written) {
        this.executor = executor;
        this.written = written;
        this.tables = Table.of(entities);
        this.definitions = new Definitions(executor.dialect(), tables);
        this.generators = Generators.of(executor.dialect(), entities);
    }

    /** {@return the statements that {@link #create()} runs, in order; never null or empty unless there are no entities} */
    public List<String> statements() {
        List<String> statements = new ArrayList<>(generators.creation());
        statements.addAll(definitions.creation());
        return List.copyOf(statements);
    }

    /**
     * Creates the sequences and the tables.
     *
     * @throws org.fetchwise.error.ExecutionException if one exists already; those created before it stay
     */
    public void create() {
        run(statements(), "schema.create");
    }

    /** Drops the tables with all their rows, and the sequences. Those that do not exist are passed over. */
    public void drop() {
        List<String> statements = new ArrayList<>(definitions.removal());
        statements.addAll(generators.removal());
        run(statements, "schema.drop");
    }

    /** Some of the statements may have had their effect when one fails. */
    private void run(List<String> statements, String kind) {
        try {
            executor.execute(statements, new Cause.Write(kind));
        } finally {
            written.accept(tables.stream().map(Table::name).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * {@return in what the database differs from the entities} Read are its tables, columns, keys, indexes, references and
     * sequences; nothing is changed. Lengths and digits are not compared.
     *
     * @throws org.fetchwise.error.FetchwiseException if the database fails
     */
    public SchemaDifferences validate() {
        Dialect dialect = executor.dialect();
        return executor.inspect(
                connection -> new Validation(dialect, new LiveSchema(connection, dialect)).compare(tables, generators));
    }

    /** {@return the statements of {@link #create()}, one a line} */
    @Override
    public String toString() {
        return String.join(";\n", statements());
    }
}
