package org.fetchwise.cli.record;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that passes everything on to another one, and keeps a record of it. */
public final class RecordingDataSource implements DataSource {
    private final DataSource source;
    private final Recorder recorder;

    /**
     * Creates a data source.
     *
     * @param source where connections come from; it remains the caller's to close
     * @param record where everything is counted
     */
    public RecordingDataSource(DataSource source, StatementRecord record) {
        this.source = source;
        this.recorder = new Recorder(record);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return recorder.connection(source.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return recorder.connection(source.getConnection(username, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || source.isWrapperFor(type);
    }
}
