package org.fetchwise.blackbox;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool that fails at once where another would wait: so a connection that was not given back is found by the next test that
 * needs it. Safe for use by several threads.
 */
final class ConnectionPool implements DataSource, AutoCloseable {
    private final String url;
    private final int size;
    private final Deque<Connection> free = new ArrayDeque<>();
    private int lent;

    /**
     * Creates a pool without connections.
     *
     * @param size how many connections may be out at a time
     */
    ConnectionPool(String url, int size) {
        this.url = url;
        this.size = size;
    }

    /** {@return how many connections are out} */
    synchronized int lent() {
        return lent;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection physical = take();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(physical);
                        return null;
                    }
                    try {
                        return method.invoke(physical, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private synchronized Connection take() throws SQLException {
        if (lent == size) {
            throw new SQLTransientConnectionException("All " + size + " connections are out.");
        }
        Connection connection = free.isEmpty() ? DriverManager.getConnection(url) : free.pop();
        lent++;
        return connection;
    }

    private synchronized void giveBack(Connection connection) {
        if (!free.contains(connection)) {
            lent--;
            free.push(connection);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        for (Connection connection : free) {
            connection.close();
        }
        free.clear();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.fetchwise.blackbox");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing is wrapped.");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
