package org.fetchwise.sqltext;

import static org.fetchwise.domain.QProfile.PROFILE;
import static org.fetchwise.expr.Functions.json;
import static org.fetchwise.expr.Functions.jsonObject;

import java.util.List;
import java.util.Map;
import org.fetchwise.QuerySet;
import org.fetchwise.domain.Profile;
import org.fetchwise.expr.JsonExpr;
import org.junit.jupiter.api.Test;

/** Within documents. No profile has any. */
class JsonSqlTest extends SqlTest {
    private static final JsonExpr<Profile> SETTINGS = json(PROFILE.settings);

    private static QuerySet<Profile, ?> profiles() {
        return DB.objects(PROFILE);
    }

    @Test
    void keysAndElements_asTextAndNumber() {
        expectSql(profiles()
                        .values(
                                SETTINGS.key("theme").key("name").asText().named("theme"),
                                SETTINGS.key("sizes").at(0).asNumber().named("size")))
                .everywhere("""
                    SELECT ("profile"."settings" -> 'theme' ->> 'name') AS "theme", CASE WHEN
                    JSONB_TYPEOF(JSONB_PATH_QUERY_FIRST("profile"."settings", 'strict $."sizes"[0]', '{}', TRUE)) =
                    'number' THEN CAST(JSONB_PATH_QUERY_FIRST("profile"."settings", 'strict $."sizes"[0]', '{}', TRUE)
                    AS DOUBLE PRECISION) END AS "size" FROM "profile"
                    """)
                .mariadb("""
                    SELECT CASE WHEN JSON_TYPE(JSON_EXTRACT(`profile`.`settings`, '$."theme"."name"')) <> 'NULL' THEN
                    CONVERT(JSON_UNQUOTE(JSON_EXTRACT(`profile`.`settings`, '$."theme"."name"')) USING utf8mb4) COLLATE
                    utf8mb4_nopad_bin END AS `theme`, CASE WHEN JSON_TYPE(CASE WHEN
                    JSON_TYPE(JSON_EXTRACT(`profile`.`settings`, '$."sizes"')) = 'ARRAY' THEN
                    JSON_EXTRACT(`profile`.`settings`, '$."sizes"[0]') END) IN ('INTEGER', 'DOUBLE', 'DECIMAL') THEN
                    CAST(CASE WHEN JSON_TYPE(JSON_EXTRACT(`profile`.`settings`, '$."sizes"')) = 'ARRAY' THEN
                    JSON_EXTRACT(`profile`.`settings`, '$."sizes"[0]') END AS DOUBLE) END AS `size` FROM `profile`
                    """)
                .sqlite("""
                    SELECT CASE JSON_TYPE("profile"."settings", '$."theme"."name"') WHEN 'true' THEN 'true' WHEN 'false'
                    THEN 'false' ELSE CAST("profile"."settings" ->> '$."theme"."name"' AS TEXT) END AS "theme", CASE
                    WHEN JSON_TYPE("profile"."settings", '$."sizes"[0]') IN ('integer', 'real') THEN
                    "profile"."settings" ->> '$."sizes"[0]' END AS "size" FROM "profile"
                    """)
                .h2("""
                    SELECT CASE WHEN ("profile"."settings")."theme"."name" <> JSON 'null' THEN CASE WHEN
                    CAST(("profile"."settings")."theme"."name" AS VARCHAR) LIKE '"%' THEN
                    STRINGDECODE(SUBSTRING(CAST(("profile"."settings")."theme"."name" AS VARCHAR), 2,
                    CHAR_LENGTH(CAST(("profile"."settings")."theme"."name" AS VARCHAR)) - 2)) ELSE
                    CAST(("profile"."settings")."theme"."name" AS VARCHAR) END END AS "theme", CASE WHEN
                    REGEXP_LIKE(CAST(("profile"."settings")."sizes"[1] AS VARCHAR), '^-?[0-9]') THEN
                    CAST(CAST(("profile"."settings")."sizes"[1] AS VARCHAR) AS DOUBLE PRECISION) END AS "size"
                    FROM "profile"
                    """)
                .reads("profile");
    }

    @Test
    void values_areComparedAsDocuments() {
        expectSql(profiles().filter(SETTINGS.key("theme").eq("dark")).values(PROFILE.id))
                .everywhere("""
                    SELECT "profile"."id" FROM "profile" WHERE ("profile"."settings" -> 'theme') = ?
                    """)
                .mariadb("""
                    SELECT `profile`.`id` FROM `profile`
                    WHERE JSON_EQUALS(JSON_EXTRACT(`profile`.`settings`, '$."theme"'), ?)
                    """)
                .sqlite("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE FETCHWISE_JSON(("profile"."settings" -> '$."theme"')) = FETCHWISE_JSON(?)
                    """)
                .h2("""
                    SELECT "profile"."id" FROM "profile" WHERE ("profile"."settings")."theme" = CAST(? AS JSON)
                    """)
                .reads("profile");
    }

    @Test
    void values_areAmongOthers() {
        expectSql(profiles().filter(SETTINGS.key("n").isIn(List.of(1, "one"))).values(PROFILE.id))
                .everywhere("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE ("profile"."settings" -> 'n') = ? OR ("profile"."settings" -> 'n') = ?
                    """)
                .mariadb("""
                    SELECT `profile`.`id` FROM `profile`
                    WHERE JSON_EQUALS(JSON_EXTRACT(`profile`.`settings`, '$."n"'), ?) OR
                    JSON_EQUALS(JSON_EXTRACT(`profile`.`settings`, '$."n"'), ?)
                    """)
                .sqlite("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE FETCHWISE_JSON(("profile"."settings" -> '$."n"')) = FETCHWISE_JSON(?) OR
                    FETCHWISE_JSON(("profile"."settings" -> '$."n"')) = FETCHWISE_JSON(?)
                    """)
                .h2("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE ("profile"."settings")."n" = CAST(? AS JSON) OR ("profile"."settings")."n" = CAST(? AS JSON)
                    """)
                .reads("profile");
    }

    @Test
    void keys_arePresent() {
        expectSql(profiles().filter(SETTINGS.hasKeys("a", "it's")).values(PROFILE.id))
                .everywhere("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE ("profile"."settings" -> 'a') IS NOT NULL AND ("profile"."settings" -> 'it''s') IS NOT NULL
                    """)
                .mariadb("""
                    SELECT `profile`.`id` FROM `profile`
                    WHERE JSON_EXTRACT(`profile`.`settings`, '$."a"') IS NOT NULL AND JSON_EXTRACT(`profile`.`settings`,
                    '$."it''s"') IS NOT NULL
                    """)
                .sqlite("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE ("profile"."settings" -> '$."a"') IS NOT NULL AND ("profile"."settings" -> '$."it''s"') IS NOT
                    NULL
                    """)
                .h2("""
                    SELECT "profile"."id" FROM "profile"
                    WHERE ("profile"."settings")."a" IS NOT NULL AND ("profile"."settings")."it's" IS NOT NULL
                    """)
                .reads("profile");
    }

    @Test
    void objects_areMadeOfColumns() {
        expectSql(profiles().values(jsonObject(Map.of("bio", PROFILE.bio)).named("made")))
                .everywhere("""
                    SELECT JSONB_BUILD_OBJECT('bio', "profile"."bio") AS "made" FROM "profile"
                    """)
                .mariadb("""
                    SELECT JSON_OBJECT('bio', `profile`.`bio`) AS `made` FROM `profile`
                    """)
                .sqlite("""
                    SELECT JSON_OBJECT('bio', "profile"."bio") AS "made" FROM "profile"
                    """)
                .h2("""
                    SELECT JSON_OBJECT('bio': "profile"."bio") AS "made" FROM "profile"
                    """)
                .reads("profile");
    }
}
