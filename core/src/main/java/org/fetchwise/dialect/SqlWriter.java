package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Rendered.Placeholder;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
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
import org.fetchwise.sql.SqlExpr.SqlFunction;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlExpr.When;
import org.fetchwise.sql.SqlExpr.WindowCall;
import org.fetchwise.sql.SqlStatement;
import org.fetchwise.sql.Update;
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
        Insert.Conflict conflict = insert.conflict();
        if (conflict != null) {
            conflict(conflict);
        }
        returning(insert.returning());
    }

    /**
     * Writes an INSERT statement as far as its rows.
     *
     * @param insert the statement
     */
    protected final void insertion(Insert insert) {
        write("INSERT INTO ").write(dialect.table(insert.table()));
        if (insert.conflict() != null && !insert.conflict().sets().isEmpty()) {
            existingAlias();
        }
        if (insert.columns().isEmpty()) {
            noValues();
            return;
        }
        write(" (");
        separated(insert.columns(), this::identifier);
        write(") VALUES ");
        separated(insert.rows(), row -> {
            write("(");
            separated(row, this::expression);
            write(")");
        });
    }

    /** Names the row that exists for what follows ON CONFLICT. */
    protected void existingAlias() {
        write(" AS ").identifier(Insert.EXISTING);
    }

    /** Writes what stands for the values of a row that has only defaults. */
    protected void noValues() {
        write(" DEFAULT VALUES");
    }

    /**
     * Writes what happens with a row that exists already.
     *
     * @param conflict what happens
     */
    protected void conflict(Insert.Conflict conflict) {
        write(" ON CONFLICT");
        if (!conflict.target().isEmpty()) {
            write(" (");
            separated(conflict.target(), this::identifier);
            write(")");
        }
        if (conflict.isIgnored()) {
            write(" DO NOTHING");
            return;
        }
        write(" DO UPDATE SET ");
        separated(
                conflict.proposed(),
                column -> identifier(column).write(" = EXCLUDED.").identifier(column));
        write(conflict.proposed().isEmpty() || conflict.sets().isEmpty() ? "" : ", ");
        sets(conflict.sets());
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
        }
        if (!(item instanceof FromItem.Table table) || !table.alias().equals(table.table())) {
            write(" ").identifier(item.alias());
        }
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

    private void orderBy(List<SortKey> keys, String before) {
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
        SUM,
        PRODUCT,
        ATOM
    }

    private static Binding binding(SqlExpr expression) {
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
            case TextMatch match -> Binding.COMPARISON;
            case RegexMatch match -> Binding.COMPARISON;
            case Between between -> Binding.COMPARISON;
            case Arithmetic arithmetic ->
                switch (arithmetic.operator()) {
                    case PLUS, MINUS -> Binding.SUM;
                    case TIMES, DIVIDED_BY, MODULO -> Binding.PRODUCT;
                };
            case ColumnRef column -> Binding.ATOM;
            case Parameter parameter -> Binding.ATOM;
            case Constant constant -> Binding.ATOM;
            case SqlExpr.Exists exists -> Binding.ATOM;
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
            case SqlExpr.Comparison comparison ->
                infix(comparison.left(), " " + comparison.operator().text() + " ", comparison.right(), Binding.SUM);
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
            case SqlExpr.Exists exists -> write("EXISTS ").subquery(exists.select());
            case TextMatch match -> textMatch(match);
            case RegexMatch match -> regexMatch(match);
            case Between between -> {
                operand(between.value(), Binding.SUM);
                write(" BETWEEN ");
                infix(between.low(), " AND ", between.high(), Binding.SUM);
            }
            case Arithmetic arithmetic -> arithmetic(arithmetic);
            case Call call -> call(call);
            case Case branches -> branches(branches);
            case Aggregation aggregation -> aggregation(aggregation);
            case Over over -> over(over);
            case WindowCall call -> write(call.function().name()).arguments(call.arguments());
            case SqlExpr.Scalar scalar -> subquery(scalar.select());
            case SqlExpr.Cast cast -> cast(cast.value(), cast.type());
        }
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

    private void arguments(List<SqlExpr> arguments) {
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
     * Writes a value among the rows of a subquery.
     *
     * @param in the value and the subquery
     */
    protected void inSelect(InSelect in) {
        operand(in.value(), Binding.SUM);
        write(" IN ").subquery(in.select());
    }

    /**
     * Writes the comparison of a part of a text, taken literally.
     *
     * @param match the comparison
     */
    protected void textMatch(TextMatch match) {
        if (match.position() == TextPosition.WHOLE) {
            folded(match.text(), match.ignoreCase());
            write(" = ");
            folded(match.part(), match.ignoreCase());
        } else {
            folded(match.text(), match.ignoreCase());
            write(like(match.part()));
            write(match.ignoreCase() ? "UPPER(" : "");
            pattern(match.position(), match.part());
            write(match.ignoreCase() ? ")" : "");
            write(" ESCAPE '" + Dialect.ESCAPE + "'");
        }
    }

    /**
     * {@return the operator that compares with a pattern and heeds case, with spaces around it}
     *
     * @param part what the pattern is made of
     */
    protected String like(SqlExpr part) {
        return " LIKE ";
    }

    /**
     * Writes an operand of a comparison of texts.
     *
     * @param value the operand
     * @param ignoreCase whether it is made upper-case
     */
    protected final void folded(SqlExpr value, boolean ignoreCase) {
        if (ignoreCase) {
            write("UPPER(");
            untyped(value);
            write(")");
        } else {
            operand(value, Binding.SUM);
        }
    }

    /**
     * Writes a pattern for LIKE.
     *
     * @param position where the part must stand
     * @param part the part; a parameter is made a pattern when it is bound, anything else by the database
     */
    protected final void pattern(TextPosition position, SqlExpr part) {
        if (part instanceof Parameter parameter) {
            Form form = switch (position) {
                case WHOLE -> Form.PATTERN_WHOLE;
                case ANYWHERE -> Form.PATTERN_ANYWHERE;
                case START -> Form.PATTERN_START;
                case END -> Form.PATTERN_END;
            };
            patternParameter(parameter.slot(), form);
        } else {
            boolean openStart = position == TextPosition.ANYWHERE || position == TextPosition.END;
            boolean openEnd = position == TextPosition.ANYWHERE || position == TextPosition.START;
            surrounded(openStart, part, openEnd);
        }
    }

    /**
     * Writes the parameter that is bound as a pattern.
     *
     * @param slot the slot of the text
     * @param form which pattern is made of it
     */
    protected void patternParameter(int slot, Form form) {
        placeholder(slot, StorageType.VARCHAR, form);
    }

    /**
     * Writes a pattern made of the value of an expression. Where the value is NULL, so is the pattern.
     *
     * @param openStart whether anything may stand before
     * @param part the expression
     * @param openEnd whether anything may follow
     */
    protected void surrounded(boolean openStart, SqlExpr part, boolean openEnd) {
        write(openStart ? "'%' || " : "");
        escaped(part);
        write(openEnd ? " || '%'" : "");
    }

    /**
     * Writes an expression whose value is taken literally by LIKE.
     *
     * @param part the expression
     */
    protected final void escaped(SqlExpr part) {
        write("REPLACE(REPLACE(REPLACE(");
        untyped(part);
        write(", '!', '!!'), '%', '!%'), '_', '!_')");
    }

    /**
     * Writes the comparison with a regular expression.
     *
     * @param match the comparison
     */
    protected void regexMatch(RegexMatch match) {
        write("REGEXP_LIKE(");
        untyped(match.text());
        write(", ");
        untyped(match.pattern());
        write(match.ignoreCase() ? ", 'i')" : ")");
    }

    private void arithmetic(Arithmetic arithmetic) {
        boolean product = binding(arithmetic) == Binding.PRODUCT;
        SqlExpr left = arithmetic.left();
        SqlExpr right = arithmetic.right();
        if (arithmetic.operator() == ArithmeticOperator.DIVIDED_BY
                && !SqlTypes.isFraction(left)
                && !SqlTypes.isFraction(right)) {
            cast(left, StorageType.DOUBLE);
        } else {
            term(left, product ? Binding.PRODUCT : Binding.SUM);
        }
        write(
                switch (arithmetic.operator()) {
                    case PLUS -> " + ";
                    case MINUS -> " - ";
                    case TIMES -> " * ";
                    case DIVIDED_BY -> " / ";
                    case MODULO -> " % ";
                });
        term(right, product ? Binding.ATOM : Binding.PRODUCT);
    }

    private void term(SqlExpr term, Binding least) {
        if (binding(term) == Binding.ATOM) {
            untyped(term);
        } else {
            operand(term, least);
        }
    }

    private void call(Call call) {
        SqlExpr first = call.arguments().get(0);
        switch (call.function()) {
            case LENGTH, LOWER, UPPER, CONCAT, COALESCE, ABS -> {
                write(function(call.function())).write("(");
                write(call.function() == SqlFunction.CONCAT ? concatenationStart() : "");
                separated(call.arguments(), this::untyped);
                write(")");
            }
            case DATE, TIME -> halfOf(first, call.type());
            case YEAR, ISO_YEAR, QUARTER, MONTH, WEEK, DAY, WEEK_DAY, ISO_WEEK_DAY, HOUR, MINUTE, SECOND ->
                part(call.function(), first);
            case TRUNC_YEAR,
                    TRUNC_QUARTER,
                    TRUNC_MONTH,
                    TRUNC_WEEK,
                    TRUNC_DAY,
                    TRUNC_HOUR,
                    TRUNC_MINUTE,
                    TRUNC_SECOND -> truncated(call.function(), first, call.type());
        }
    }

    /**
     * Writes the date or the time of day of an instant.
     *
     * @param value the instant
     * @param type which of both
     */
    protected void halfOf(SqlExpr value, StorageType type) {
        cast(value, type);
    }

    /**
     * Writes a part of a date or a time, a whole number.
     *
     * @param part which part
     * @param value the date or time
     */
    protected void part(SqlFunction part, SqlExpr value) {
        write(
                switch (part) {
                    case SECOND -> "CAST(FLOOR(EXTRACT(";
                    case WEEK_DAY -> "CAST(MOD(EXTRACT(";
                    default -> "CAST(EXTRACT(";
                });
        write(partName(part)).write(" FROM ");
        untyped(value);
        write(
                switch (part) {
                    case SECOND -> "))";
                    case WEEK_DAY -> "), 7) + 1";
                    default -> ")";
                });
        write(" AS INTEGER)");
    }

    /**
     * {@return the name of a part in EXTRACT; that of the day of the week from Monday for both}
     *
     * @param part the part
     */
    protected String partName(SqlFunction part) {
        return switch (part) {
            case ISO_YEAR -> "ISO_WEEK_YEAR";
            case WEEK -> "ISO_WEEK";
            case WEEK_DAY, ISO_WEEK_DAY -> "ISO_DAY_OF_WEEK";
            default -> part.name();
        };
    }

    /**
     * Writes the beginning of the unit that a date or an instant lies in.
     *
     * @param unit the unit, beginning with TRUNC
     * @param value the date or instant
     * @param type which of both
     */
    protected void truncated(SqlFunction unit, SqlExpr value, StorageType type) {
        write("CAST(DATE_TRUNC('").write(unitName(unit)).write("', ");
        untyped(value);
        write(") AS ").type(type).write(")");
    }

    /**
     * {@return the name of a unit in DATE_TRUNC}
     *
     * @param unit the unit, beginning with TRUNC
     */
    protected String unitName(SqlFunction unit) {
        return unit == SqlFunction.TRUNC_WEEK ? "ISO_WEEK" : unit.name().substring("TRUNC_".length());
    }

    /**
     * {@return the name of a function} CONCAT takes NULL for an empty text, as Django's does.
     *
     * @param function the function
     */
    protected String function(SqlFunction function) {
        return switch (function) {
            case LENGTH -> "CHAR_LENGTH";
            default -> function.name();
        };
    }

    /** {@return what stands before the first argument of {@link SqlFunction#CONCAT}} */
    protected String concatenationStart() {
        return "";
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

    private void aggregation(Aggregation aggregation) {
        boolean clause = dialect.capabilities().filterClause();
        SqlExpr filter = aggregation.filter();
        write(aggregation.function().name()).write(aggregation.distinct() ? "(DISTINCT " : "(");
        if (filter != null && !clause) {
            write("CASE WHEN ");
            expression(filter);
            write(" THEN ");
            aggregated(aggregation, "1");
            write(" END");
        } else {
            aggregated(aggregation, "*");
        }
        write(")");
        if (filter != null && clause) {
            write(" FILTER (WHERE ");
            expression(filter);
            write(")");
        }
    }

    private void aggregated(Aggregation aggregation, String rows) {
        SqlExpr argument = aggregation.argument();
        if (argument == null) {
            write(rows);
        } else if (aggregation.function() == SqlExpr.AggregateFunction.AVG) {
            averaged(argument);
        } else {
            untyped(argument);
        }
    }

    /**
     * Writes the argument of an average.
     *
     * @param argument the argument
     */
    protected void averaged(SqlExpr argument) {
        untyped(argument);
    }

    private void over(Over over) {
        expression(over.function());
        write(" OVER (");
        String before = "";
        if (!over.partitionBy().isEmpty()) {
            write("PARTITION BY ");
            separated(over.partitionBy(), this::expression);
            before = " ";
        }
        orderBy(over.orderBy(), before);
        Frame frame = over.frame();
        if (frame != null) {
            write(frame.rows() ? " ROWS BETWEEN " : " RANGE BETWEEN ");
            write(frame.start() == null ? "UNBOUNDED PRECEDING" : bound(frame.start()));
            write(" AND ");
            write(frame.end() == null ? "UNBOUNDED FOLLOWING" : bound(frame.end()));
        }
        write(")");
    }

    private static String bound(int distance) {
        if (distance == 0) {
            return "CURRENT ROW";
        }
        return distance < 0 ? -distance + " PRECEDING" : distance + " FOLLOWING";
    }
}
