package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QSpecimen.SPECIMEN;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.json;
import static org.fetchwise.expr.Functions.jsonObject;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.not;
import static org.fetchwise.expr.Functions.untyped;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.AnyExpr;
import org.fetchwise.expr.Condition;
import org.fetchwise.expr.JsonExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Within JSON documents: paths, presence, containment, and keys that look like SQL. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class JsonTest {
    private static final List<String> DOCUMENTS = List.of(
            "{\"lang\":\"en\",\"n\":1,\"draft\":false}",
            "{\"lang\":\"de\",\"n\":2.5,\"tags\":[\"a\",{\"b\":[1,2]}]}",
            "{\"lang\":null,\"n\":\"1\",\"draft\":true}",
            "[10,20,{\"k\":\"v\"}]",
            "null",
            "{\"quo'te\":1,\"back\\\\slash\":2,\"dou\\\"ble\":3,\"per%cent\":4,\"0\":5}",
            "\"text\"");

    private final Engine engine;
    private final Library library;
    private final QuerySet.Of<Specimen> specimens;
    private final JsonExpr<Specimen> document = json(SPECIMEN.json);

    JsonTest(Engine engine) {
        this.engine = engine;
        library = Library.empty(engine);
        specimens = library.database().objects(SPECIMEN).orderBy(SPECIMEN.id);
        for (int at = 0; at <= DOCUMENTS.size(); at++) {
            String text = at == DOCUMENTS.size() ? "NULL" : literal(DOCUMENTS.get(at));
            library.execute("""
                INSERT INTO "specimen" ("id", "flag_value", "tiny_value", "small_value", "number_value", "large_value",
                    "single_value", "precise_value", "letter_value", "json_value") VALUES
                    (%d, TRUE, 0, 0, 0, 0, 0, 0, 'x', %s);
                """.formatted(at, text));
        }
    }

    private String literal(String text) {
        String escaped = text.replace("'", "''");
        return switch (engine) {
            case H2 -> "JSON '" + escaped + "'";
            case MARIADB -> "'" + escaped.replace("\\", "\\\\") + "'";
            case SQLITE, POSTGRESQL -> "'" + escaped + "'";
        };
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private List<Long> where(Condition<? super Specimen> condition) {
        return specimens.filter(condition).values(SPECIMEN.id).list();
    }

    @Test
    void values_areComparedAsDocuments() {
        assertThat(where(document.key("lang").eq("en"))).containsExactly(0L);
        assertThat(where(document.key("n").eq(1))).containsExactly(0L);
        assertThat(where(document.key("n").eq("1"))).containsExactly(2L);
        assertThat(where(document.key("n").eq(2.5))).containsExactly(1L);
        assertThat(where(document.key("draft").eq(true))).containsExactly(2L);
        assertThat(where(document.key("lang").eq(null))).containsExactly(2L);
        assertThat(where(document.eq(null))).containsExactly(4L);
        assertThat(where(document.isNull())).containsExactly(7L);
        assertThat(where(document.eq("text"))).containsExactly(6L);
        assertThat(where(document.at(1).eq(20))).containsExactly(3L);
        assertThat(where(document.key("n").isIn(List.of(1, "1", 2.5)))).containsExactly(0L, 1L, 2L);
        assertThat(where(not(document.key("n").isIn(List.of(1, "1")))))
                .isEqualTo(where(
                        not(document.key("n").eq(1)).and(not(document.key("n").eq("1")))))
                .contains(1L)
                .doesNotContain(0L, 2L);
        assertThat(where(document.isIn(List.of()))).isEmpty();
        assertThat(where(document.key("tags").at(1).key("b").eq(List.of(1, 2)))).containsExactly(1L);
        assertThat(where(document.key("tags").at(0).at(0).isNotNull())).isEmpty();
    }

    @Test
    void exclude_ofNothing_leavesOutBothNulls() {
        assertThat(where(not(lookup("json", null)))).containsExactly(0L, 1L, 2L, 3L, 5L, 6L);
        assertThat(where(not(lookup("json__lang", null)))).containsExactly(0L, 1L);
        assertThat(where(not(document.eq(null)))).containsExactly(0L, 1L, 2L, 3L, 5L, 6L);
        assertThat(where(not(document.key("lang").eq("en")))).containsExactly(1L, 2L, 7L);
        assertThat(where(lookup("json__lang__in", Arrays.asList("de", null)))).containsExactly(1L);
        assertThat(where(lookup("json__lang__in", Arrays.asList((Object) null))))
                .isEmpty();
    }

    @Test
    void theOrderOfKeys_doesNotMatter() {
        Map<String, Object> same = new LinkedHashMap<>();
        same.put("draft", false);
        same.put("n", 1.0);
        same.put("lang", "en");
        assertThat(where(document.eq(same))).isEqualTo(engine == Engine.H2 ? List.of() : List.of(0L));
    }

    @Test
    void presence_isNotNull() {
        assertThat(where(document.hasKey("lang"))).containsExactly(0L, 1L, 2L);
        assertThat(where(document.hasKeys("lang", "draft"))).containsExactly(0L, 2L);
        assertThat(where(document.hasAnyKeys("tags", "draft"))).containsExactly(0L, 1L, 2L);
        assertThat(where(document.hasKey("lang").not())).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(where(lookup("json__lang__isnull", true))).containsExactly(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void texts_andNumbers_areTakenOut() {
        assertThat(specimens.values(document.key("n").asText()).list())
                .containsExactly("1", "2.5", "1", null, null, null, null, null);
        assertThat(specimens.values(document.key("n").asNumber()).list())
                .containsExactly(1.0, 2.5, null, null, null, null, null, null);
        assertThat(specimens.values(document.key("draft").asText()).list())
                .containsExactly("false", null, "true", null, null, null, null, null);
        assertThat(where(lookup("json__n__gt", 1))).containsExactly(1L);
        assertThat(where(lookup("json__n__range", List.of(1, 2)))).containsExactly(0L);
        assertThat(where(lookup("json__lang__in", List.of("de", "fr")))).containsExactly(1L);
        assertThat(where(lookup("json__lang__icontains", "E"))).containsExactly(0L, 1L);
        assertThat(specimens
                        .filter(lookup("json__has_key", "lang"))
                        .orderBy(document.key("lang").asText().desc().nullsLast())
                        .values(SPECIMEN.id)
                        .list())
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void containment_asPostgreSqlHasIt() {
        Map<String, Object> part = Map.of("tags", List.of(Map.of("b", List.of(2))));
        if (engine == Engine.H2) {
            assertThatThrownBy(() -> where(document.contains(part)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("H2 cannot tell");
            return;
        }
        assertThat(where(document.contains(part))).containsExactly(1L);
        assertThat(where(document.contains(Map.of("lang", "en")))).containsExactly(0L);
        assertThat(where(document.containedBy(Map.of("lang", "en", "n", 1, "draft", false, "x", 1))))
                .containsExactly(0L);
    }

    @Test
    void keys_areNeverSpliced() {
        assertThat(where(document.key("quo'te").eq(1))).containsExactly(5L);
        assertThat(where(document.key("back\\slash").eq(2))).containsExactly(5L);
        assertThat(where(document.key("dou\"ble").eq(3))).containsExactly(5L);
        assertThat(where(document.key("per%cent").eq(4))).containsExactly(5L);
        assertThat(where(document.key("0").eq(5))).containsExactly(5L);
        assertThat(where(document.key("') IS NOT NULL OR ('1'='1").isNotNull())).isEmpty();
        assertThat(where(document.key("\\') IS NOT NULL OR (\\'1\\'=\\'1").isNotNull()))
                .isEmpty();
        assertThat(where(lookup("json__quo'te", 1))).containsExactly(5L);
    }

    @Test
    void objects_areMadeOfValues() {
        AnyExpr object =
                jsonObject(Map.of("made", jsonObject(Map.of("flag", SPECIMEN.flag, "lang", field("json__lang")))));
        String text =
                (String) specimens.filter(SPECIMEN.id.eq(0)).values(object).get();
        assertThat(text.replace(" ", ""))
                .contains("\"flag\":true")
                .contains("\"lang\":\"en\"")
                .startsWith("{\"made\":{");
    }

    @Test
    void numbersOfSubqueries_stayNumbers() {
        AnyExpr number = untyped(
                specimens.filter(SPECIMEN.id.eq(3)).values(SPECIMEN.id.plus(4)).asSubquery());
        String text = (String) specimens
                .filter(SPECIMEN.id.eq(0))
                .values(jsonObject(Map.of("n", number)))
                .get();
        assertThat(text.replace(" ", "")).isEqualTo("{\"n\":7}");
    }

    @Test
    void numbers_areOrderedAsNumbers() {
        specimens.filter(SPECIMEN.id.eq(2)).update(SPECIMEN.json.to("{\"n\": 10}"));
        var some = specimens.filter(document.key("n").isNotNull());
        assertThat(some.orderBy(field("json__n").asc()).values(SPECIMEN.id).list())
                .containsExactly(0L, 1L, 2L);
        assertThat(some.orderBy(document.key("n").desc()).values(SPECIMEN.id).list())
                .containsExactly(2L, 1L, 0L);
    }

    @Test
    void keys_areComparedWithKeys_andListsWithoutNull() {
        assertThat(where(lookup("json__n", field("json__n")))).containsExactly(0L, 1L, 2L);
        assertThat(where(lookup("json__lang__in", Arrays.asList(null, "de")))).containsExactly(1L);
    }

    @Test
    void documents_areChosen() {
        AnyExpr chosen =
                caseWhen(SPECIMEN.id.eq(0)).then(untyped(json("{\"a\":1}"))).otherwise(json("[2]"));
        specimens.filter(SPECIMEN.id.lt(2)).updateAll(List.of(field("json").to(chosen)));
        assertThat(where(document.key("a").eq(1))).containsExactly(0L);
        assertThat(where(document.at(0).eq(2))).containsExactly(1L);
    }
}
