package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.JsonMember;
import org.fetchwise.sql.SqlTypes;

/** What SQLite spells differently of JSON, which it keeps as text; {@link SqliteDocuments} compares whole documents. */
final class SqliteJson extends JsonWriter {
    SqliteJson(SqlWriter out) {
        super(out);
    }

    @Override
    List<SortKey> order(List<SortKey> keys) {
        return numbersFirst(keys);
    }

    @Override
    void part(SqlExpr document, List<JsonStep> path) {
        if (path.isEmpty()) {
            out.expression(document);
        } else {
            out.write("(");
            arrow(document, " -> ", path);
            out.write(")");
        }
    }

    private void arrow(SqlExpr document, String arrow, List<JsonStep> path) {
        out.operand(document, Binding.ATOM);
        out.write(arrow).write(out.text(path(path)));
    }

    private void type(SqlExpr document, List<JsonStep> path) {
        out.write("JSON_TYPE(");
        out.expression(document);
        out.write(", ").write(out.text(path(path))).write(")");
    }

    /** The arrow gives truth values as numbers. */
    @Override
    void text(SqlExpr document, List<JsonStep> path) {
        out.write("CASE ");
        type(document, path);
        out.write(" WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(");
        arrow(document, " ->> ", path);
        out.write(" AS TEXT) END");
    }

    @Override
    void number(SqlExpr document, List<JsonStep> path, StorageType type) {
        out.write("CASE WHEN ");
        type(document, path);
        out.write(" IN ('integer', 'real') THEN ");
        arrow(document, " ->> ", path);
        out.write(" END");
    }

    @Override
    void contains(SqlExpr document, SqlExpr part) {
        out.functions().named(SqliteDocuments.CONTAINS, document, part);
    }

    /** Neither blanks nor the order of keys nor the spelling of numbers matter. */
    @Override
    void comparison(ComparisonOperator operator, SqlExpr left, SqlExpr right) {
        out.functions().named(SqliteDocuments.CANONICAL, left);
        out.write(" ").write(operator.text()).write(" ");
        out.functions().named(SqliteDocuments.CANONICAL, right);
    }

    @Override
    void object(List<JsonMember> members) {
        members("JSON_OBJECT(", members, ", ");
    }

    /** A truth value is a number, a document a text. */
    @Override
    void value(SqlExpr value) {
        StorageType type = SqlTypes.of(value);
        if (type == StorageType.BOOLEAN) {
            out.write("JSON(CASE WHEN ");
            out.expression(value);
            out.write(" THEN 'true' WHEN NOT ");
            out.operand(value, Binding.ATOM);
            out.write(" THEN 'false' END)");
        } else if (type == StorageType.JSON && !(value instanceof SqlExpr.JsonObject)) {
            out.functions().named("JSON", value);
        } else {
            out.expression(value);
        }
    }
}
