package org.fetchwise.testkit;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A source of connections without a database: every query is answered by a function of its text, at the cost of a few method
 * calls a statement and nothing a row. For measuring what the library itself costs, and for tests of how rows become objects.
 *
 * <pre>{@code
 * DataSource mock = new MockDataSource("H2", text -> MockRows.of(List.of(List.of(1L, "Ada"))));
 * Database database = Database.of(mock);
 * }</pre>
 *
 * <p>Parameters are taken and forgotten; whatever else a connection can do does nothing. Safe for use by several threads if the
 * function is.
 */
public final class MockDataSource implements DataSource {
    private static final ClassLoader LOADER = MockDataSource.class.getClassLoader();

    private static final Set<String> GIVING_ROWS = Set.of("executeQuery", "getGeneratedKeys");

    private final Function<String, MockRows> answers;
    private final Connection connection;

    /**
     * Creates a source.
     *
     * @param product the product it passes for, as its driver names it: {@code H2}, {@code PostgreSQL} or {@code MariaDB};
     *     SQLite needs its own driver
     * @param answers gives the rows of a query by its text
     */
    @SuppressWarnings("ReferenceEquality") // that is what the equality of connections is
    public MockDataSource(String product, Function<String, MockRows> answers) {
        this.answers = answers;
        DatabaseMetaData metadata = proxy(
                DatabaseMetaData.class,
                (self, method, arguments) ->
                        method.getName().equals("getDatabaseProductName") ? product : nothing(method));
        this.connection = proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> prepared((String) arguments[0]);
            case "createStatement" -> proxy(Statement.class, this::execute);
            case "getMetaData" -> metadata;
            case "getAutoCommit" -> true;
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString" -> "mock connection to " + product;
            default -> nothing(method);
        });
    }

    /** {@return the one connection, which everybody shares and nobody can close} */
    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) {
        return connection;
    }

    private PreparedStatement prepared(String text) {
        return proxy(
                PreparedStatement.class,
                (self, method, arguments) -> GIVING_ROWS.contains(method.getName())
                        ? new MockResultSet(answers.apply(text))
                        : nothing(method));
    }

    private @Nullable Object execute(Object self, Method method, @Nullable Object @Nullable [] arguments) {
        return method.getName().equals("executeQuery") && arguments != null
                ? new MockResultSet(answers.apply(String.valueOf(arguments[0])))
                : nothing(method);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(LOADER, new Class<?>[] {type}, handler));
    }

    /** What a method returns that does nothing. */
    private static @Nullable Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter writer) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.fetchwise.testkit");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (!type.isInstance(this)) {
            throw new SQLException("A MockDataSource wraps no " + type.getName() + ".");
        }
        return type.cast(this);
    }
}
