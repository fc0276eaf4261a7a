package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.CommonTable;
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
import org.fetchwise.sql.SqlTypes;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement as text. The only place where SQL text is put together: a dialect overrides the small methods for what
 * its database spells differently. Mutable, used once by one thread. Designed for subclassing.
 */
public class SqlWriter {
    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder(256);
    private final List<Placeholder> placeholders = new ArrayList<>();
    private final NamesInSight inSight = new NamesInSight();
    private WindowNames windowNames = new WindowNames();
    private boolean derives;

    /**
     * Creates a writer.
     *
     * @param dialect whose SQL is written
     */
    protected SqlWriter(Dialect dialect) {
        this.dialect = dialect;
    }

    /** {@return whose SQL is written} */
    final Dialect dialect() {
        return dialect;
    }

    /** {@return the windows of the SELECT that is being written} */
    final WindowNames windowNames() {
        return windowNames;
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
        if (type == StorageType.ARRAY && !dialect.capabilities().arrays()) {
            throw dialect.withoutArrays("one is bound");
        }
        if (form == Form.LIST) {
            dialect.requireComparable(type);
        }
        placeholders.add(new Placeholder(slot, type, form));
        return write("?");
    }

    /** Writes a statement. */
    final void statement(SqlStatement statement) {
        switch (statement) {
            case Select select -> select(select);
            case Insert insert -> changes().insert(insert);
            case Upsert upsert -> changes().upsert(upsert);
            case Update update -> changes().update(update);
            case UpdateEach each -> changes().updateEach(each);
            case Delete delete -> changes().delete(delete);
        }
    }

    /**
     * Writes a SELECT statement.
     *
     * @param select the statement
     */
    protected void select(Select select) {
        String separator = "WITH ";
        for (CommonTable table : select.tables()) {
            write(separator).identifier(table.name()).write(" AS ").subquery(table.rows());
            separator = ", ";
        }
        write(select.tables().isEmpty() ? "" : " ");
        inSight.enter(select, derives);
        derives = false;
        WindowNames around = windowNames;
        WindowNames own = new WindowNames();
        windowNames = own;
        int characters = text.length();
        int marks = placeholders.size();
        clauses(select);
        if (own.giveNames()) {
            text.setLength(characters);
            placeholders.subList(marks, placeholders.size()).clear();
            clauses(select);
        }
        windowNames = around;
        inSight.leave();
    }

    private void clauses(Select select) {
        write(select.distinct() ? "SELECT DISTINCT " : "SELECT ");
        separated(select.outputs(), this::output);
        write(" FROM ");
        fromItem(select.from());
        for (int at = 0; at < select.joins().size(); at++) {
            Join join = select.joins().get(at);
            write(join.outer() ? " LEFT JOIN " : innerJoin(select, at));
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
        windows().named();
        // Rows that are groups, or told apart, are ordered only by what makes them so.
        boolean each = !select.distinct() && select.groupBy().isEmpty();
        orderBy(each ? json().order(select.orderBy()) : select.orderBy(), " ");
        slice(select.limit(), select.offset());
        Lock lock = select.lock();
        if (lock != null) {
            lock(lock, select);
        }
    }

    /**
     * {@return the keyword of an inner join, with spaces around it}
     *
     * @param select the statement
     * @param position that of the join among those of the statement
     */
    protected String innerJoin(Select select, int position) {
        return " JOIN ";
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

    /**
     * Writes what rows are read from, and its alias.
     *
     * @param item the rows
     */
    final void fromItem(FromItem item) {
        switch (item) {
            case FromItem.Table table -> write(dialect.table(table.table()));
            case FromItem.Derived derived -> derived(derived.select());
            case FromItem.KeyList list -> {
                keyList(list);
                return;
            }
            case FromItem.Combined combined -> combined(combined);
            case FromItem.Recursive recursive -> recursive(recursive);
        }
        if (!(item instanceof FromItem.Table table) || !table.alias().equals(table.table())) {
            write(" ").identifier(item.alias());
        }
    }

    private void combined(FromItem.Combined combined) {
        String separator = "(";
        for (Select part : combined.parts()) {
            write(separator);
            derives = true;
            select(part);
            separator = " " + combined.operator() + (combined.all() ? " ALL " : " ");
        }
        write(")");
    }

    /**
     * Writes rows found step by step.
     *
     * @param recursive the rows
     */
    protected void recursive(FromItem.Recursive recursive) {
        write("(WITH RECURSIVE ").identifier(recursive.table()).write(" (");
        separated(recursive.columns(), this::identifier);
        write(") AS (");
        select(recursive.start());
        write(" UNION ");
        select(recursive.step());
        write(") SELECT ");
        separated(recursive.columns(), this::identifier);
        write(" FROM ").identifier(recursive.table()).write(")");
    }

    /**
     * Writes a list of keys with their positions, and its alias.
     *
     * @param list the list
     */
    protected void keyList(FromItem.KeyList list) {
        arrays(list.keys());
        numbered(list);
    }

    /** Without their types, PostgreSQL does not know lists of texts, and H2 may find no row. */
    private void arrays(List<Parameter> arrays) {
        String separator = "UNNEST(CAST(";
        for (Parameter array : arrays) {
            write(separator).placeholder(array.slot(), array.type(), Form.LIST);
            write(" AS ").type(array.type()).write(" ARRAY)");
            separator = ", CAST(";
        }
        write(")");
    }

    /**
     * Writes that the elements of arrays come with their positions, and the alias of both.
     *
     * @param list the list
     */
    protected final void numbered(FromItem.KeyList list) {
        write(" WITH ORDINALITY AS ").identifier(list.alias()).write("(");
        for (int part = 0; part < list.keys().size(); part++) {
            identifier(FromItem.KeyList.value(part)).write(", ");
        }
        identifier(FromItem.KeyList.POSITION).write(")");
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
     * Writes a SELECT that another one reads like a table, in parentheses.
     *
     * @param select the SELECT
     * @return this writer
     */
    protected final SqlWriter derived(Select select) {
        derives = true;
        return subquery(select);
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

    /**
     * Writes an expression.
     *
     * @param expression the expression
     */
    protected final void expression(SqlExpr expression) {
        switch (expression) {
            case ColumnRef column -> {
                if (column.type() == StorageType.ARRAY
                        && !dialect.capabilities().arrays()) {
                    throw dialect.withoutArrays("the column '" + column.column() + "' holds them");
                }
                if (!dialect.capabilities().looksOutOfDerived() && inSight.isBeyondDerived(column.alias())) {
                    throw dialect.withoutSight(column);
                }
                column(column);
            }
            case Parameter parameter -> placeholder(parameter.slot(), parameter.type(), Form.VALUE);
            case Constant constant -> constant(constant.value());
            case SqlExpr.Declared declared -> write(text(declared.text()));
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
            case Aggregation aggregation ->
                rounded(aggregation, () -> aggregates().aggregation(aggregation));
            case Over over -> rounded(over.function(), () -> windows().over(over));
            case WindowCall call -> write(call.function().name()).arguments(call.arguments());
            case SqlExpr.Scalar scalar -> subquery(scalar.select());
            case SqlExpr.Cast cast -> functions().cast(cast);
        }
    }

    /** An average of durations, which are whole microseconds, seldom is one. */
    private void rounded(SqlExpr function, Runnable value) {
        boolean rounded = function instanceof Aggregation aggregation
                && aggregation.function() == SqlExpr.AggregateFunction.AVG
                && aggregation.type() == StorageType.DURATION;
        write(rounded ? "ROUND(" : "");
        value.run();
        write(rounded ? ")" : "");
    }

    private void comparison(SqlExpr.Comparison comparison) {
        if (SqlTypes.of(comparison.left()) == StorageType.JSON && SqlTypes.of(comparison.right()) == StorageType.JSON) {
            json().comparison(comparison.operator(), comparison.left(), comparison.right());
        } else {
            infix(comparison.left(), " " + comparison.operator().text() + " ", comparison.right(), Binding.SUM);
        }
    }

    /** {@return what writes the statements that change rows} */
    ChangeWriter changes() {
        return new ChangeWriter(this);
    }

    /** {@return what writes aggregates} */
    AggregateWriter aggregates() {
        return new AggregateWriter(this);
    }

    /** {@return what writes functions over windows} */
    WindowWriter windows() {
        return new WindowWriter(this);
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
        if (Binding.of(expression).compareTo(least) < 0) {
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
        write(" IN (SELECT * FROM ");
        arrays(in.columns());
        write(")");
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
     * Writes a column of a table.
     *
     * @param column the column
     */
    void column(ColumnRef column) {
        identifier(column.alias()).write(".").identifier(column.column());
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
}
