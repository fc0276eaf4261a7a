package org.fetchwise.dialect;

import java.sql.SQLException;
import org.fetchwise.error.ConstraintException;
import org.fetchwise.error.ContentionException;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.FetchwiseException;
import org.fetchwise.error.UnreachableException;
import org.jspecify.annotations.Nullable;

/** Words for failures: the same for each database, and free of values. The driver's own message stays in the cause. */
final class Failures {
    private static final String SCHEMA_WAY_OUT =
            "Run db.schema().create(), or check the names in @Table, @Column and @JoinColumn, and the database"
                    + " connected to.";

    private Failures() {}

    static FetchwiseException describe(Dialect dialect, Failure failure, SQLException cause, String statement) {
        return switch (failure.kind()) {
            case UNREACHABLE ->
                new UnreachableException(
                        dialect.name() + " cannot be reached, or the connection broke"
                                + (statement.isEmpty() ? ". " : " while a statement ran. ")
                                + "Check that the server runs, host, port and network, and that nobody closed the"
                                + " Database or its pool before.",
                        cause);
            case NO_FREE_CONNECTION ->
                new UnreachableException(
                        "No connection to " + dialect.name()
                                + " became free in time. Close what holds connections (streams, "
                                + "transactions), or make the pool larger.",
                        cause);
            case REFUSED_LOGIN ->
                new UnreachableException(
                        dialect.name() + " refuses the user or the password. Check both, in the URL or beside it.",
                        cause);
            case MISSING_DATABASE ->
                new UnreachableException(
                        dialect.name() + " has no database" + quoted(failure.name())
                                + ", or it cannot be opened. Check the name in the URL, or create the database.",
                        cause);
            case NOT_UNIQUE -> constraint(ConstraintException.Kind.UNIQUE, dialect, failure, cause, statement);
            case MISSING_REFERENCE ->
                constraint(ConstraintException.Kind.FOREIGN_KEY, dialect, failure, cause, statement);
            case NULL_NOT_ALLOWED -> constraint(ConstraintException.Kind.NOT_NULL, dialect, failure, cause, statement);
            case CHECK_VIOLATED -> constraint(ConstraintException.Kind.CHECK, dialect, failure, cause, statement);
            case LOCKED -> new ContentionException(message(dialect, failure, cause, statement), cause);
            case MISSING_TABLE,
                    MISSING_COLUMN,
                    TABLE_EXISTS,
                    VALUE_OUT_OF_RANGE,
                    DIVISION_BY_ZERO,
                    TOO_MANY_DIGITS,
                    READ_ONLY,
                    NO_SPACE,
                    TIMEOUT,
                    OTHER -> new ExecutionException(message(dialect, failure, cause, statement), cause);
        };
    }

    private static ConstraintException constraint(
            ConstraintException.Kind kind, Dialect dialect, Failure failure, SQLException cause, String statement) {
        return new ConstraintException(
                kind, failure.name(), failure.columns(), message(dialect, failure, cause, statement), cause);
    }

    private static String message(Dialect dialect, Failure failure, SQLException cause, String statement) {
        return dialect.name() + ": " + what(failure, cause)
                + (statement.isEmpty() ? "" : "\nin statement: " + statement);
    }

    private static String what(Failure failure, SQLException cause) {
        String name = quoted(
                failure.name() == null && !failure.columns().isEmpty()
                        ? String.join(", ", failure.columns())
                        : failure.name());
        return switch (failure.kind()) {
            case MISSING_TABLE -> "there is no table" + name + ". " + SCHEMA_WAY_OUT;
            case MISSING_COLUMN -> "there is no column" + name + ". " + SCHEMA_WAY_OUT;
            case TABLE_EXISTS ->
                "the table" + name + " exists already. Run db.schema().drop() first if its rows may go.";
            case NOT_UNIQUE ->
                "the row exists already: the unique constraint" + name
                        + " holds its values for another row. Update that row instead, or choose other values.";
            case MISSING_REFERENCE ->
                "the foreign key" + name + " would point to no row. Create the row it points to "
                        + "first; or, when deleting, delete the rows that point here first.";
            case NULL_NOT_ALLOWED ->
                "the column" + name
                        + " must not be NULL. Set the attribute, or allow NULL in the mapping and the table.";
            case CHECK_VIOLATED -> "the check constraint" + name + " is violated. Set values that it allows.";
            case VALUE_OUT_OF_RANGE ->
                "a value does not fit its column" + name
                        + ". Widen the column (length, precision), or shorten the value.";
            case DIVISION_BY_ZERO ->
                "a number is divided by zero. Where that means no result, divide by what is NULL in its place, as in"
                        + " a.dividedBy(b.nullIf(0)).";
            case TOO_MANY_DIGITS ->
                "a sum of decimals has more digits than a decimal keeps here, so it would not be exact. Round the"
                        + " values, or keep them as a long of the smallest unit.";
            case LOCKED -> "another transaction holds the rows or the database. Try again, or shorten transactions.";
            case READ_ONLY ->
                "the transaction or the database is read-only. Write in a block that is not, or on another server.";
            case NO_SPACE -> "there is no space left for the rows. Nothing of the statement was written.";
            case TIMEOUT ->
                "the statement took longer than its time limit. Narrow the query, add an index, or raise the limit.";
            case MISSING_DATABASE, REFUSED_LOGIN, UNREACHABLE, NO_FREE_CONNECTION, OTHER ->
                "the statement failed (SQLState "
                        + cause.getSQLState() + ", code " + cause.getErrorCode()
                        + "). The cause holds the driver's own words.";
        };
    }

    private static String quoted(@Nullable String name) {
        return name == null ? "" : " '" + name + "'";
    }
}
