package org.fetchwise.dialect;

import java.sql.SQLException;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** The changes of SQLite, and what it lacks for them, written in Java. */
final class SqliteChanges extends ChangeWriter {
    private static final String FOUND = SqliteFunctions.PREFIX + "FOUND";

    SqliteChanges(SqlWriter out) {
        super(out);
    }

    static void register(SQLiteConnection connection) throws SQLException {
        Function.create(connection, FOUND, new Found());
    }

    /** Rows of VALUES would be read anew for every row that is looked for. */
    @Override
    void givenRows(UpdateEach each, int rows) {
        for (int row = 0; row < rows; row++) {
            out.write(row == 0 ? "SELECT " : " UNION ALL SELECT ");
            givenRow(each, row);
        }
    }

    /** Nothing tells an inserted row from an updated one, so a function counts those that are updated. */
    @Override
    void upsert(Upsert upsert) {
        if (upsert.leaves()) {
            super.upsert(upsert);
            return;
        }
        counting(upsert, "CASE WHEN " + FOUND + "(0) = 0 THEN ");
        conflict(upsert);
        out.write(" WHERE " + FOUND + "(1) > 0 RETURNING " + FOUND + "()");
    }

    /** How many rows a statement of the connection has found so far: 0 begins anew, 1 counts one more. */
    private static final class Found extends Function {
        private long count;

        @Override
        protected void xFunc() throws SQLException {
            if (args() == 1) {
                count = value_int(0) == 0 ? 0 : count + 1;
            }
            result(count);
        }
    }
}
