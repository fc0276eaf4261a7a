package org.fetchwise.dialect;

import java.util.List;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.JsonMember;

/** What H2 spells differently of JSON. Documents are compared as they are written. */
final class H2Json extends JsonWriter {
    H2Json(SqlWriter out) {
        super(out);
    }

    @Override
    List<SortKey> order(List<SortKey> keys) {
        return numbersFirst(keys);
    }

    /** Positions are counted from 1. */
    @Override
    void part(SqlExpr document, List<JsonStep> path) {
        out.write("(");
        out.expression(document);
        out.write(")");
        for (JsonStep step : path) {
            switch (step) {
                case JsonStep.Key key -> out.write(".").identifier(key.name());
                case JsonStep.Index index -> out.write("[" + (index.position() + 1) + "]");
            }
        }
    }

    /** A document as text has its strings in quotes, with escapes that STRINGDECODE knows. */
    @Override
    void text(SqlExpr document, List<JsonStep> path) {
        out.write("CASE WHEN ");
        part(document, path);
        out.write(" <> JSON 'null' THEN CASE WHEN ");
        written(document, path);
        out.write(" LIKE '\"%' THEN STRINGDECODE(SUBSTRING(");
        written(document, path);
        out.write(", 2, CHAR_LENGTH(");
        written(document, path);
        out.write(") - 2)) ELSE ");
        written(document, path);
        out.write(" END END");
    }

    private void written(SqlExpr document, List<JsonStep> path) {
        out.write("CAST(");
        part(document, path);
        out.write(" AS VARCHAR)");
    }

    @Override
    void number(SqlExpr document, List<JsonStep> path, StorageType type) {
        out.write("CASE WHEN REGEXP_LIKE(");
        written(document, path);
        out.write(", '^-?[0-9]') THEN CAST(");
        written(document, path);
        out.write(" AS ").type(type).write(") END");
    }

    @Override
    void contains(SqlExpr document, SqlExpr part) {
        throw new UnsupportedFeatureException(
                "H2 cannot tell whether one JSON document contains another. Compare the keys one by one.");
    }

    /** A parameter becomes a document when it is told to be one. */
    @Override
    void comparison(ComparisonOperator operator, SqlExpr left, SqlExpr right) {
        operand(left);
        out.write(" ").write(operator.text()).write(" ");
        operand(right);
    }

    private void operand(SqlExpr document) {
        if (document instanceof SqlExpr.Parameter parameter) {
            out.cast(parameter, StorageType.JSON);
        } else {
            out.operand(document, Binding.SUM);
        }
    }

    @Override
    void object(List<JsonMember> members) {
        members("JSON_OBJECT(", members, ": ");
    }
}
