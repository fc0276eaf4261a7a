package org.fetchwise.dialect;

import org.fetchwise.sql.Upsert;

/** The changes of PostgreSQL. */
final class PostgreSqlChanges extends ChangeWriter {
    PostgreSqlChanges(SqlWriter out) {
        super(out);
    }

    /**
     * A row that was there has been locked by the statement, which its system column xmax shows; that of a new row is 0.
     *
     * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System columns</a>
     */
    @Override
    void upsert(Upsert upsert) {
        if (upsert.leaves()) {
            super.upsert(upsert);
            return;
        }
        out.write("WITH \"written\" AS (");
        super.upsert(upsert);
        out.write(" RETURNING xmax <> 0 AS \"found\") SELECT COUNT(*) FILTER (WHERE \"found\") FROM \"written\"");
    }
}
