package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.UpdateEach;

/** The changes of H2. */
final class H2Changes extends ChangeWriter {
    H2Changes(SqlWriter out) {
        super(out);
    }

    /** There is no RETURNING, but a query can read what a statement has written. */
    @Override
    void insert(Insert insert) {
        reading(insert.returning(), () -> insertion(insert));
    }

    @Override
    void update(Update update) {
        reading(
                update.returning(),
                () -> super.update(new Update(update.table(), update.sets(), update.where(), List.of())));
    }

    /** UPDATE knows no other table, but MERGE does. */
    @Override
    void updateEach(UpdateEach each) {
        out.write("MERGE INTO ")
                .identifier(each.table())
                .write(" AS ")
                .identifier(UpdateEach.TARGET)
                .write(" USING ");
        givenRows(each);
        out.write(" ON ");
        found(each);
        out.write(" WHEN MATCHED THEN UPDATE SET ");
        out.separated(each.sets(), this::changed);
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
