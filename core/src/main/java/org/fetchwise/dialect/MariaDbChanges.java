package org.fetchwise.dialect;

import org.fetchwise.sql.Delete;
import org.fetchwise.sql.UpdateEach;

/** The changes of MariaDB. */
final class MariaDbChanges extends ChangeWriter {
    MariaDbChanges(SqlWriter out) {
        super(out);
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
                .identifier(each.table())
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
    void noValues() {
        out.write(" () VALUES ()");
    }
}
