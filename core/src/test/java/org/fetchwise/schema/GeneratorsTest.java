package org.fetchwise.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.H2Dialect;
import org.fetchwise.dialect.MariaDbDialect;
import org.fetchwise.dialect.PostgreSqlDialect;
import org.fetchwise.dialect.RealDatabase;
import org.fetchwise.dialect.SqliteDialect;
import org.fetchwise.dialect.Trees;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.KeyGeneration.Block;
import org.fetchwise.meta.KeyGeneration.Sequence;
import org.fetchwise.meta.KeyGeneration.TableRow;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ValueType;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorsTest {
    private static final ColumnAttribute KEY = Trees.attribute(0, "id", ValueType.LONG, Trait.KEY);
    private static final EntityMeta<Object> POST = entity("post", new Sequence("post_SEQ", 1, 50));
    private static final EntityMeta<Object> NOTE = entity("note", new TableRow("gens", "k", "v", "it's", 5, 10));
    private static final EntityMeta<Object> MEMO = entity("memo", new TableRow("gens", "k", "v", "memo", 1, 50));

    private static EntityMeta<Object> entity(String table, KeyGeneration generation) {
        return new EntityMeta<>(
                Object.class,
                table,
                List.of(KEY),
                List.of(),
                List.of(),
                List.of(),
                TableConstraints.NONE,
                generation,
                Trees.untouched(),
                0L);
    }

    private static List<String> creation(Dialect dialect) {
        return Generators.of(dialect, List.of(POST, NOTE, MEMO)).creation();
    }

    @Test
    void sequences_areSequencesWhereThereAreAny_andTablesElsewhere() {
        assertThat(creation(new PostgreSqlDialect()))
                .containsExactly(
                        "CREATE SEQUENCE \"post_SEQ\" START WITH 1 INCREMENT BY 50",
                        "CREATE TABLE \"gens\" (\"k\" VARCHAR(255) NOT NULL, \"v\" BIGINT, PRIMARY KEY (\"k\"))",
                        "INSERT INTO \"gens\" (\"k\", \"v\") VALUES ('it''s', 4)",
                        "INSERT INTO \"gens\" (\"k\", \"v\") VALUES ('memo', 0)");
        assertThat(creation(new H2Dialect())).isEqualTo(creation(new PostgreSqlDialect()));
        assertThat(creation(new MariaDbDialect()))
                .startsWith("CREATE SEQUENCE `post_SEQ` START WITH 1 INCREMENT BY 50 NOCACHE");
        assertThat(creation(new SqliteDialect()))
                .startsWith("CREATE TABLE \"post_SEQ\" (\"next_val\" BIGINT)", "INSERT INTO \"post_SEQ\" VALUES (1)");
    }

    @Test
    void rows_areFoundByTheNamesTheyAreCreatedWith() {
        TableRow row = new TableRow("gens", "k", "v", "a\\b", 1, 50);
        for (Dialect dialect : List.of(new MariaDbDialect(), new PostgreSqlDialect(), new SqliteDialect())) {
            String name = dialect.literal("a\\b");
            assertThat(Generators.of(dialect, List.of(entity("note", row))).creation())
                    .anyMatch(statement -> statement.contains("VALUES (" + name));
            assertThat(dialect.nextValue(row)).hasSize(2).allMatch(statement -> statement.endsWith(" = " + name));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void generators_areCreatedWithTheTables_andDropped(Engine engine) throws SQLException {
        try (RealDatabase database = RealDatabase.open(engine)) {
            EntityMeta<Object> below = entity("below", new Sequence("below_SEQ", -5, 1));
            Schema schema = new Schema(database.executor(), List.of(POST, NOTE, MEMO, below));
            schema.create();
            schema.drop();
            schema.drop();
            schema.create();
        }
    }

    @Test
    void entitiesMayShare_butMustAgree() {
        EntityMeta<Object> other = entity("other", new Sequence("post_SEQ", 1, 50));
        assertThat(Generators.of(new H2Dialect(), List.of(POST, other)).creation())
                .hasSize(1);
        EntityMeta<Object> contrary = entity("other", new Sequence("post_SEQ", 1, 10));
        assertThatThrownBy(() -> Generators.of(new H2Dialect(), List.of(POST, contrary)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("come from post_SEQ, which another entity describes otherwise");
        EntityMeta<Object> renamed = entity("other", new TableRow("gens", "k", "w", "other", 1, 50));
        assertThatThrownBy(() -> Generators.of(new H2Dialect(), List.of(NOTE, renamed)))
                .isInstanceOf(MappingException.class);
    }

    /** As Hibernate's pooled optimizer: the first value is a key, and every other one stands for those that end with it. */
    @Test
    void values_standForBlocksOfKeys() {
        Sequence sequence = new Sequence("post_SEQ", 1, 50);
        assertThat(sequence.block(1)).isEqualTo(new Block(1, 1));
        assertThat(sequence.block(51)).isEqualTo(new Block(2, 51));
        assertThat(sequence.block(101)).isEqualTo(new Block(52, 101));
        assertThat(new Sequence("one", 7, 1).block(7)).isEqualTo(new Block(7, 7));
    }
}
