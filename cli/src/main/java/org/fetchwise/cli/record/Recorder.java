package org.fetchwise.cli.record;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/** Writes down what a proxied data source tells of its statements, and of the calls that read their results. */
final class Recorder implements QueryExecutionListener, MethodExecutionListener {
    private final StatementRecord record;

    Recorder(StatementRecord record) {
        this.record = record;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        for (QueryInfo query : queries) {
            int entries = execution.isBatch() ? query.getParametersList().size() : 1;
            // The entries of a plain statement's batch are queries of their own, without parameters.
            record.statement(query.getQuery(), Math.max(1, entries));
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (record.isExplaining()
                && execution.isSuccess()
                && execution.getMethod().getName().equals("executeQuery")) {
            record.plan(Explanation.of(execution.getStatement(), queries.getFirst()));
        }
    }

    @Override
    public void beforeMethod(MethodExecutionContext call) {}

    @Override
    public void afterMethod(MethodExecutionContext call) {
        if (!(call.getTarget() instanceof ResultSet) || call.getThrown() != null) {
            return;
        }
        if (call.getMethod().getName().equals("next")) {
            if (Boolean.TRUE.equals(call.getResult())) {
                record.row();
            }
        } else if (isColumn(call.getMethod())) {
            record.value(size(call.getResult()));
        }
    }

    /** Whether a method reads a column: getString(int), getObject(int, Class), ..., but not getFetchSize(). */
    private static boolean isColumn(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() > 0
                && (method.getParameterTypes()[0] == int.class || method.getParameterTypes()[0] == String.class);
    }

    private static long size(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> text.getBytes(StandardCharsets.UTF_8).length;
            case byte[] bytes -> bytes.length;
            case Boolean truth -> 1;
            case Byte number -> Byte.BYTES;
            case Short number -> Short.BYTES;
            case Integer number -> Integer.BYTES;
            case Float number -> Float.BYTES;
            case BigDecimal number -> number.unscaledValue().bitLength() / 8 + 1;
            default -> Long.BYTES;
        };
    }
}
