package org.fetchwise.cli.record;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts connections, statements and results behind proxies that count. JDBC has some 500 methods; ten of them matter here. */
final class Recorder {
    private final StatementRecord record;

    Recorder(StatementRecord record) {
        this.record = record;
    }

    Connection connection(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return switch (result) {
                case PreparedStatement statement ->
                    statement(PreparedStatement.class, statement, new Explanation(connection, (String) arguments[0]));
                case Statement statement -> statement(Statement.class, statement, new Explanation(connection, ""));
                case null -> null;
                default -> result;
            };
        });
    }

    private <S extends Statement> S statement(Class<S> type, S statement, Explanation explanation) {
        List<String> batch = new ArrayList<>();
        return proxy(type, (proxy, method, arguments) -> {
            String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                    ? given
                    : explanation.statement();
            switch (method.getName()) {
                case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> record.statement(text);
                case "addBatch" -> batch.add(text);
                case "clearBatch" -> batch.clear();
                case "executeBatch", "executeLargeBatch" -> {
                    batch.forEach(record::statement);
                    batch.clear();
                }
                default -> {}
            }
            Object result = call(statement, method, arguments);
            if (method.getName().startsWith("set")) {
                explanation.bound(method, arguments);
            }
            if (record.isExplaining() && method.getName().equals("executeQuery")) {
                record.plan(explanation.ask());
            }
            return result instanceof ResultSet rows ? rows(rows) : result;
        });
    }

    private ResultSet rows(ResultSet rows) {
        return proxy(ResultSet.class, (proxy, method, arguments) -> {
            Object result = call(rows, method, arguments);
            if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                record.row();
            } else if (isColumn(method)) {
                record.value(size(result));
            }
            return result;
        });
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

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
