package org.fetchwise.testkit;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A source of connections that records every statement as the driver sees it, whoever sends it, and counts the connections
 * that are out. It is the witness that does not trust the library's own listeners. Mutable, and safe for use by several
 * threads.
 */
public final class RecordingDataSource implements DataSource {
    private final DataSource target;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    /**
     * Creates a source that has recorded nothing.
     *
     * @param target where the connections come from
     */
    public RecordingDataSource(DataSource target) {
        this.target = target;
    }

    /** {@return the statements that were executed, in order; a batch is one} */
    public List<String> statements() {
        return List.copyOf(statements);
    }

    /** Forgets the statements. */
    public void clear() {
        statements.clear();
    }

    /** {@return how many connections were taken and not closed yet} */
    public int openConnections() {
        return open.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recording(target.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return recording(target.getConnection(user, password));
    }

    private Connection recording(Connection connection) {
        open.incrementAndGet();
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close") && !connection.isClosed()) {
                open.decrementAndGet();
            }
            Object result = method.invoke(connection, arguments);
            if (result instanceof PreparedStatement prepared && arguments != null) {
                return recording(PreparedStatement.class, prepared, (String) arguments[0]);
            }
            return result instanceof Statement statement ? recording(Statement.class, statement, null) : result;
        });
    }

    /** A callable statement is passed on as a prepared one: nobody here asks for its outputs. */
    private <S extends Statement> S recording(Class<S> type, S statement, @Nullable String prepared) {
        return proxy(type, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(
                        arguments != null && arguments[0] instanceof String text ? text : String.valueOf(prepared));
            }
            return method.invoke(statement, arguments);
        });
    }

    /** What a proxy does; what the method throws comes wrapped by reflection. */
    private interface Behaviour {
        @Nullable
        Object call(Method method, @Nullable Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        Object proxy = Proxy.newProxyInstance(
                RecordingDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return behaviour.call(method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return type.cast(proxy);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        target.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.fetchwise.testkit");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || target.isWrapperFor(type);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : target.unwrap(type);
    }
}
