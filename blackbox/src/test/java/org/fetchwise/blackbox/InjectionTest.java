package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.blackbox.library.QSpecimen.SPECIMEN;
import static org.fetchwise.blackbox.library.QTag.TAG;
import static org.fetchwise.expr.Functions.call;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.json;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.order;
import static org.fetchwise.expr.Functions.relation;
import static org.fetchwise.expr.Functions.sqlText;
import static org.fetchwise.expr.Functions.value;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.blackbox.library.Tag;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.AllowedPaths;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Hostile texts in every place of the API that takes text: as a value they are bound, as a name refused or quoted. Each text
 * is stored as a tag's label, which must come back as it is, and nothing else may happen.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class InjectionTest {
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE tag; --",
            "\"; DROP TABLE \"tag\"; --",
            "`; DROP TABLE `tag`; -- ",
            "' OR '1'='1",
            "\\' OR 1=1 -- ",
            "\\",
            "\\\\'",
            "1) UNION SELECT label FROM tag --",
            "x'/**/OR/**/'x'='x",
            "1; DELETE FROM tag",
            "?",
            "?1 ?2",
            ":label",
            "{0}",
            "{1}",
            "$$; DROP TABLE tag; $$",
            "$1",
            "{fn now()}",
            "{ts '2020-01-01 00:00:00'}",
            "@@version",
            "%",
            "_",
            "%' ESCAPE '!",
            "#comment",
            "label__",
            "__label",
            "a.b",
            "a\nb\tc",
            "e\u0301 \u2019 \u02bc \uff07",
            "\ud83d\ude00'");

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Tag> tags;
    private final QuerySet.Of<Specimen> specimens;

    InjectionTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        tags = database.objects(TAG);
        specimens = database.objects(SPECIMEN);
    }

    @BeforeEach
    void storeThem() {
        List<Tag> all = new ArrayList<>();
        for (String text : HOSTILE) {
            Tag tag = new Tag();
            tag.setLabel(text);
            all.add(tag);
        }
        tags.bulkCreate(all);
        recorder.clear();
    }

    @AfterEach
    void nothingElseHasHappened() throws SQLException {
        try {
            assertThat(tags.values(TAG.label).list()).containsExactlyInAnyOrderElementsOf(HOSTILE);
        } finally {
            library.close();
        }
    }

    /** What was sent holds none of it. */
    private void isBound(String text) {
        if (text.length() > 2) {
            assertThat(recorder.texts()).isNotEmpty().noneMatch(sent -> sent.contains(text));
        }
        recorder.clear();
    }

    /** MariaDB refuses emoji in lists, by name. */
    private boolean isRefusedInLists(String text) {
        return library.engine() == Engine.MARIADB && text.codePoints().anyMatch(point -> point > 0xFFFF);
    }

    private static List<String> where(Predicate<String> holds) {
        return HOSTILE.stream().filter(holds).sorted().toList();
    }

    private List<String> labels(QuerySet<Tag, ?> found) {
        return found.values(TAG.label).list().stream().sorted().toList();
    }

    @Test
    void values_areBound() {
        for (String text : HOSTILE) {
            assertThat(labels(tags.filter(TAG.label.eq(text)))).containsExactly(text);
            assertThat(labels(tags.filter(lookup("label", text)))).containsExactly(text);
            if (!isRefusedInLists(text)) {
                assertThat(labels(tags.filter(lookup("label__in", List.of(text, "none")))))
                        .containsExactly(text);
            }
            assertThat(labels(tags.exclude(lookup("label", text)))).hasSize(HOSTILE.size() - 1);
            assertThat(tags.filter(TAG.label.eq(text))
                            .values(sqlText("CONCAT({0}, {1})", TAG.label, value(text)))
                            .get())
                    .isEqualTo(text + text);
            assertThat(tags.filter(TAG.label.concat(text).eq(text + text)).count())
                    .isOne();
            isBound(text);
        }
    }

    @Test
    void patterns_areLiteral() {
        for (String text : HOSTILE) {
            assertThat(labels(tags.filter(TAG.label.contains(text)))).isEqualTo(where(label -> label.contains(text)));
            assertThat(labels(tags.filter(lookup("label__startswith", text))))
                    .isEqualTo(where(label -> label.startsWith(text)));
            assertThat(labels(tags.filter(lookup("label__endswith", text))))
                    .isEqualTo(where(label -> label.endsWith(text)));
            assertThat(labels(tags.filter(lookup("label__icontains", text.toUpperCase(Locale.ROOT)))))
                    .contains(text);
            isBound(text);
        }
    }

    @Test
    void regularExpressions_areBound() {
        for (String text : HOSTILE) {
            try {
                assertThat(tags.filter(TAG.label.matches(text)).count()).isBetween(0L, (long) HOSTILE.size());
            } catch (ExecutionException broken) {
                assertThat(broken).hasMessageNotContaining(text + text);
            }
            isBound(text);
        }
    }

    @Test
    void pathsAndFunctions_areRefused() {
        for (String text : HOSTILE) {
            refused(() -> tags.filter(lookup(text, 1)));
            refused(() -> tags.filter(lookup("label__" + text, 1)));
            refused(() -> tags.filter(lookup("books__" + text, 1)));
            refused(() -> tags.orderBy(order(text)));
            refused(() -> tags.orderBy(order("-" + text)));
            refused(() -> tags.values(field(text)));
            refused(() -> tags.values(call(text, field("label"))));
            refused(() -> tags.prefetchRelated(relation(text)));
            refused(() -> tags.orderBy(TAG.id).keyset(2, text));
            assertThat(recorder.texts()).as("nothing was sent").isEmpty();
        }
    }

    private static void refused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOf(QueryException.class);
    }

    @Test
    void namesOfValues_areQuotedOrRefused() {
        for (String text : HOSTILE) {
            try {
                var counted = TAG.books().count().named(text);
                assertThat(tags.annotate(counted)
                                .orderBy(counted.desc(), TAG.id)
                                .first()
                                .orElseThrow()
                                .getLabel())
                        .isEqualTo(HOSTILE.getFirst());
                assertThat(tags.values(TAG.label, counted).first().orElseThrow().get(counted))
                        .isZero();
            } catch (QueryException refused) {
                assertThat(refused).hasMessageContaining("name");
            } catch (ExecutionException refused) {
                assertThat(isRefusedInLists(text))
                        .as("MariaDB has no emoji in names, either")
                        .isTrue();
            }
        }
        assertThat(recorder.texts()).allMatch(sent -> sent.startsWith("SELECT "));
    }

    @Test
    void keysOfJson_areQuoted() {
        Specimen specimen = new Specimen();
        specimen.setId(1L);
        specimen.setLetter('a');
        specimen.setJson("{\"plain\": \"yes\"}");
        specimens.create(specimen);
        for (String text : HOSTILE) {
            assertThat(specimens.filter(json(SPECIMEN.json).key(text).isNull()).count())
                    .isOne();
            assertThat(specimens.filter(json(SPECIMEN.json).hasKey(text)).count())
                    .isZero();
            assertThat(specimens
                            .filter(json(SPECIMEN.json).key("plain").eq(text))
                            .count())
                    .isZero();
        }
        assertThat(specimens.filter(json(SPECIMEN.json).key("plain").eq("yes")).count())
                .isOne();
    }

    @Test
    void statementsInSql_bindTheirParameters() {
        for (String text : HOSTILE) {
            assertThat(database.sql("SELECT label FROM tag WHERE label = :label")
                            .bind("label", text)
                            .list(String.class))
                    .containsExactly(text);
            assertThat(database.sql("SELECT label FROM tag WHERE label IN (:labels)")
                            .bind("labels", Set.of(text, "none"))
                            .list(String.class))
                    .containsExactly(text);
            isBound(text);
            refused(() ->
                    database.sql("SELECT label FROM tag WHERE label = :label").bind(text, "x"));
        }
    }

    @Test
    void updates_areBound() {
        for (String text : HOSTILE) {
            assertThat(tags.filter(TAG.label.eq(text)).update(TAG.label.to("aside")))
                    .isOne();
            assertThat(tags.filter(TAG.label.eq("aside")).update(TAG.label.to(text)))
                    .isOne();
            isBound(text);
        }
        assertThat(database.objects(BOOK).count()).isZero();
    }

    @Test
    void pathsThatAreAllowed_leadNowhereElse() {
        AllowedPaths allowed = AllowedPaths.of("title", "author", "author__name", "publishedOn__year");
        QuerySet.Of<Book> books = database.objects(BOOK);

        assertThat(books.filter(allowed.lookup("author__name__icontains", "ada"))
                        .filter(allowed.lookup("published_on__year__gte", 2000))
                        .filter(allowed.lookup("author__isnull", false))
                        .filter(allowed.lookup("author", 1))
                        .orderBy(allowed.order("-title"))
                        .values(allowed.field("title"))
                        .list())
                .isEmpty();

        List<String> others = new ArrayList<>(HOSTILE);
        others.addAll(List.of(
                "pages",
                "author__bornOn",
                "author__born_on__year__gte",
                "author__name__exact__in",
                "author__mentor__name",
                "title__",
                "__title",
                "icontains",
                "--title"));
        for (String other : others) {
            assertThatThrownBy(() -> allowed.lookup(other, "x"))
                    .isInstanceOf(QueryException.class)
                    .hasMessage("This path given as text is not allowed. Choices: title, author, author__name,"
                            + " publishedOn__year.");
            assertThatThrownBy(() -> allowed.order(other)).isInstanceOf(QueryException.class);
            assertThatThrownBy(() -> allowed.field(other)).isInstanceOf(QueryException.class);
        }
        assertThatThrownBy(() -> allowed.field("title__icontains")).isInstanceOf(QueryException.class);
    }
}
