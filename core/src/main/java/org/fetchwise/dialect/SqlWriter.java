package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Lock;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Rendered.Placeholder;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.Between;
import org.fetchwise.sql.SqlExpr.Call;
import org.fetchwise.sql.SqlExpr.Case;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Constant;
import org.fetchwise.sql.SqlExpr.Frame;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.SqlExpr.InSelect;
import org.fetchwise.sql.SqlExpr.NullCheck;
import org.fetchwise.sql.SqlExpr.Over;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.When;
import org.fetchwise.sql.SqlExpr.WindowCall;
import org.fetchwise.sql.SqlStatement;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.UpdateEach;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement as text. The only place where SQL text is put together: a dialect overrides the small methods for what
 * its database spells differently. Mutable, used once by one thread. Designed for subclassing.
 */
public class SqlWriter {
    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder(256);
    private final List<Placeholder> placeholders = new ArrayList<>();

    /**
     * Creates a writer.
     *
     * @param dialect whose SQL is written
     */
    protected SqlWriter(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return what was written} */
    final Rendered rendered() {
        return new Rendered(text.toString(), placeholders);
    }

    /**
     * Appends text.
     *
     * @param sql keywords and punctuation
     * @return this writer
     */
    protected final SqlWriter write(String sql) {
        text.append(sql);
        return this;
    }

    /**
     * Appends an identifier in quotes.
     *
     * @param name the identifier
     * @return this writer
     */
    protected final SqlWriter identifier(String name) {
        return write(dialect.quote(name));
    }

    /**
     * {@return a text as a literal of SQL, for names: of zones, and of keys of JSON; values are bound}
     *
     * @param text the text
     */
    final String text(String text) {
        return dialect.literal(text);
    }

    /**
     * Appends a question mark and remembers what it stands for.
     *
     * @param slot the slot of its value
     * @param type how the value is stored
     * @param form how the value is made ready
     * @return this writer
     */
    protected final SqlWriter placeholder(int slot, StorageType type, Form form) {
        placeholders.add(new Placeholder(slot, type, form));
        return write("?");
    }

    /** Writes a statement. */
    final void statement(SqlStatement statement) {
        switch (statement) {
            case Select select -> select(select);
            case Insert insert -> insert(insert);
            case Update update -> update(update);
            case UpdateEach each -> updateEach(each);
            case Delete delete -> delete(delete);
        }
    }

    /**
     * Writes an INSERT statement.
     *
     * @param insert the statement
     */
    protected void insert(Insert insert) {
        insertion(insert);
        returning(insert.returning());
    }

    /**
     * Writes an INSERT statement as far as its rows.
     *
     * @param insert the statement
     */
    protected final void insertion(Insert insert) {
        write("INSERT INTO ").write(dialect.table(insert.table()));
        if (insert.columns().isEmpty()) {
            noValues();
            return;
        }
        write(" (");
        separated(insert.columns(), this::identifier);
        write(") ");
        switch (insert.source()) {
            case Insert.Selected selected -> select(selected.select());
            case Insert.Rows rows -> {
                write("VALUES ");
                separated(rows.rows(), row -> {
                    write("(");
                    separated(row, this::expression);
                    write(")");
                });
            }
        }
    }

    /** Writes what stands for the values of a row that has only defaults. */
    protected void noValues() {
        write(" DEFAULT VALUES");
    }

    /**
     * Writes which columns are given back.
     *
     * @param columns the columns, empty for none
     */
    protected void returning(List<String> columns) {
        if (!columns.isEmpty()) {
            write(" RETURNING ");
            separated(columns, this::identifier);
        }
    }

    /**
     * Writes an UPDATE statement.
     *
     * @param update the statement
     */
    protected void update(Update update) {
        write("UPDATE ");
        target(update.table());
        write(" SET ");
        sets(update.sets());
        clause(" WHERE ", update.where());
        returning(update.returning());
    }

    /**
     * Writes columns and their new values.
     *
     * @param sets the columns and values
     */
    protected final void sets(List<Update.SetColumn> sets) {
        separated(sets, set -> {
            identifier(set.column()).write(" = ");
            expression(set.value());
        });
    }

    /**
     * Writes an UPDATE with values for each row.
     *
     * @param each the statement
     */
    protected void updateEach(UpdateEach each) {
        write("UPDATE ").write(dialect.table(each.table())).write(" AS ").identifier(UpdateEach.TARGET);
        write(" SET ");
        separated(each.sets(), cell -> identifier(cell.column()).write(" = ").given(cell));
        write(" FROM ");
        givenRows(each);
        write(" WHERE ");
        found(each);
    }

    /**
     * Writes the value of a column in the rows of values.
     *
     * @param cell the column
     * @return this writer
     */
    protected final SqlWriter given(UpdateEach.Cell cell) {
        return identifier(UpdateEach.VALUES).write(".").identifier(cell.column());
    }

    /**
     * Writes the condition that finds the row to change.
     *
     * @param each the statement
     */
    protected final void found(UpdateEach each) {
        String separator = "";
        for (UpdateEach.Cell cell : each.keys()) {
            write(separator)
                    .identifier(UpdateEach.TARGET)
                    .write(".")
                    .identifier(cell.column())
                    .write(" = ");
            given(cell);
            separator = " AND ";
        }
    }

    /**
     * Writes the rows of values as a table. A value whose type nothing around it tells is cast.
     *
     * @param each the statement
     */
    protected final void givenRows(UpdateEach each) {
        List<UpdateEach.Cell> cells = new ArrayList<>(each.keys());
        cells.addAll(each.sets());
        int slot = 0;
        for (int row = 0; row < each.rows(); row++) {
            write(row == 0 ? "(SELECT " : " UNION ALL SELECT ");
            for (int at = 0; at < cells.size(); at++) {
                UpdateEach.Cell cell = cells.get(at);
                write(at == 0 ? "" : ", ");
                cast(new Parameter(slot++, cell.type()), cell.type());
                if (row == 0) {
                    write(" AS ").identifier(cell.column());
                }
            }
        }
        write(") AS ").identifier(UpdateEach.VALUES);
    }

    /**
     * Writes a DELETE statement.
     *
     * @param delete the statement
     */
    protected void delete(Delete delete) {
        write("DELETE FROM ");
        target(delete.table());
        clause(" WHERE ", delete.where());
    }

    /**
     * Writes the table that a statement changes, and its alias.
     *
     * @param table the table
     */
    protected final void target(FromItem.Table table) {
        write(dialect.table(table.table()));
        if (!table.alias().equals(table.table())) {
            write(" AS ").identifier(table.alias());
        }
    }

    /**
     * Writes a SELECT statement.
     *
     * @param select the statement
     */
    protected void select(Select select) {
        write(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        separated(select.outputs(), this::output);
        write(" FROM ");
        fromItem(select.from());
        for (Join join : select.joins()) {
            write(join.outer() ? " LEFT JOIN " : " JOIN ");
            fromItem(join.item());
            write(" ON ");
            expression(join.condition());
        }
        clause(" WHERE ", select.where());
        if (!select.groupBy().isEmpty()) {
            write(" GROUP BY ");
            separated(select.groupBy(), this::expression);
        }
        clause(" HAVING ", select.having());
        orderBy(select.orderBy(), " ");
        slice(select.limit(), select.offset());
        Lock lock = select.lock();
        if (lock != null) {
            lock(lock, select);
        }
    }

    /**
     * Writes the clause that locks rows.
     *
     * @param lock the clause
     * @param select the statement that it ends
     */
    protected void lock(Lock lock, Select select) {
        write(" FOR UPDATE");
        if (!lock.of().isEmpty()) {
            write(" OF ");
            separated(lock.of(), this::identifier);
        }
        switch (lock.waiting()) {
            case WAIT -> {}
            case NOWAIT -> write(" NOWAIT");
            case SKIP_LOCKED -> write(" SKIP LOCKED");
        }
    }

    private void output(Output output) {
        untyped(output.value());
        if (output.name() != null) {
            write(" AS ").identifier(output.name());
        }
    }

    private void fromItem(FromItem item) {
        switch (item) {
            case FromItem.Table table -> write(dialect.table(table.table()));
            case FromItem.Derived derived -> subquery(derived.select());
            case FromItem.KeyList list -> {
                keyList(list);
                return;
            }
            case FromItem.Combined combined -> combined(combined);
        }
        if (!(item instanceof FromItem.Table table) || !table.alias().equals(table.table())) {
            write(" ").identifier(item.alias());
        }
    }

    private void combined(FromItem.Combined combined) {
        String separator = "(";
        for (Select part : combined.parts()) {
            write(separator);
            select(part);
            separator = " " + combined.operator() + (combined.all() ? " ALL " : " ");
        }
        write(")");
    }

    /**
     * Writes a list of keys with their positions, and its alias.
     *
     * @param list the list
     */
    protected void keyList(FromItem.KeyList list) {
        write("UNNEST(CAST(").placeholder(list.keys().slot(), list.keys().type(), Form.LIST);
        write(" AS ").type(list.keys().type()).write(" ARRAY))");
        numbered(list);
    }

    /**
     * Writes that the elements of an array come with their positions, and the alias of both.
     *
     * @param list the list
     */
    protected final void numbered(FromItem.KeyList list) {
        write(" WITH ORDINALITY AS ").identifier(list.alias()).write("(");
        identifier(FromItem.KeyList.VALUE)
                .write(", ")
                .identifier(FromItem.KeyList.POSITION)
                .write(")");
    }

    /**
     * Writes a keyword and what follows it, where there is something.
     *
     * @param keyword the keyword, with spaces around it
     * @param expression what follows, or null
     */
    protected final void clause(String keyword, @Nullable SqlExpr expression) {
        if (expression != null) {
            write(keyword);
            expression(expression);
        }
    }

    /**
     * Writes how many rows are taken and left out.
     *
     * @param limit the greatest number of rows, or null for all
     * @param offset how many rows are left out first, or null for none
     */
    protected void slice(@Nullable SqlExpr limit, @Nullable SqlExpr offset) {
        clause(" LIMIT ", limit);
        clause(" OFFSET ", offset);
    }

    /**
     * Writes a subquery in parentheses.
     *
     * @param select the subquery
     * @return this writer
     */
    protected final SqlWriter subquery(Select select) {
        write("(");
        select(select);
        return write(")");
    }

    /**
     * Writes an order, where there is one.
     *
     * @param keys the terms
     * @param before what stands before it
     */
    protected final void orderBy(List<SortKey> keys, String before) {
        if (!keys.isEmpty()) {
            write(before).write("ORDER BY ");
            separated(keys, this::sortKey);
        }
    }

    private void sortKey(SortKey key) {
        boolean wanted = key.nulls() != SortKey.Nulls.DEFAULT;
        boolean known = dialect.capabilities().nullsOrdering();
        boolean first = key.nulls() == SortKey.Nulls.FIRST;
        boolean firstByItself = dialect.capabilities().nullsSmallest() != key.descending();
        if (wanted && !known && first != firstByItself) {
            operand(key.value(), Binding.SUM);
            write(first ? " IS NOT NULL, " : " IS NULL, ");
        }
        expression(key.value());
        write(key.descending() ? " DESC" : "");
        if (wanted && known) {
            write(first ? " NULLS FIRST" : " NULLS LAST");
        }
    }

    /** How tightly an expression binds its operands, loosest first. */
    protected enum Binding {
        OR,
        AND,
        NOT,
        COMPARISON,
        BITS,
        SUM,
        PRODUCT,
        ATOM
    }

    static Binding binding(SqlExpr expression) {
        return switch (expression) {
            case SqlExpr.AnyOf any ->
                any.terms().size() == 1 ? binding(any.terms().getFirst()) : Binding.OR;
            case SqlExpr.AllOf all ->
                all.terms().size() == 1 ? binding(all.terms().getFirst()) : Binding.AND;
            case SqlExpr.Negation negation -> Binding.NOT;
            case SqlExpr.Comparison comparison -> Binding.COMPARISON;
            case NullCheck check -> Binding.COMPARISON;
            case InParameter in -> Binding.COMPARISON;
            case InSelect in -> Binding.COMPARISON;
            case SqlExpr.InRows in -> Binding.COMPARISON;
            case SqlExpr.Row row -> Binding.ATOM;
            case TextMatch match -> Binding.COMPARISON;
            case RegexMatch match -> Binding.COMPARISON;
            case Between between -> Binding.COMPARISON;
            case Arithmetic arithmetic ->
                switch (arithmetic.operator()) {
                    case PLUS, MINUS -> Binding.SUM;
                    case TIMES, DIVIDED_BY, QUOTIENT, MODULO -> Binding.PRODUCT;
                    case BIT_AND, BIT_OR, BIT_XOR, SHIFT_LEFT, SHIFT_RIGHT -> Binding.BITS;
                };
            case SqlExpr.InZone inZone -> Binding.BITS;
            case SqlExpr.FromZone fromZone -> Binding.BITS;
            case SqlExpr.Collated collated -> Binding.BITS;
            case SqlExpr.JsonGet get -> Binding.ATOM;
            case SqlExpr.JsonContains contains -> Binding.ATOM;
            case SqlExpr.JsonObject object -> Binding.ATOM;
            case SqlExpr.Template template -> Binding.ATOM;
            case ColumnRef column -> Binding.ATOM;
            case Parameter parameter -> Binding.ATOM;
            case Constant constant -> Binding.ATOM;
            case SqlExpr.Exists exists -> Binding.COMPARISON;
            case Call call -> Binding.ATOM;
            case Case branches -> Binding.ATOM;
            case Aggregation aggregation -> Binding.ATOM;
            case Over over -> Binding.ATOM;
            case WindowCall call -> Binding.ATOM;
            case SqlExpr.Scalar scalar -> Binding.ATOM;
            case SqlExpr.Cast cast -> Binding.ATOM;
        };
    }

    /**
     * Writes an expression.
     *
     * @param expression the expression
     */
    protected final void expression(SqlExpr expression) {
        switch (expression) {
            case ColumnRef column -> identifier(column.alias()).write(".").identifier(column.column());
            case Parameter parameter -> placeholder(parameter.slot(), parameter.type(), Form.VALUE);
            case Constant constant -> constant(constant.value());
            case SqlExpr.Comparison comparison -> comparison(comparison);
            case NullCheck check -> {
                operand(check.value(), Binding.SUM);
                write(check.negated() ? " IS NOT NULL" : " IS NULL");
            }
            case SqlExpr.AllOf all -> terms(all.terms(), " AND ", Binding.AND);
            case SqlExpr.AnyOf any -> terms(any.terms(), " OR ", Binding.OR);
            case SqlExpr.Negation negation -> {
                write("NOT ");
                operand(negation.condition(), Binding.COMPARISON);
            }
            case InParameter in -> inParameter(in);
            case InSelect in -> inSelect(in);
            case SqlExpr.InRows in -> inRows(in);
            case SqlExpr.Row row -> arguments(row.values());
            case SqlExpr.Exists exists -> write("EXISTS ").subquery(exists.select());
            case TextMatch match -> texts().match(match);
            case RegexMatch match -> texts().regex(match);
            case Between between -> {
                operand(between.value(), Binding.SUM);
                write(" BETWEEN ");
                infix(between.low(), " AND ", between.high(), Binding.SUM);
            }
            case Arithmetic arithmetic -> calculations().calculation(arithmetic);
            case Call call -> functions().call(call);
            case SqlExpr.InZone inZone -> dates().inZone(inZone.instant(), inZone.zone());
            case SqlExpr.FromZone fromZone -> dates().fromZone(fromZone.local(), fromZone.zone());
            case SqlExpr.Collated collated -> functions().collated(collated);
            case SqlExpr.JsonGet get -> json().get(get);
            case SqlExpr.JsonContains contains -> json().contains(contains.document(), contains.part());
            case SqlExpr.JsonObject object -> json().object(object.members());
            case SqlExpr.Template template -> template(template);
            case Case branches -> branches(branches);
            case Aggregation aggregation -> aggregation(aggregation);
            case Over over -> over(over);
            case WindowCall call -> write(call.function().name()).arguments(call.arguments());
            case SqlExpr.Scalar scalar -> subquery(scalar.select());
            case SqlExpr.Cast cast -> functions().cast(cast);
        }
    }

    private void comparison(SqlExpr.Comparison comparison) {
        if (SqlTypes.of(comparison.left()) == StorageType.JSON && SqlTypes.of(comparison.right()) == StorageType.JSON) {
            json().comparison(comparison.operator(), comparison.left(), comparison.right());
        } else {
            infix(comparison.left(), " " + comparison.operator().text() + " ", comparison.right(), Binding.SUM);
        }
    }

    /** {@return what writes comparisons with parts and patterns of texts} */
    TextMatchWriter texts() {
        return new TextMatchWriter(this);
    }

    /** {@return what writes calculations} */
    CalculationWriter calculations() {
        return new CalculationWriter(this);
    }

    /** {@return what writes functions} */
    FunctionWriter functions() {
        return new FunctionWriter(this);
    }

    /** {@return what writes dates and times} */
    DateWriter dates() {
        return new DateWriter(this);
    }

    /** {@return what writes JSON} */
    JsonWriter json() {
        return new JsonWriter(this);
    }

    /**
     * Writes an expression as an operand: in parentheses if it binds less tightly than what stands around it.
     *
     * @param expression the operand
     * @param least how tightly it must bind
     */
    protected final void operand(SqlExpr expression, Binding least) {
        if (binding(expression).compareTo(least) < 0) {
            write("(");
            expression(expression);
            write(")");
        } else {
            expression(expression);
        }
    }

    /**
     * Writes an expression where its surroundings tell the database no type, as in an output or an argument.
     *
     * @param expression the expression
     */
    protected void untyped(SqlExpr expression) {
        expression(expression);
    }

    /**
     * Writes two operands and an operator between them.
     *
     * @param left the left operand
     * @param operator the operator, with spaces around it
     * @param right the right operand
     * @param least how tightly both must bind
     */
    protected final void infix(SqlExpr left, String operator, SqlExpr right, Binding least) {
        operand(left, least);
        write(operator);
        operand(right, least);
    }

    private void terms(List<SqlExpr> terms, String operator, Binding least) {
        String separator = "";
        for (SqlExpr term : terms) {
            write(separator);
            operand(term, least);
            separator = operator;
        }
    }

    /**
     * Writes parts with commas between them.
     *
     * @param parts the parts
     * @param writing writes one of them
     * @param <P> what the parts are
     */
    protected final <P> void separated(List<P> parts, Consumer<P> writing) {
        for (int at = 0; at < parts.size(); at++) {
            write(at == 0 ? "" : ", ");
            writing.accept(parts.get(at));
        }
    }

    /**
     * Writes expressions in parentheses, separated by commas.
     *
     * @param arguments the expressions
     */
    protected final void arguments(List<SqlExpr> arguments) {
        write("(");
        separated(arguments, this::untyped);
        write(")");
    }

    private void constant(@Nullable Object value) {
        switch (value) {
            case null -> write("NULL");
            case Boolean truth -> write(truth ? "TRUE" : "FALSE");
            case Number number -> write(number.toString());
            default ->
                throw new IllegalArgumentException("A constant of SQL is a number, a boolean or null, not "
                        + value.getClass().getName());
        }
    }

    /**
     * Appends the name of a type as CAST knows it.
     *
     * @param type the type
     * @return this writer
     */
    protected final SqlWriter type(StorageType type) {
        return write(dialect.castType(type));
    }

    /**
     * Writes a conversion.
     *
     * @param value what is converted
     * @param type to what
     */
    protected final void cast(SqlExpr value, StorageType type) {
        write("CAST(");
        expression(value);
        write(" AS ").type(type).write(")");
    }

    /**
     * Writes a value among a list bound as one parameter.
     *
     * @param in the value and the list
     */
    protected void inParameter(InParameter in) {
        operand(in.value(), Binding.SUM);
        write(" = ANY(").placeholder(in.slot(), in.type(), Form.LIST).write(")");
    }

    /**
     * Writes values side by side among a list of such.
     *
     * @param in the values and the list
     */
    protected void inRows(SqlExpr.InRows in) {
        arguments(in.values());
        write(" IN (SELECT * FROM UNNEST(");
        String separator = "";
        for (Parameter column : in.columns()) {
            write(separator).placeholder(column.slot(), column.type(), Form.LIST);
            separator = ", ";
        }
        write("))");
    }

    /**
     * Writes a question mark for a list of rows.
     *
     * @param columns the columns, whose slots follow each other
     */
    protected final void rows(List<Parameter> columns) {
        Parameter first = columns.getFirst();
        List<StorageType> further =
                columns.stream().skip(1).map(Parameter::type).toList();
        text.append('?');
        placeholders.add(new Placeholder(first.slot(), first.type(), Form.ROWS, further));
    }

    /**
     * Writes a value among the rows of a subquery.
     *
     * @param in the value and the subquery
     */
    protected void inSelect(InSelect in) {
        operand(in.value(), Binding.SUM);
        write(" IN ").subquery(in.select());
    }

    private void template(SqlExpr.Template template) {
        write("(").write(template.texts().get(0));
        for (int at = 0; at < template.operands().size(); at++) {
            operand(template.operands().get(at), Binding.ATOM);
            write(template.texts().get(at + 1));
        }
        write(")");
    }

    private void branches(Case branches) {
        write("CASE");
        for (When when : branches.branches()) {
            write(" WHEN ");
            expression(when.condition());
            write(" THEN ");
            untyped(when.value());
        }
        write(" ELSE ");
        untyped(branches.otherwise());
        write(" END");
    }

    /**
     * Writes an aggregate.
     *
     * @param aggregation the aggregate
     */
    protected void aggregation(Aggregation aggregation) {
        switch (aggregation.function()) {
            case STRING_AGG -> {
                write("STRING_AGG(").write(aggregation.distinct() ? "DISTINCT " : "");
                aggregated(aggregation, "*");
                write(", ");
                separated(aggregation.parameters(), this::untyped);
                orderBy(aggregation.orderBy(), " ");
                write(")");
            }
            case JSON_ARRAYAGG -> {
                write("JSON_ARRAYAGG(").write(aggregation.distinct() ? "DISTINCT " : "");
                aggregated(aggregation, "*");
                orderBy(aggregation.orderBy(), " ");
                write(" NULL ON NULL)");
            }
            case PERCENTILE_CONT -> {
                write("PERCENTILE_CONT(");
                separated(aggregation.parameters(), this::untyped);
                write(") WITHIN GROUP (ORDER BY ");
                aggregated(aggregation, "*");
                write(")");
            }
            case COUNT, SUM, AVG, MIN, MAX, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP, BOOL_AND, BOOL_OR -> {
                write(function(aggregation.function())).write(aggregation.distinct() ? "(DISTINCT " : "(");
                aggregated(aggregation, "*");
                write(")");
            }
        }
        filterClause(aggregation.filter());
    }

    /**
     * {@return the name of an aggregate}
     *
     * @param function the aggregate
     */
    protected String function(SqlExpr.AggregateFunction function) {
        return function.name();
    }

    /**
     * Writes which rows an aggregate takes, behind it.
     *
     * @param filter the condition, or null for all rows
     */
    protected final void filterClause(@Nullable SqlExpr filter) {
        if (filter != null && dialect.capabilities().filterClause()) {
            write(" FILTER (WHERE ");
            expression(filter);
            write(")");
        }
    }

    /**
     * Writes the argument of an aggregate, within a condition where the database has no clause for it.
     *
     * @param aggregation the aggregate
     * @param rows what stands for a row
     */
    protected final void aggregated(Aggregation aggregation, String rows) {
        SqlExpr filter = aggregation.filter();
        if (filter == null || dialect.capabilities().filterClause()) {
            argument(aggregation, rows);
            return;
        }
        write("CASE WHEN ");
        expression(filter);
        write(" THEN ");
        argument(aggregation, "1");
        write(" END");
    }

    private void argument(Aggregation aggregation, String rows) {
        SqlExpr argument = aggregation.argument();
        if (argument == null) {
            write(rows);
        } else if (isStatistic(aggregation.function())) {
            averaged(argument);
        } else {
            untyped(argument);
        }
    }

    private static boolean isStatistic(SqlExpr.AggregateFunction function) {
        return switch (function) {
            case AVG, STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> true;
            case COUNT, SUM, MIN, MAX, BOOL_AND, BOOL_OR, STRING_AGG, JSON_ARRAYAGG, PERCENTILE_CONT -> false;
        };
    }

    /**
     * Writes the argument of an average, or of how far values spread.
     *
     * @param argument the argument
     */
    protected void averaged(SqlExpr argument) {
        untyped(argument);
    }

    /**
     * Writes a function over a window.
     *
     * @param over the function and the window
     */
    protected void over(Over over) {
        expression(over.function());
        write(" OVER (");
        String before = "";
        if (!over.partitionBy().isEmpty()) {
            write("PARTITION BY ");
            separated(over.partitionBy(), this::expression);
            before = " ";
        }
        orderBy(over.orderBy(), before);
        if (over.frame() != null) {
            frame(over.frame());
        }
        write(")");
    }

    /**
     * Writes which rows of a window a function takes.
     *
     * @param frame the rows
     */
    protected void frame(Frame frame) {
        write(" ").write(frame.unit().name()).write(" BETWEEN ");
        write(frame.start() == null ? "UNBOUNDED PRECEDING" : bound(frame.start()));
        write(" AND ");
        write(frame.end() == null ? "UNBOUNDED FOLLOWING" : bound(frame.end()));
        write(
                switch (frame.exclusion()) {
                    case NO_OTHERS -> "";
                    case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
                    case GROUP -> " EXCLUDE GROUP";
                    case TIES -> " EXCLUDE TIES";
                });
    }

    private static String bound(int distance) {
        if (distance == 0) {
            return "CURRENT ROW";
        }
        return distance < 0 ? -distance + " PRECEDING" : distance + " FOLLOWING";
    }
}
