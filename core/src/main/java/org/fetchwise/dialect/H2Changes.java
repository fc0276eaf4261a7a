package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;
import org.jspecify.annotations.Nullable;

/** The changes of H2. */
final class H2Changes extends ChangeWriter {
    private final H2Dialect h2;

    H2Changes(SqlWriter out, H2Dialect h2) {
        super(out);
        this.h2 = h2;
    }

    /** There is no RETURNING, but a query can read what a statement has written. */
    @Override
    void insert(Insert insert) {
        reading(insert.returning(), () -> insertion(insert));
    }

    @Override
    void update(Update update) {
        reading(update.returning(), () -> {
            if (merged(update.table(), update.where())) {
                out.write(" WHEN MATCHED THEN UPDATE SET ");
                sets(update.sets());
            } else {
                super.update(new Update(update.table(), update.sets(), update.where(), List.of()));
            }
        });
    }

    @Override
    void delete(Delete delete) {
        if (merged(delete.table(), delete.where())) {
            out.write(" WHEN MATCHED THEN DELETE");
        } else {
            super.delete(delete);
        }
    }

    /**
     * Begins a MERGE with the keys whose rows change, if there are any: it finds each by the index, while WHERE compares every row
     * with every key of a list, and runs a subquery again for every row. All that holds for the rows stands in ON, for a row that another transaction has changed
     * meanwhile is held against that again.
     */
    private boolean merged(FromItem.Table table, @Nullable SqlExpr where) {
        ListsAsJoins.Beginning beginning = ListsAsJoins.beginning(table, where, true);
        if (beginning == null) {
            beginning = ListsAsJoins.subquery(table, where, select -> !h2.isTied(select, table.alias()));
        }
        if (beginning == null) {
            return false;
        }
        out.write("MERGE INTO ");
        target(table);
        out.write(" USING ");
        out.fromItem(beginning.list());
        out.clause(" ON ", beginning.condition());
        return true;
    }

    /** UPDATE knows no other table, but MERGE does. */
    @Override
    void updateEach(UpdateEach each) {
        out.write("MERGE INTO ")
                .write(out.dialect().table(each.table()))
                .write(" AS ")
                .identifier(UpdateEach.TARGET)
                .write(" USING ");
        givenRows(each);
        out.write(" ON ");
        found(each);
        out.write(" WHEN MATCHED THEN UPDATE SET ");
        out.separated(each.sets(), this::changed);
    }

    /**
     * The rows that were there are those that MERGE has found in the table as it was. Where they stay as they are it is no
     * help: it takes several rows that clash with the same one for an error.
     */
    @Override
    void upsert(Upsert upsert) {
        if (upsert.leaves()) {
            insertMissing(upsert);
            return;
        }
        out.write("SELECT COUNT(*) FROM OLD TABLE (MERGE INTO ")
                .write(out.dialect().table(upsert.insert().table()))
                .write(" USING ");
        givenRows(upsert);
        out.write(" ON ");
        present(upsert);
        out.write(" WHEN MATCHED THEN UPDATE SET ");
        assignments(upsert);
        out.write(" WHEN NOT MATCHED THEN INSERT (");
        out.separated(upsert.insert().columns(), out::identifier);
        out.write(") VALUES (");
        out.separated(upsert.insert().columns(), this::excluded);
        out.write("))");
    }

    private void insertMissing(Upsert upsert) {
        String table = out.dialect().table(upsert.insert().table());
        out.write("INSERT INTO ").write(table).write(" (");
        out.separated(upsert.insert().columns(), out::identifier);
        out.write(") SELECT * FROM ");
        givenRows(upsert);
        if (!upsert.conflict().constraints().isEmpty()) {
            out.write(" WHERE NOT EXISTS (SELECT 1 FROM ").write(table).write(" WHERE ");
            present(upsert);
            out.write(")");
        }
    }

    private void givenRows(Upsert upsert) {
        out.write("(VALUES ");
        List<String> columns = upsert.insert().columns();
        out.separated(rowsOf(upsert).rows(), row -> {
            for (int at = 0; at < row.size(); at++) {
                out.write(at == 0 ? "(" : ", ");
                if (row.get(at) instanceof Parameter array && array.type() == StorageType.ARRAY) {
                    ofColumn(array, upsert.insert().table(), columns.get(at));
                } else {
                    out.untyped(row.get(at));
                }
            }
            out.write(")");
        });
        out.write(") AS ").identifier(Upsert.GIVEN).write("(");
        out.separated(upsert.insert().columns(), out::identifier);
        out.write(")");
    }

    private void reading(List<String> returning, Runnable change) {
        if (returning.isEmpty()) {
            change.run();
            return;
        }
        out.write("SELECT ");
        out.separated(returning, out::identifier);
        out.write(" FROM FINAL TABLE (");
        change.run();
        out.write(")");
    }
}
