package org.fetchwise.conformance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fetchwise.Database;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.Dialects;
import org.fetchwise.meta.ParameterWriter;
import org.fetchwise.meta.StorageType;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A database of its own with the rows of the corpus; closing it drops it. */
public final class CorpusDatabase implements AutoCloseable {
    private final Engine engine;
    private final TemporaryDatabase temporary;
    private final Database database;

    private CorpusDatabase(Engine engine, TemporaryDatabase temporary, Database database) {
        this.engine = engine;
        this.temporary = temporary;
        this.database = database;
    }

    /**
     * {@return a new database with the rows of the corpus}
     *
     * @param engine the product
     * @param collation how it compares text
     */
    public static CorpusDatabase create(Engine engine, Collation collation) {
        TemporaryDatabase temporary = Servers.shared().newDatabase(engine, "conformance", collation);
        Database database = Database.connect(temporary.url());
        database.schema().create();
        try (Connection connection = DriverManager.getConnection(temporary.url())) {
            load(connection, Dialects.of(temporary.url()), engine);
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows of the corpus do not fit " + engine.title(), failure);
        }
        return new CorpusDatabase(engine, temporary, database);
    }

    /** {@return the product} */
    public Engine engine() {
        return engine;
    }

    /** Where it is, for statements of other kinds. */
    String url() {
        return temporary.url();
    }

    /** {@return the handle} */
    public Database database() {
        return database;
    }

    private static void load(Connection connection, Dialect dialect, Engine engine) throws SQLException {
        dialect.prepare(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(withoutReferences(engine));
        }
        connection.setAutoCommit(false);
        Map<String, Map<String, StorageType>> types = types();
        for (Map.Entry<String, JsonNode> table : Corpus.data().properties()) {
            insert(connection, dialect, table.getKey(), table.getValue(), types.getOrDefault(table.getKey(), Map.of()));
        }
        for (String table : Corpus.data().propertyNames()) {
            passKeys(connection, dialect, engine, table);
        }
        connection.commit();
    }

    /** New rows get keys above those loaded. SQLite and MariaDB see to it by themselves. */
    private static void passKeys(Connection connection, Dialect dialect, Engine engine, String table)
            throws SQLException {
        String quoted = dialect.quote(table);
        try (Statement statement = connection.createStatement()) {
            switch (engine) {
                case H2 -> {
                    long last;
                    try (var rows = statement.executeQuery("SELECT MAX(\"id\") FROM " + quoted)) {
                        last = rows.next() ? rows.getLong(1) : 0;
                    }
                    statement.execute("ALTER TABLE " + quoted + " ALTER COLUMN \"id\" RESTART WITH " + (last + 1));
                }
                case POSTGRESQL ->
                    statement.execute(
                            "SELECT setval(pg_get_serial_sequence('" + quoted + "', 'id'), MAX(id)) FROM " + quoted);
                case SQLITE, MARIADB -> {}
            }
        }
    }

    /** Rows refer to rows that come later. */
    private static String withoutReferences(Engine engine) {
        return switch (engine) {
            case H2 -> "SET REFERENTIAL_INTEGRITY FALSE";
            case SQLITE -> "PRAGMA foreign_keys = OFF";
            case POSTGRESQL -> "SET session_replication_role = replica";
            case MARIADB -> "SET foreign_key_checks = 0";
        };
    }

    private static Map<String, Map<String, StorageType>> types() {
        Map<String, Map<String, StorageType>> types = new HashMap<>();
        for (JsonNode model : Corpus.schema().path("models")) {
            Map<String, StorageType> columns = new HashMap<>();
            for (JsonNode column : model.path("columns")) {
                columns.put(
                        column.path("column").asString(),
                        type(column.path("type").asString()));
            }
            types.put(model.path("table").asString(), columns);
        }
        return types;
    }

    private static StorageType type(String name) {
        return switch (name) {
            case "bigint" -> StorageType.BIGINT;
            case "integer" -> StorageType.INTEGER;
            case "smallint" -> StorageType.SMALLINT;
            case "varchar" -> StorageType.VARCHAR;
            case "text" -> StorageType.TEXT;
            case "boolean" -> StorageType.BOOLEAN;
            case "decimal" -> StorageType.DECIMAL;
            case "double" -> StorageType.DOUBLE;
            case "date" -> StorageType.DATE;
            case "timestamp" -> StorageType.INSTANT;
            case "duration" -> StorageType.DURATION;
            case "uuid" -> StorageType.UUID;
            case "json" -> StorageType.JSON;
            default -> throw new UnknownNameException("type", name);
        };
    }

    private static void insert(
            Connection connection, Dialect dialect, String table, JsonNode content, Map<String, StorageType> types)
            throws SQLException {
        List<String> columns =
                content.path("columns").valueStream().map(JsonNode::asString).toList();
        String names = columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + dialect.quote(table) + " (" + names + ") VALUES (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ParameterWriter writer = dialect.parameters(statement);
            for (JsonNode row : content.path("rows")) {
                for (int at = 0; at < columns.size(); at++) {
                    StorageType type = types.getOrDefault(columns.get(at), StorageType.BIGINT);
                    writer.bind(at + 1, type, value(row.path(at), type));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Object value(JsonNode json, StorageType type) {
        if (json.isNull()) {
            return null;
        }
        return switch (type) {
            case BIGINT -> json.longValue();
            case INTEGER, SMALLINT -> json.intValue();
            case BOOLEAN -> json.booleanValue();
            case DOUBLE, REAL -> json.doubleValue();
            case DECIMAL -> new BigDecimal(json.asString());
            case DATE -> LocalDate.parse(json.stringValue());
            case INSTANT -> Instant.parse(json.stringValue());
            case DURATION -> Duration.parse(json.stringValue());
            case UUID -> UUID.fromString(json.stringValue());
            case VARCHAR, TEXT, JSON -> json.stringValue();
            case BINARY, TIME, TIMESTAMP, ARRAY -> throw new UnknownNameException("type", type.name());
        };
    }

    @Override
    public void close() {
        database.close();
        temporary.close();
    }
}
