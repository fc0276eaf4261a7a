package org.fetchwise.blackbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.DialectContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of dialects, for those that Fetchwise has. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class DialectTest extends DialectContract {
    private final Library library;

    DialectTest(Engine engine) {
        library = Library.shared(engine);
    }

    @Override
    protected Dialect dialect() {
        return Dialects.of(library.url());
    }

    @Override
    protected Connection connect() throws SQLException {
        return DriverManager.getConnection(library.url());
    }
}
