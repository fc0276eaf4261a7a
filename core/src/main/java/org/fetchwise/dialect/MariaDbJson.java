package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.JsonMember;
import org.fetchwise.sql.SqlTypes;

/** What MariaDB spells differently of JSON, which it keeps as text. */
final class MariaDbJson extends JsonWriter {
    private final String binaryCollation;

    MariaDbJson(SqlWriter out, String binaryCollation) {
        super(out);
        this.binaryCollation = binaryCollation;
    }

    @Override
    List<SortKey> order(List<SortKey> keys) {
        return numbersFirst(keys);
    }

    /** A position leads to a value that is no array as if it were one with a single element. */
    @Override
    void part(SqlExpr document, List<JsonStep> path) {
        if (path.isEmpty()) {
            out.expression(document);
            return;
        }
        List<List<JsonStep>> arrays = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            if (path.get(at) instanceof JsonStep.Index) {
                arrays.add(path.subList(0, at));
            }
        }
        if (arrays.isEmpty()) {
            extract(document, path);
            return;
        }
        String before = "CASE WHEN ";
        for (List<JsonStep> array : arrays) {
            out.write(before).write("JSON_TYPE(");
            extract(document, array);
            out.write(") = 'ARRAY'");
            before = " AND ";
        }
        out.write(" THEN ");
        extract(document, path);
        out.write(" END");
    }

    private void extract(SqlExpr document, List<JsonStep> path) {
        out.write("JSON_EXTRACT(");
        out.expression(document);
        out.write(", ").write(out.text(path(path))).write(")");
    }

    /** What is taken out of a document would be compared without regard to case. */
    @Override
    void text(SqlExpr document, List<JsonStep> path) {
        out.write("CASE WHEN JSON_TYPE(");
        part(document, path);
        out.write(") <> 'NULL' THEN CONVERT(JSON_UNQUOTE(");
        part(document, path);
        out.write(") USING utf8mb4) COLLATE ").write(binaryCollation).write(" END");
    }

    @Override
    void number(SqlExpr document, List<JsonStep> path, StorageType type) {
        out.write("CASE WHEN JSON_TYPE(");
        part(document, path);
        out.write(") IN ('INTEGER', 'DOUBLE', 'DECIMAL') THEN CAST(");
        part(document, path);
        out.write(" AS ").type(type).write(") END");
    }

    @Override
    void contains(SqlExpr document, SqlExpr part) {
        function("JSON_CONTAINS(", document, part);
    }

    @Override
    void comparison(ComparisonOperator operator, SqlExpr left, SqlExpr right) {
        switch (operator) {
            case EQUAL -> function("JSON_EQUALS(", left, right);
            case NOT_EQUAL -> function("NOT JSON_EQUALS(", left, right);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> super.comparison(operator, left, right);
        }
    }

    private void function(String name, SqlExpr left, SqlExpr right) {
        out.write(name);
        out.expression(left);
        out.write(", ");
        out.expression(right);
        out.write(")");
    }

    @Override
    void object(List<JsonMember> members) {
        members("JSON_OBJECT(", members, ", ");
    }

    /** A truth value is a number, a document a text, and so is the number that a subquery gives. */
    @Override
    void value(SqlExpr value) {
        StorageType type = SqlTypes.of(value);
        if (type == StorageType.BOOLEAN) {
            out.write("JSON_EXTRACT(CASE WHEN ");
            out.expression(value);
            out.write(" THEN 'true' WHEN NOT ");
            out.operand(value, Binding.ATOM);
            out.write(" THEN 'false' END, '$')");
        } else if ((type == StorageType.JSON && !(value instanceof SqlExpr.JsonObject))
                || (value instanceof SqlExpr.Scalar && type != null && type.isNumber())) {
            extract(value, List.of());
        } else {
            out.expression(value);
        }
    }
}
