package org.fetchwise.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.dialect.RealDatabase;
import org.fetchwise.dialect.Trees;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.TableConstraints.Index;
import org.fetchwise.meta.TableConstraints.IndexedColumn;
import org.fetchwise.meta.TableConstraints.Unique;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidationTest {
    private static final ColumnAttribute KEY = Trees.attribute(0, "id", ValueType.LONG, Trait.KEY);
    private static final EntityMeta<Object> SHELF = new EntityMeta<>(
            Object.class,
            "shelf",
            List.of(KEY, Trees.attribute(1, "label", ValueType.STRING)),
            List.of(),
            List.of(),
            List.of(),
            TableConstraints.NONE,
            new KeyGeneration.Sequence("shelf_SEQ", 1, 50),
            Trees.untouched(),
            0L);

    private static final ColumnAttribute SHELF_ID = Trees.foreignKey(1, "shelf");
    private static final EntityMeta<Object> BOOK = new EntityMeta<>(
            Object.class,
            "book",
            List.of(
                    KEY,
                    SHELF_ID,
                    Trees.attribute(2, "title", ValueType.STRING),
                    Trees.attribute(3, "note", ValueType.TEXT, Trait.NULLABLE),
                    Trees.attribute(4, "sold", ValueType.BOOLEAN),
                    Trees.attribute(5, "at", ValueType.INSTANT),
                    Trees.attribute(6, "code", ValueType.UUID, Trait.UNIQUE),
                    Trees.attribute(7, "extra", ValueType.JSON, Trait.NULLABLE),
                    Trees.attribute(8, "data", ValueType.BYTES, Trait.NULLABLE),
                    Trees.attribute(9, "price", ValueType.DECIMAL),
                    Trees.attribute(10, "weight", ValueType.DOUBLE)),
            List.of(ToOneAttribute.owning(11, "shelf", () -> SHELF, SHELF_ID, false, DeleteRule.PROTECT)),
            List.of(),
            List.of(),
            new TableConstraints(
                    List.of(new Unique("", List.of("title", "shelf_id"))),
                    List.of(new Index(
                            "", false, List.of(new IndexedColumn("price", false), new IndexedColumn("at", true))))),
            new KeyGeneration.TableRow("gens", "name", "value", "book", 1, 10),
            Trees.untouched(),
            0L);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatWasCreated_differsInNothing(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            Schema schema = new Schema(database.executor(), List.of(SHELF, BOOK));
            schema.create();
            assertThat(schema.validate()).hasToString("no differences");
            assertThatCode(() -> schema.validate().requireNone()).doesNotThrowAnyException();
            assertThat(database.onLoan()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nothing_lacksEverything(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            SchemaDifferences differences = new Schema(database.executor(), List.of(SHELF, BOOK)).validate();
            assertThat(differences.toString().lines())
                    .containsExactly(
                            "The table shelf is missing.",
                            "The table book is missing.",
                            "The " + (engine == Engine.SQLITE ? "table" : "sequence")
                                    + " shelf_SEQ, which keys are taken from, is missing.",
                            "The table gens, which keys are taken from, is missing.");
            assertThatThrownBy(differences::requireNone)
                    .isInstanceOf(MappingException.class)
                    .hasMessageContaining("The table book is missing.");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void everyDifference_isTold(Engine engine) throws Exception {
        try (RealDatabase database = RealDatabase.open(engine)) {
            Dialect dialect = database.dialect();
            String text = " VARCHAR(100)";
            database.execute(
                    "CREATE TABLE " + dialect.quote("SHELF") + " (" + dialect.quote("id") + " BIGINT PRIMARY KEY)",
                    "CREATE TABLE " + dialect.quote("book") + " ("
                            + String.join(
                                    ", ",
                                    dialect.quote("id") + " BIGINT NOT NULL PRIMARY KEY",
                                    dialect.quote("shelf_id") + " BIGINT NOT NULL",
                                    dialect.quote("title") + text,
                                    dialect.quote("note") + " VARCHAR(9) NOT NULL",
                                    dialect.quote("sold") + text + " NOT NULL",
                                    dialect.quote("at") + " BIGINT NOT NULL",
                                    dialect.quote("CODE") + text,
                                    dialect.quote("price") + " DECIMAL(9, 2) NOT NULL",
                                    dialect.quote("weight") + " DOUBLE PRECISION NOT NULL",
                                    dialect.quote("data") + text)
                            + ")");
            SchemaDifferences differences = new Schema(database.executor(), List.of(SHELF, BOOK)).validate();
            assertThat(differences.of(Difference.Kind.MISSING_TABLE))
                    .extracting(Difference::message)
                    .containsExactly("The table shelf is missing; there is SHELF, and names are quoted, so that their "
                            + "case matters. Write the name as the database has it.");
            assertThat(differences.of(Difference.Kind.EXTRA_TABLE))
                    .extracting(Difference::table)
                    .containsExactly("SHELF");
            assertThat(subjects(differences, Difference.Kind.MISSING_COLUMN)).containsExactly("code", "extra");
            assertThat(subjects(differences, Difference.Kind.EXTRA_COLUMN)).containsExactly("CODE");
            assertThat(subjects(differences, Difference.Kind.OTHER_TYPE)).containsExactly("sold", "at", "data");
            assertThat(subjects(differences, Difference.Kind.OTHER_NULLABILITY)).containsExactly("title", "note");
            assertThat(subjects(differences, Difference.Kind.MISSING_UNIQUE))
                    .containsExactly("code", "title, shelf_id");
            assertThat(subjects(differences, Difference.Kind.MISSING_INDEX)).containsExactly("price, at", "shelf_id");
            assertThat(subjects(differences, Difference.Kind.MISSING_FOREIGN_KEY))
                    .containsExactly("shelf_id");
            assertThat(differences
                            .without(Difference.Kind.EXTRA_TABLE, Difference.Kind.EXTRA_COLUMN)
                            .all())
                    .hasSize(differences.all().size() - 2);
        }
    }

    private static List<String> subjects(SchemaDifferences differences, Difference.Kind kind) {
        return differences.of(kind).stream().map(Difference::subject).toList();
    }
}
