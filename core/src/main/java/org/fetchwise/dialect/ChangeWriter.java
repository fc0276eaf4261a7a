package org.fetchwise.dialect;

import java.util.List;
import java.util.function.Consumer;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.Delete;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Insert;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.fetchwise.sql.Update;
import org.fetchwise.sql.UpdateEach;
import org.fetchwise.sql.Upsert;

/** Writes the statements that change rows. Designed for subclassing. */
class ChangeWriter {
    final SqlWriter out;

    ChangeWriter(SqlWriter out) {
        this.out = out;
    }

    /**
     * Writes an INSERT statement.
     *
     * @param insert the statement
     */
    void insert(Insert insert) {
        insertion(insert);
        returning(insert.returning());
    }

    /**
     * Writes an INSERT statement as far as its rows.
     *
     * @param insert the statement
     */
    final void insertion(Insert insert) {
        out.write("INSERT INTO ").write(out.dialect().table(insert.table()));
        if (insert.columns().isEmpty()) {
            noValues();
            return;
        }
        out.write(" (");
        out.separated(insert.columns(), out::identifier);
        out.write(") ");
        switch (insert.source()) {
            case Insert.Selected selected -> out.select(selected.select());
            case Insert.Rows rows -> values(rows, out::expression);
            case Insert.Lists lists -> lists(lists);
        }
    }

    /**
     * Writes the rows of an INSERT that are bound as a list for each column.
     *
     * @param lists the lists
     */
    void lists(Insert.Lists lists) {
        throw new IllegalArgumentException("Each value of a new row is a parameter: " + lists);
    }

    /** Writes what stands for the values of a row that has only defaults. */
    void noValues() {
        out.write(" DEFAULT VALUES");
    }

    /**
     * Writes which columns are given back.
     *
     * @param columns the columns, empty for none
     */
    void returning(List<String> columns) {
        if (!columns.isEmpty()) {
            out.write(" RETURNING ");
            out.separated(columns, out::identifier);
        }
    }

    /**
     * Writes an INSERT of rows that may be there.
     *
     * @param upsert the statement
     */
    void upsert(Upsert upsert) {
        insertion(upsert.insert());
        conflict(upsert);
    }

    /**
     * Writes when a row of an upsert is there, and what then becomes of it.
     *
     * @param upsert the statement
     */
    final void conflict(Upsert upsert) {
        out.write(" ON CONFLICT");
        if (!upsert.conflict().any()) {
            out.write(" (");
            out.separated(upsert.conflict().constraints().getFirst(), out::identifier);
            out.write(")");
        }
        if (upsert.leaves()) {
            out.write(" DO NOTHING");
        } else {
            out.write(" DO UPDATE SET ");
            assignments(upsert);
        }
    }

    /**
     * Writes what becomes of the columns of a row that is there.
     *
     * @param upsert the statement
     */
    final void assignments(Upsert upsert) {
        out.separated(upsert.given(), column -> {
            out.identifier(column).write(" = ");
            excluded(column);
        });
        if (!upsert.sets().isEmpty()) {
            out.write(upsert.given().isEmpty() ? "" : ", ");
            sets(upsert.sets());
        }
    }

    /**
     * Writes the value that a column of a new row would have got.
     *
     * @param column the column's name
     */
    void excluded(String column) {
        out.identifier(Upsert.GIVEN).write(".").identifier(column);
    }

    /**
     * Writes the condition that a row of an upsert is there.
     *
     * @param upsert the statement
     */
    final void present(Upsert upsert) {
        String table = Upsert.nameOf(upsert.insert().table());
        String or = "";
        for (List<String> columns : upsert.conflict().constraints()) {
            String and = or;
            for (String column : columns) {
                out.write(and)
                        .identifier(table)
                        .write(".")
                        .identifier(column)
                        .write(" = ")
                        .identifier(Upsert.GIVEN)
                        .write(".")
                        .identifier(column);
                and = " AND ";
            }
            or = " OR ";
        }
    }

    /**
     * Writes the INSERT of an upsert as far as its rows, the first value of which begins a count.
     *
     * @param upsert the statement
     * @param beginning a case in which the value stands that always holds
     */
    final void counting(Upsert upsert, String beginning) {
        out.write("INSERT INTO ")
                .write(out.dialect().table(upsert.insert().table()))
                .write(" (");
        out.separated(upsert.insert().columns(), out::identifier);
        out.write(") ");
        SqlExpr first = rowsOf(upsert).rows().getFirst().getFirst();
        values(rowsOf(upsert), value -> {
            boolean isFirst = value.equals(first);
            out.write(isFirst ? beginning : "");
            out.expression(value);
            out.write(isFirst ? " END" : "");
        });
    }

    /**
     * Writes rows of values.
     *
     * @param rows the rows
     * @param value writes a value
     */
    final void values(Insert.Rows rows, Consumer<SqlExpr> value) {
        out.write("VALUES ");
        out.separated(rows.rows(), row -> {
            out.write("(");
            out.separated(row, value);
            out.write(")");
        });
    }

    /**
     * {@return the rows of an upsert, which are named one by one}
     *
     * @param upsert the statement
     */
    static Insert.Rows rowsOf(Upsert upsert) {
        return switch (upsert.insert().source()) {
            case Insert.Rows rows -> rows;
            case Insert.Lists lists ->
                throw new IllegalArgumentException("Each value of a new row is a parameter: " + upsert);
            case Insert.Selected selected ->
                throw new IllegalArgumentException("The rows of an upsert are given, not selected: " + upsert);
        };
    }

    /**
     * Writes an UPDATE statement.
     *
     * @param update the statement
     */
    void update(Update update) {
        out.write("UPDATE ");
        target(update.table());
        out.write(" SET ");
        sets(update.sets());
        out.clause(" WHERE ", update.where());
        returning(update.returning());
    }

    /**
     * Writes columns and their new values.
     *
     * @param sets the columns and values
     */
    final void sets(List<Update.SetColumn> sets) {
        out.separated(sets, set -> {
            out.identifier(set.column()).write(" = ");
            out.expression(set.value());
        });
    }

    /**
     * Writes an UPDATE with values for each row.
     *
     * @param each the statement
     */
    void updateEach(UpdateEach each) {
        out.write("UPDATE ")
                .write(out.dialect().table(each.table()))
                .write(" AS ")
                .identifier(UpdateEach.TARGET);
        out.write(" SET ");
        out.separated(each.sets(), this::changed);
        out.write(" FROM ");
        givenRows(each);
        out.write(" WHERE ");
        found(each);
    }

    /**
     * Writes a column and its new value, which is in the rows of values.
     *
     * @param cell the column
     */
    final void changed(UpdateEach.Cell cell) {
        out.identifier(cell.column()).write(" = ");
        given(cell);
    }

    /**
     * Writes the value of a column in the rows of values.
     *
     * @param cell the column
     */
    void given(UpdateEach.Cell cell) {
        out.identifier(UpdateEach.VALUES).write(".").identifier(cell.given());
    }

    /**
     * Writes the condition that finds the row to change.
     *
     * @param each the statement
     */
    final void found(UpdateEach each) {
        String separator = "";
        for (UpdateEach.Cell cell : each.keys()) {
            out.write(separator)
                    .identifier(UpdateEach.TARGET)
                    .write(".")
                    .identifier(cell.column())
                    .write(" = ");
            given(cell);
            separator = " AND ";
        }
    }

    /**
     * Writes the values as a table.
     *
     * @param each the statement
     */
    final void givenRows(UpdateEach each) {
        switch (each.source()) {
            case UpdateEach.Rows rows -> {
                out.write("(");
                givenRows(each, rows.count());
                out.write(") AS ").identifier(UpdateEach.VALUES);
            }
            case UpdateEach.Lists lists -> givenLists(each.cells());
        }
    }

    /**
     * Writes the rows of values as a query. A value whose type nothing around it tells is cast. Only a SELECT names its columns, but
     * one for each row takes several times as long to parse, in H2 by calls within calls.
     *
     * @param each the statement
     * @param rows how many rows
     */
    void givenRows(UpdateEach each, int rows) {
        out.write("SELECT ");
        givenRow(each, 0);
        for (int row = 1; row < rows; row++) {
            out.write(row == 1 ? " UNION ALL VALUES " : ", ").write(row()).write("(");
            givenRow(each, row);
            out.write(")");
        }
    }

    /** {@return what stands before each row of a VALUES that is a query} */
    String row() {
        return "";
    }

    /**
     * Writes the values of a row, those of the first one with their names.
     *
     * @param each the statement
     * @param row the row's number, from 0
     */
    final void givenRow(UpdateEach each, int row) {
        List<UpdateEach.Cell> cells = each.cells();
        for (int at = 0; at < cells.size(); at++) {
            UpdateEach.Cell cell = cells.get(at);
            out.write(at == 0 ? "" : ", ");
            Parameter value = new Parameter(row * cells.size() + at, cell.type());
            if (cell.type() == StorageType.ARRAY) {
                ofColumn(value, each.table(), cell.column());
            } else {
                out.cast(value, cell.type());
            }
            if (row == 0) {
                out.write(" AS ").identifier(cell.given());
            }
        }
    }

    /**
     * Writes the lists of values, one for each column, as a table.
     *
     * @param cells the columns
     */
    void givenLists(List<UpdateEach.Cell> cells) {
        throw new IllegalArgumentException("Each value of a row is a parameter: " + cells);
    }

    /**
     * Writes a value that has the type of a column, which nothing else names: what is no row has no value.
     *
     * @param value the value
     * @param table the column's table
     * @param column the column's name
     */
    final void ofColumn(Parameter value, String table, String column) {
        out.write("COALESCE(");
        out.expression(value);
        out.write(", (SELECT ").identifier(column).write(" FROM ");
        out.write(out.dialect().table(table)).write(" LIMIT 0))");
    }

    /**
     * Writes a DELETE statement.
     *
     * @param delete the statement
     */
    void delete(Delete delete) {
        out.write("DELETE FROM ");
        target(delete.table());
        out.clause(" WHERE ", delete.where());
    }

    /**
     * Writes the table that a statement changes, and its alias.
     *
     * @param table the table
     */
    final void target(FromItem.Table table) {
        out.write(out.dialect().table(table.table()));
        if (!table.alias().equals(table.table())) {
            out.write(" AS ").identifier(table.alias());
        }
    }
}
