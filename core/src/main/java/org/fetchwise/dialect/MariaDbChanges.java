package org.fetchwise.dialect;

import org.fetchwise.sql.Delete;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;

/** The changes of MariaDB. */
final class MariaDbChanges extends ChangeWriter {
    /** The variable of the connection that counts the rows that an upsert has found. */
    static final String FOUND = "@`found`";

    private final String row;

    MariaDbChanges(SqlWriter out, String row) {
        super(out);
        this.row = row;
    }

    /** An alias is known only to the form for several tables, until version 11.6. */
    @Override
    void delete(Delete delete) {
        out.write("DELETE ").identifier(delete.table().alias()).write(" FROM ");
        target(delete.table());
        out.clause(" WHERE ", delete.where());
    }

    /** What others say with FROM is a join here. */
    @Override
    void updateEach(UpdateEach each) {
        out.write("UPDATE ")
                .write(out.dialect().table(each.table()))
                .write(" AS ")
                .identifier(UpdateEach.TARGET)
                .write(" JOIN ");
        givenRows(each);
        out.write(" ON ");
        found(each);
        out.write(" SET ");
        out.separated(each.sets(), cell -> {
            out.identifier(UpdateEach.TARGET)
                    .write(".")
                    .identifier(cell.column())
                    .write(" = ");
            given(cell);
        });
    }

    @Override
    String row() {
        return row;
    }

    /**
     * ON DUPLICATE KEY UPDATE does not say which key a row clashes in. So that a row is never taken for another one, what is
     * there is compared with what is given: where they differ in the columns of the conflict, a number is made that is too
     * great for its type, which ends the statement. A variable counts the rows that were there: the number of rows that the
     * statement concerned counts a row that stays as it is like one that is new. The conditions hold always, and are none that
     * the optimizer sees through.
     */
    @Override
    void upsert(Upsert upsert) {
        counting(upsert, "CASE WHEN (" + FOUND + " := 0) = 0 THEN ");
        String key = upsert.conflict().key();
        out.write(" ON DUPLICATE KEY UPDATE ").identifier(key).write(" = CASE WHEN ");
        if (!upsert.conflict().any()) {
            String separator = "(";
            for (String column : upsert.conflict().constraints().getFirst()) {
                out.write(separator).identifier(column).write(" <=> ");
                excluded(column);
                separator = " AND ";
            }
            out.write(" OR 18446744073709551615 + (" + FOUND + " + 1) > 0) AND ");
        }
        out.write("(" + FOUND + " := " + FOUND + " + 1) > 0 THEN ")
                .identifier(key)
                .write(" END");
        if (!upsert.leaves()) {
            out.write(", ");
            assignments(upsert);
        }
    }

    @Override
    void excluded(String column) {
        out.write("VALUES(").identifier(column).write(")");
    }

    @Override
    void noValues() {
        out.write(" () VALUES ()");
    }
}
