package org.fetchwise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fetchwise.error.MultipleFoundException;
import org.fetchwise.error.NotFoundException;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Term;
import org.fetchwise.raw.Argument;
import org.fetchwise.raw.Binding;
import org.fetchwise.raw.Mappings;
import org.fetchwise.raw.NamedSql;
import org.fetchwise.raw.ResultColumns;
import org.fetchwise.raw.RowMaker;
import org.fetchwise.write.StatedWrites;
import org.jspecify.annotations.Nullable;

/**
 * A statement in SQL, for what a queryset cannot say. Values come in by name only, and are always bound; the text is sent as it
 * stands. Immutable: {@link #bind} gives another query.
 *
 * <p>What a row becomes is said by the terminal: a {@link Row}, an object of an entity, a record whose components are called
 * like the columns, or a single value. The case of names and their underscores do not count: {@code comment_count} is
 * {@code commentCount}.
 */
public final class SqlQuery {
    private final Database database;
    private final NamedSql sql;
    private final Map<String, Argument> arguments;
    private final StatedWrites writes;

    private SqlQuery(Database database, NamedSql sql, Map<String, Argument> arguments, StatedWrites writes) {
        this.database = database;
        this.sql = sql;
        this.arguments = arguments;
        this.writes = writes;
    }

    static SqlQuery of(Database database, NamedSql sql) {
        return new SqlQuery(database, sql, Map.of(), StatedWrites.NOTHING);
    }

    /**
     * {@return this query with a value for a parameter}
     *
     * @param name the parameter's name, without the colon
     * @param value a number, a text, a truth value, a UUID, bytes, a date or time of {@code java.time}, or null; or a
     *     collection of such values for a parameter that stands alone in the parentheses of IN. An empty one finds nothing,
     *     and NOT IN of it everything
     * @throws QueryException if the text has no such parameter, or no column could hold the value
     */
    public SqlQuery bind(String name, @Nullable Object value) {
        Set<String> names = sql.names();
        if (!names.contains(name)) {
            throw new QueryException("The statement has no parameter :" + name + ". It has "
                    + (names.isEmpty() ? "none" : names) + ".\nin statement: " + sql);
        }
        Map<String, Argument> more = new LinkedHashMap<>(arguments);
        more.put(name, Argument.of(name, value));
        return new SqlQuery(database, sql, more, writes);
    }

    /**
     * {@return this statement, which is said to write rows of an entity} Those who listen to writes are told so. A statement that says
     * nothing is told as one that may have written any table.
     *
     * @param root the entity's root, as {@code QPost.POST}
     */
    public SqlQuery writing(ToOne<?, ?> root) {
        return new SqlQuery(database, sql, arguments, writes.and(root.asEntity()));
    }

    /**
     * {@return this statement, which is said to write a table that is no entity's, such as that of a many-to-many relation}
     *
     * @param table the table's name as the mapping says it
     */
    public SqlQuery writing(String table) {
        return new SqlQuery(database, sql, arguments, writes.and(table));
    }

    /**
     * Runs a statement that writes: UPDATE, INSERT, DELETE, or what the database knows besides.
     *
     * @return how many rows it concerned
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, the transaction must not write, or the
     *     database fails
     */
    public long execute() {
        return database.execute(binding(), writes);
    }

    /**
     * {@return the rows, in an unchangeable list, also those that a statement gives back that writes} Then those who listen to
     * writes are told, as by {@link #execute}. A column has the type that the database says; two of the same name are
     * refused.
     *
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, or the database fails
     */
    public List<Row> list() {
        return run(binding -> database.list(binding, SqlQuery::rows));
    }

    /**
     * {@return what the rows become, in an unchangeable list}
     *
     * @param type an entity: columns that the statement does not give are loaded when they are touched, and those that the
     *     entity does not have are passed over; or a record; or the class of the one value of a row, null where it is NULL
     * @param <V> that class
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, the columns do not fit the class, or the
     *     database fails
     */
    public <V> List<V> list(Class<V> type) {
        EntityMeta<V> entity = managed(type);
        return run(binding ->
                entity == null ? database.list(binding, Mappings.of(type)) : database.objects(binding, entity));
    }

    /**
     * {@return what a function makes of the rows, in an unchangeable list}
     *
     * @param mapping makes something of each row
     * @param <V> what it makes
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, or the database fails
     */
    public <V> List<V> list(Function<? super Row, ? extends V> mapping) {
        return run(binding -> database.list(binding, columns -> {
            RowMaker<Row> rows = rows(columns);
            return row -> mapping.apply(rows.make(row));
        }));
    }

    /**
     * {@return the rows one after the other} The caller closes the stream, which holds a connection until then. What
     * says that it writes is refused.
     *
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, the statement writes, or the database fails
     */
    public Stream<Row> stream() {
        Database.requireReading(sql, writes);
        return database.stream(binding(), SqlQuery::rows);
    }

    /**
     * {@return what the rows become, one after the other} The caller closes the stream, which holds a connection until then.
     *
     * @param type an entity, a record, or the class of the one value of a row
     * @param <V> that class
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, the columns do not fit the class, or the
     *     database fails
     */
    public <V> Stream<V> stream(Class<V> type) {
        EntityMeta<V> entity = managed(type);
        Database.requireReading(sql, writes);
        return entity == null
                ? database.stream(binding(), Mappings.of(type))
                : database.objectStream(binding(), entity);
    }

    /**
     * {@return what the first row becomes, or nothing where there is none} All rows are asked for: write LIMIT 1 where there
     * may be many.
     *
     * @param type an entity, a record, or the class of the one value of a row, which is not NULL
     * @param <V> that class
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, the columns do not fit the class, or the
     *     database fails
     */
    public <V> Optional<V> first(Class<V> type) {
        List<V> found = list(type);
        return found.isEmpty() ? Optional.empty() : Optional.of(Objects.requireNonNull(found.getFirst(), "NULL"));
    }

    /**
     * {@return what the only row becomes}
     *
     * @param type an entity, a record, or the class of the one value of a row
     * @param <V> that class
     * @throws NotFoundException if there is no row
     * @throws MultipleFoundException if there is more than one
     * @throws org.fetchwise.error.FetchwiseException if a parameter has no value, the columns do not fit the class, or the
     *     database fails
     */
    public <V> V get(Class<V> type) {
        List<V> found = list(type);
        if (found.isEmpty()) {
            throw new NotFoundException(
                    "The statement gives no row. Use first(...) where there may be none.\nin statement: " + sql);
        }
        if (found.size() > 1) {
            throw new MultipleFoundException("The statement gives " + found.size()
                    + " rows, but get(...) takes one. Narrow it, or use list(...).\nin statement: " + sql);
        }
        return found.getFirst();
    }

    private static RowMaker<Row> rows(ResultColumns columns) {
        columns.byName();
        List<Projection.Item> items = new ArrayList<>(columns.names().size());
        for (String name : columns.names()) {
            items.add(new Projection.Item(name, new Term.Named(name)));
        }
        RowMaker<@Nullable Object[]> values = Mappings.values(columns);
        return row -> new Row(items, values.make(row));
    }

    /** The entity of a class; the records of a read-only one are made as all records are. */
    private <V> @Nullable EntityMeta<V> managed(Class<V> type) {
        EntityMeta<V> entity = database.entity(type);
        return entity == null || entity.isReadOnly() ? null : entity;
    }

    private <V extends @Nullable Object> List<V> run(Function<Binding, List<V>> statement) {
        Binding binding = binding();
        return database.rows(sql, writes, () -> statement.apply(binding));
    }

    private Binding binding() {
        return Binding.of(sql, arguments);
    }

    /** {@return the statement as it was given; never the values} */
    @Override
    public String toString() {
        return sql.toString();
    }
}
