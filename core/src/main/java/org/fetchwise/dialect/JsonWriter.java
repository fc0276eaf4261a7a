package org.fetchwise.dialect;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.JsonStep;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ComparisonOperator;
import org.fetchwise.sql.SqlExpr.JsonGet;
import org.fetchwise.sql.SqlExpr.JsonMember;
import org.fetchwise.sql.SqlTypes;

/** Writes what is asked of JSON documents, as PostgreSQL spells it. Designed for subclassing. */
class JsonWriter {
    final SqlWriter out;

    JsonWriter(SqlWriter out) {
        this.out = out;
    }

    /** Writes what a path leads to. */
    final void get(JsonGet get) {
        if (get.type() == StorageType.JSON) {
            part(get.document(), get.path());
        } else if (get.type().isText()) {
            text(get.document(), get.path());
        } else {
            number(get.document(), get.path(), get.type());
        }
    }

    /** The terms of an order, where those that are documents may need others before them. */
    List<SortKey> order(List<SortKey> keys) {
        return keys;
    }

    /** Where documents are compared as texts: what is a number is compared as such before. */
    static List<SortKey> numbersFirst(List<SortKey> keys) {
        List<SortKey> all = new ArrayList<>();
        for (SortKey key : keys) {
            if (SqlTypes.of(key.value()) == StorageType.JSON) {
                SqlExpr number = key.value() instanceof JsonGet part
                        ? new JsonGet(part.document(), part.path(), StorageType.DOUBLE)
                        : new JsonGet(key.value(), List.of(), StorageType.DOUBLE);
                all.add(new SortKey(number, key.descending(), key.nulls()));
            }
            all.add(key);
        }
        return all;
    }

    /** The part itself. */
    void part(SqlExpr document, List<JsonStep> path) {
        if (path.isEmpty()) {
            out.expression(document);
        } else if (hasIndex(path)) {
            strictly(document, path);
        } else {
            out.write("(");
            steps(document, path);
            out.write(")");
        }
    }

    private static boolean hasIndex(List<JsonStep> path) {
        return path.stream().anyMatch(JsonStep.Index.class::isInstance);
    }

    /** The arrow leads to position 0 of a single value as if it were an array. */
    private void strictly(SqlExpr document, List<JsonStep> path) {
        out.write("JSONB_PATH_QUERY_FIRST(");
        out.expression(document);
        out.write(", ").write(out.text("strict " + path(path))).write(", '{}', TRUE)");
    }

    private void steps(SqlExpr document, List<JsonStep> path) {
        out.operand(document, Binding.ATOM);
        for (JsonStep step : path) {
            out.write(" -> ").write(out.text(step.toString()));
        }
    }

    /** The value of the part as text; JSON's null is NULL. */
    void text(SqlExpr document, List<JsonStep> path) {
        out.write("(");
        if (path.isEmpty() || hasIndex(path)) {
            part(document, path);
            out.write(" #>> '{}'");
        } else {
            steps(document, path.subList(0, path.size() - 1));
            out.write(" ->> ").write(out.text(path.getLast().toString()));
        }
        out.write(")");
    }

    /** The value of the part as a number; NULL where it is none. */
    void number(SqlExpr document, List<JsonStep> path, StorageType type) {
        out.write("CASE WHEN JSONB_TYPEOF(");
        part(document, path);
        out.write(") = 'number' THEN CAST(");
        part(document, path);
        out.write(" AS ").type(type).write(") END");
    }

    /** Whether one document contains another. */
    void contains(SqlExpr document, SqlExpr part) {
        out.write("(");
        out.infix(document, " @> ", part, Binding.ATOM);
        out.write(")");
    }

    /** The comparison of two documents. */
    void comparison(ComparisonOperator operator, SqlExpr left, SqlExpr right) {
        out.infix(left, " " + operator.text() + " ", right, Binding.SUM);
    }

    /** An object. */
    void object(List<JsonMember> members) {
        members("JSONB_BUILD_OBJECT(", members, ", ");
    }

    final void members(String before, List<JsonMember> members, String between) {
        out.write(before);
        out.separated(members, member -> {
            out.write(out.text(member.name())).write(between);
            value(member.value());
        });
        out.write(")");
    }

    /** A value within an object. */
    void value(SqlExpr value) {
        if (value instanceof SqlExpr.Parameter parameter) {
            out.cast(parameter, parameter.type());
        } else {
            out.expression(value);
        }
    }

    /** A path as SQL/JSON writes it: {@code $."author"[0]}. */
    static String path(List<JsonStep> path) {
        StringBuilder text = new StringBuilder("$");
        for (JsonStep step : path) {
            switch (step) {
                case JsonStep.Key key ->
                    text.append(".\"")
                            .append(key.name().replace("\\", "\\\\").replace("\"", "\\\""))
                            .append('"');
                case JsonStep.Index index ->
                    text.append('[').append(index.position()).append(']');
            }
        }
        return text.toString();
    }
}
