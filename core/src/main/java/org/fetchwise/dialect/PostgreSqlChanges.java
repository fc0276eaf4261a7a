package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;

/** The changes of PostgreSQL. */
final class PostgreSqlChanges extends ChangeWriter {
    PostgreSqlChanges(SqlWriter out) {
        super(out);
    }

    /** Documents come as texts: an array of JSONB could not be told from an array in a document. */
    @Override
    void lists(Insert.Lists lists) {
        String separator = "SELECT ";
        for (int at = 0; at < lists.columns().size(); at++) {
            StorageType type = lists.columns().get(at).type();
            out.write(separator).write(type == StorageType.JSON ? "CAST(" : "");
            out.identifier("c" + at).write(type == StorageType.JSON ? " AS JSONB)" : "");
            separator = ", ";
        }
        separator = " FROM UNNEST(";
        for (Parameter list : lists.columns()) {
            out.write(separator);
            list(list);
            separator = ", ";
        }
        out.write(") WITH ORDINALITY AS \"given\"(");
        for (int at = 0; at < lists.columns().size(); at++) {
            out.identifier("c" + at).write(", ");
        }
        out.write("\"n\") ORDER BY \"n\"");
    }

    @Override
    void givenLists(List<UpdateEach.Cell> cells) {
        String separator = "UNNEST(";
        for (int at = 0; at < cells.size(); at++) {
            out.write(separator);
            list(new Parameter(at, cells.get(at).type()));
            separator = ", ";
        }
        out.write(") AS ").identifier(UpdateEach.VALUES).write("(");
        out.separated(cells, cell -> out.identifier(cell.given()));
        out.write(")");
    }

    @Override
    void given(UpdateEach.Cell cell) {
        boolean isText = cell.type() == StorageType.JSON;
        out.write(isText ? "CAST(" : "");
        super.given(cell);
        out.write(isText ? " AS JSONB)" : "");
    }

    private void list(Parameter list) {
        StorageType type = list.type() == StorageType.JSON ? StorageType.TEXT : list.type();
        out.write("CAST(").placeholder(list.slot(), list.type(), Form.COLUMN);
        out.write(" AS ").type(type).write("[])");
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
