package org.fetchwise.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.dialect.Trees.ID;
import static org.fetchwise.dialect.Trees.LENT;
import static org.fetchwise.dialect.Trees.PAGES;
import static org.fetchwise.dialect.Trees.PRICE;
import static org.fetchwise.dialect.Trees.TITLE;
import static org.fetchwise.dialect.Trees.constant;
import static org.fetchwise.dialect.Trees.equal;
import static org.fetchwise.dialect.Trees.ordered;
import static org.fetchwise.dialect.Trees.parameter;
import static org.fetchwise.dialect.Trees.select;
import static org.fetchwise.dialect.Trees.sliced;
import static org.fetchwise.dialect.Trees.where;

import java.util.List;
import org.fetchwise.meta.StorageType;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Join;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Rendered;
import org.fetchwise.sql.Rendered.Form;
import org.fetchwise.sql.Rendered.Placeholder;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SortKey.Nulls;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.AggregateFunction;
import org.fetchwise.sql.SqlExpr.Aggregation;
import org.fetchwise.sql.SqlExpr.AllOf;
import org.fetchwise.sql.SqlExpr.AnyOf;
import org.fetchwise.sql.SqlExpr.Arithmetic;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlExpr.Call;
import org.fetchwise.sql.SqlExpr.FrameExclusion;
import org.fetchwise.sql.SqlExpr.FrameUnit;
import org.fetchwise.sql.SqlExpr.InParameter;
import org.fetchwise.sql.SqlExpr.InSelect;
import org.fetchwise.sql.SqlExpr.Negation;
import org.fetchwise.sql.SqlExpr.NullCheck;
import org.fetchwise.sql.SqlExpr.RegexMatch;
import org.fetchwise.sql.SqlExpr.TextMatch;
import org.fetchwise.sql.SqlExpr.TextPosition;
import org.fetchwise.sql.SqlFunction;
import org.junit.jupiter.api.Test;

class SqlWriterTest {
    private static final String FROM = " FROM \"book\" \"b\"";
    private static final String START = "SELECT \"b\".\"id\"" + FROM;
    private static final SqlExpr TEXT = parameter(0, StorageType.VARCHAR);
    private static final SqlExpr NUMBER = parameter(0, StorageType.INTEGER);

    @Test
    void select_allClauses_standInOrder() {
        Aggregation count = new Aggregation(AggregateFunction.COUNT, false, null, null, StorageType.BIGINT);
        Select select = new Select(
                true,
                List.of(new Output(TITLE, null), new Output(count, "n")),
                new FromItem.Table("book", "b"),
                List.of(
                        new Join(
                                false,
                                new FromItem.Table("author", "a"),
                                equal(ID, Trees.column("author_id", StorageType.BIGINT))),
                        new Join(true, new FromItem.Derived(select(ID), "d"), equal(ID, ID))),
                LENT,
                List.of(TITLE),
                new SqlExpr.Comparison(SqlExpr.ComparisonOperator.GREATER, count, constant(1)),
                List.of(new SortKey(TITLE, true, Nulls.DEFAULT), new SortKey(count, false, Nulls.DEFAULT)),
                constant(10),
                constant(20));
        ExpectedSql.of(select)
                .everywhere("SELECT DISTINCT \"b\".\"title\", COUNT(*) AS \"n\" FROM \"book\" \"b\""
                        + " JOIN \"author\" \"a\" ON \"b\".\"id\" = \"b\".\"author_id\""
                        + " LEFT JOIN (SELECT \"b\".\"id\" FROM \"book\" \"b\") \"d\" ON \"b\".\"id\" = \"b\".\"id\""
                        + " WHERE \"b\".\"lent\" GROUP BY \"b\".\"title\" HAVING COUNT(*) > 1"
                        + " ORDER BY \"b\".\"title\" DESC, COUNT(*) LIMIT 10 OFFSET 20")
                .check();
    }

    @Test
    void identifiers_areQuoted_withTheQuoteDoubledInside() {
        Select select = new Select(
                false,
                List.of(new Output(new SqlExpr.ColumnRef("a\"`b", "x.y", StorageType.BIGINT), null)),
                new FromItem.Table("order", "a\"`b"),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
        String standard = "SELECT \"a\"\"`b\".\"x.y\" FROM \"order\" \"a\"\"`b\"";
        ExpectedSql.of(select)
                .postgreSql(standard)
                .h2(standard)
                .sqlite(standard)
                .mariaDb("SELECT `a\"``b`.`x.y` FROM `order` `a\"``b`")
                .check();
    }

    @Test
    void conditions_haveParentheses_onlyWhereTheyAreNeeded() {
        SqlExpr lent = new Negation(LENT);
        SqlExpr either = new AnyOf(List.of(equal(ID, constant(1)), equal(ID, constant(2))));
        SqlExpr both = new AllOf(List.of(LENT, new NullCheck(TITLE, true)));
        Select select = where(
                select(ID),
                new AllOf(List.of(either, new AllOf(List.of(lent, LENT)), new Negation(both), new Negation(lent))));
        ExpectedSql.of(select)
                .everywhere(START
                        + " WHERE (\"b\".\"id\" = 1 OR \"b\".\"id\" = 2) AND NOT \"b\".\"lent\" AND \"b\".\"lent\""
                        + " AND NOT (\"b\".\"lent\" AND \"b\".\"title\" IS NOT NULL) AND NOT (NOT \"b\".\"lent\")")
                .check();
        ExpectedSql.of(where(select(ID), new AnyOf(List.of(both, equal(LENT, equal(ID, constant(1)))))))
                .everywhere(START
                        + " WHERE \"b\".\"lent\" AND \"b\".\"title\" IS NOT NULL OR \"b\".\"lent\" ="
                        + " (\"b\".\"id\" = 1)")
                .check();
    }

    @Test
    void arithmetic_keepsItsOrder() {
        SqlExpr sum = new Arithmetic(ArithmeticOperator.PLUS, PAGES, constant(1), StorageType.INTEGER);
        SqlExpr product = new Arithmetic(ArithmeticOperator.TIMES, sum, PAGES, StorageType.INTEGER);
        SqlExpr difference = new Arithmetic(ArithmeticOperator.MINUS, product, sum, StorageType.INTEGER);
        ExpectedSql.of(select(difference))
                .everywhere("SELECT (\"b\".\"pages\" + 1) * \"b\".\"pages\" - (\"b\".\"pages\" + 1)" + FROM)
                .check();
        SqlExpr remainder = new Arithmetic(ArithmeticOperator.MODULO, PAGES, constant(-7), StorageType.INTEGER);
        ExpectedSql.of(select(remainder))
                .everywhere("SELECT \"b\".\"pages\" % -7" + FROM)
                .check();
    }

    @Test
    void division_ofWholeNumbers_isReal() {
        SqlExpr whole = new Arithmetic(ArithmeticOperator.DIVIDED_BY, PAGES, constant(2), StorageType.DOUBLE);
        ExpectedSql.of(select(whole))
                .postgreSql("SELECT CAST(\"b\".\"pages\" AS DOUBLE PRECISION) / 2" + FROM)
                .h2("SELECT CAST(\"b\".\"pages\" AS DOUBLE PRECISION) / 2" + FROM)
                .sqlite("SELECT CAST(\"b\".\"pages\" AS REAL) / 2" + FROM)
                .mariaDb("SELECT CAST(`b`.`pages` AS DOUBLE) / 2 FROM `book` `b`")
                .check();
        SqlExpr fraction = new Arithmetic(ArithmeticOperator.DIVIDED_BY, PRICE, constant(2), StorageType.DECIMAL);
        ExpectedSql.of(select(fraction))
                .everywhere("SELECT \"b\".\"price\" / 2" + FROM)
                .sqlite("SELECT FETCHWISE_DIVIDED_BY(\"b\".\"price\", 2)" + FROM)
                .mariaDb("SELECT CAST(`b`.`price` AS DECIMAL(65, 30)) / 2 FROM `book` `b`")
                .check();
    }

    @Test
    void textOfTheMapping_isSpelledAsEachDatabaseReadsIt() {
        ExpectedSql.of(select(new SqlExpr.Declared("a\\'b")))
                .everywhere("SELECT 'a\\''b'" + FROM)
                .postgreSql("SELECT E'a\\\\''b'" + FROM)
                .mariaDb("SELECT 'a\\\\''b' FROM `book` `b`")
                .check();
    }

    @Test
    void parameter_withoutSurroundingType_isCastInH2() {
        SqlExpr sum = new Arithmetic(ArithmeticOperator.PLUS, PAGES, NUMBER, StorageType.INTEGER);
        ExpectedSql.of(select(NUMBER, sum, new Call(SqlFunction.COALESCE, List.of(PAGES, NUMBER), StorageType.INTEGER)))
                .everywhere("SELECT ?, \"b\".\"pages\" + ?, COALESCE(\"b\".\"pages\", ?)" + FROM)
                .h2("SELECT CAST(? AS INTEGER), \"b\".\"pages\" + CAST(? AS INTEGER), COALESCE(\"b\".\"pages\","
                        + " CAST(? AS INTEGER))"
                        + FROM)
                .check();
        ExpectedSql.of(where(select(ID), equal(PAGES, NUMBER)))
                .everywhere(START + " WHERE \"b\".\"pages\" = ?")
                .check();
    }

    @Test
    void lists_areOneParameter() {
        ExpectedSql.of(where(select(ID), new InParameter(ID, 0, StorageType.BIGINT, true)))
                .postgreSql(START + " WHERE \"b\".\"id\" = ANY(?)")
                .h2("SELECT \"b\".\"id\" FROM UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS \"list0\"(\"v\","
                        + " \"n\") JOIN \"book\" \"b\" ON \"b\".\"id\" = \"list0\".\"v\"")
                .sqlite(START + " WHERE \"b\".\"id\" IN (SELECT value FROM json_each(?))")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE `b`.`id` IN (SELECT `value` FROM"
                        + " (SELECT `value` FROM JSON_TABLE(?, '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list`"
                        + " LIMIT 18446744073709551615) AS `keys`)")
                .check();
    }

    @Test
    void lists_thatNoIndexFinds_areNotJoined() {
        ExpectedSql.of(where(select(ID), new InParameter(PAGES, 0, StorageType.INTEGER, false)))
                .postgreSql(START + " WHERE \"b\".\"pages\" = ANY(?)")
                .h2(START + " WHERE \"b\".\"pages\" = ANY(CAST(? AS INTEGER ARRAY))")
                .sqlite(START + " WHERE \"b\".\"pages\" IN (SELECT value FROM json_each(?))")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE `b`.`pages` IN (SELECT `value` FROM"
                        + " (SELECT `value` FROM JSON_TABLE(?, '$[*]' COLUMNS (`value` BIGINT PATH '$')) AS `list`"
                        + " LIMIT 18446744073709551615) AS `keys`)")
                .check();
    }

    @Test
    void lists_ofTexts_followTheColumnsCollationInMariaDb() {
        ExpectedSql.of(where(select(ID), new InParameter(TITLE, 0, StorageType.VARCHAR, false)))
                .postgreSql(START + " WHERE \"b\".\"title\" = ANY(?)")
                .h2(START + " WHERE \"b\".\"title\" = ANY(CAST(? AS VARCHAR ARRAY))")
                .sqlite(START + " WHERE \"b\".\"title\" IN (SELECT value FROM json_each(?))")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE `b`.`title` IN (SELECT JSON_UNQUOTE(`value`) FROM"
                        + " JSON_TABLE(?, '$[*]' COLUMNS (`value` JSON PATH '$')) AS `list`)")
                .check();
    }

    @Test
    void listsThatAreJoined_comeFirstInMariaDb() {
        Select all = select(ID);
        FromItem.KeyList keys =
                new FromItem.KeyList(List.of(parameter(0, StorageType.BIGINT)), "book", List.of("id"), "keys");
        String joined = " \"keys\"(\"v\", \"n\") ON \"b\".\"id\" = \"keys\".\"v\"";
        ExpectedSql.of(all.over(
                        all.from(),
                        List.of(new Join(false, keys, equal(ID, keys.values().getFirst()))),
                        null))
                .everywhere(START + " JOIN UNNEST(CAST(? AS BIGINT ARRAY)) WITH ORDINALITY AS" + joined)
                .sqlite(START + " JOIN (SELECT value AS \"v\", key + 1 AS \"n\" FROM json_each(?)) AS \"keys\""
                        + " ON \"b\".\"id\" = \"keys\".\"v\"")
                .mariaDb("SELECT `b`.`id` FROM JSON_TABLE(?, '$[*]' COLUMNS (`n` FOR ORDINALITY, `v` BIGINT PATH '$'))"
                        + " AS `keys` STRAIGHT_JOIN `book` `b` ON `b`.`id` = `keys`.`v`")
                .check();
    }

    @Test
    void listsOfSeveralColumns_areOneArrayForEachOrOneDocument() {
        Select all = select(ID);
        FromItem.KeyList keys = new FromItem.KeyList(
                List.of(parameter(0, StorageType.BIGINT), parameter(1, StorageType.VARCHAR)),
                "book",
                List.of("id", "title"),
                "keys");
        SqlExpr equal = new AllOf(List.of(
                equal(ID, keys.values().getFirst()), equal(TITLE, keys.values().getLast())));
        String on = " ON \"b\".\"id\" = \"keys\".\"v\" AND \"b\".\"title\" = \"keys\".\"v2\"";
        String joined = " WITH ORDINALITY AS \"keys\"(\"v\", \"v2\", \"n\")" + on;
        ExpectedSql.of(all.over(all.from(), List.of(new Join(false, keys, equal)), null))
                .postgreSql(
                        START + " JOIN UNNEST(CAST(? AS BIGINT ARRAY), ARRAY_CAT(ARRAY(SELECT \"title\" FROM \"book\""
                                + " LIMIT 0), ?))" + joined)
                .h2(START + " JOIN UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY))" + joined)
                .sqlite(START + " JOIN (SELECT value ->> 0 AS \"v\", value ->> 1 AS \"v2\", key + 1 AS \"n\" FROM"
                        + " json_each(?)) AS \"keys\"" + on)
                .mariaDb("SELECT `b`.`id` FROM (SELECT `n`, `v`, JSON_UNQUOTE(`v2`) AS `v2` FROM JSON_TABLE(?, '$[*]'"
                        + " COLUMNS (`n` FOR ORDINALITY, `v` BIGINT PATH '$[0]', `v2` JSON PATH '$[1]')) AS `list`)"
                        + " AS `keys` STRAIGHT_JOIN `book` `b` ON `b`.`id` = `keys`.`v` AND `b`.`title` = `keys`.`v2`")
                .check();
    }

    @Test
    void inSelect_withLimit_isWrappedInMariaDb() {
        Select firstTen = sliced(select(ID), constant(10), null);
        ExpectedSql.of(where(select(ID), new InSelect(ID, firstTen)))
                .everywhere(START + " WHERE \"b\".\"id\" IN (" + START + " LIMIT 10)")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE `b`.`id` IN"
                        + " (SELECT * FROM (SELECT `b`.`id` FROM `book` `b` LIMIT 10) AS `slice`)")
                .check();
        ExpectedSql.of(where(select(ID), new Negation(new InSelect(ID, select(ID)))))
                .everywhere(START + " WHERE NOT \"b\".\"id\" IN (" + START + ")")
                .check();
    }

    @Test
    void offset_withoutLimit_needsOneInTwoDatabases() {
        ExpectedSql.of(sliced(select(ID), null, constant(5)))
                .postgreSql(START + " OFFSET 5")
                .h2(START + " OFFSET 5")
                .sqlite(START + " LIMIT -1 OFFSET 5")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` LIMIT 18446744073709551615 OFFSET 5")
                .check();
        ExpectedSql.of(sliced(select(ID), parameter(0, StorageType.BIGINT), parameter(1, StorageType.BIGINT)))
                .everywhere(START + " LIMIT ? OFFSET ?")
                .check();
    }

    @Test
    void nulls_standWhereTheyAreWanted_alsoWhereTheDatabaseCannotSay() {
        ExpectedSql.of(ordered(
                        select(ID),
                        new SortKey(PAGES, false, Nulls.FIRST),
                        new SortKey(PAGES, false, Nulls.LAST),
                        new SortKey(PAGES, true, Nulls.FIRST),
                        new SortKey(PAGES, true, Nulls.LAST)))
                .everywhere(START + " ORDER BY \"b\".\"pages\" NULLS FIRST, \"b\".\"pages\" NULLS LAST,"
                        + " \"b\".\"pages\" DESC NULLS FIRST, \"b\".\"pages\" DESC NULLS LAST")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` ORDER BY `b`.`pages`, `b`.`pages` IS NULL, `b`.`pages`,"
                        + " `b`.`pages` IS NOT NULL, `b`.`pages` DESC, `b`.`pages` DESC")
                .check();
    }

    @Test
    void aggregates_filterTheirRows_byCaseWhereThereIsNoClause() {
        ExpectedSql.of(select(
                        new Aggregation(AggregateFunction.COUNT, false, null, LENT, StorageType.BIGINT),
                        new Aggregation(AggregateFunction.SUM, false, PAGES, LENT, StorageType.BIGINT),
                        new Aggregation(AggregateFunction.COUNT, true, TITLE, null, StorageType.BIGINT),
                        new Aggregation(AggregateFunction.AVG, false, PAGES, LENT, StorageType.DOUBLE)))
                .everywhere("SELECT COUNT(*) FILTER (WHERE \"b\".\"lent\"), SUM(\"b\".\"pages\") FILTER (WHERE"
                        + " \"b\".\"lent\"), COUNT(DISTINCT \"b\".\"title\"), AVG(\"b\".\"pages\") FILTER (WHERE"
                        + " \"b\".\"lent\")"
                        + FROM)
                .mariaDb("SELECT COUNT(CASE WHEN `b`.`lent` THEN 1 END), SUM(CASE WHEN `b`.`lent` THEN `b`.`pages`"
                        + " END), COUNT(DISTINCT `b`.`title`), AVG(CASE WHEN `b`.`lent` THEN CAST(`b`.`pages` AS"
                        + " DOUBLE) END) FROM `book` `b`")
                .check();
    }

    @Test
    void windows_andCases_areStandard() {
        SqlExpr rank = new SqlExpr.Over(
                new SqlExpr.WindowCall(SqlExpr.WindowFunction.ROW_NUMBER, List.of(), StorageType.BIGINT),
                List.of(TITLE),
                List.of(new SortKey(PAGES, true, Nulls.DEFAULT)),
                new SqlExpr.Frame(FrameUnit.ROWS, null, 0, FrameExclusion.NO_OTHERS));
        SqlExpr total = new SqlExpr.Over(
                new Aggregation(AggregateFunction.SUM, false, PAGES, null, StorageType.BIGINT),
                List.of(),
                List.of(new SortKey(ID, false, Nulls.DEFAULT)),
                new SqlExpr.Frame(FrameUnit.RANGE, -1, 2, FrameExclusion.NO_OTHERS));
        SqlExpr branches = new SqlExpr.Case(
                List.of(new SqlExpr.When(LENT, constant(1)), new SqlExpr.When(equal(ID, constant(2)), constant(null))),
                constant(0),
                StorageType.INTEGER);
        ExpectedSql.of(select(rank, total, branches))
                .everywhere("SELECT ROW_NUMBER() OVER (PARTITION BY \"b\".\"title\" ORDER BY \"b\".\"pages\" DESC ROWS"
                        + " BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), SUM(\"b\".\"pages\") OVER (ORDER BY"
                        + " \"b\".\"id\" RANGE BETWEEN 1 PRECEDING AND 2 FOLLOWING), CASE WHEN \"b\".\"lent\""
                        + " THEN 1 WHEN \"b\".\"id\" = 2 THEN NULL ELSE 0 END" + FROM)
                .check();
    }

    @Test
    void functions_haveTheirLocalNames() {
        ExpectedSql.of(select(
                        new Call(SqlFunction.LENGTH, List.of(TITLE), StorageType.INTEGER),
                        new Call(SqlFunction.CONCAT, List.of(TITLE, TITLE), StorageType.VARCHAR)))
                .everywhere("SELECT CHAR_LENGTH(\"b\".\"title\"), CONCAT(\"b\".\"title\", \"b\".\"title\")" + FROM)
                .sqlite("SELECT LENGTH(\"b\".\"title\"), CONCAT(\"b\".\"title\", \"b\".\"title\")" + FROM)
                .h2("SELECT CHAR_LENGTH(REGEXP_REPLACE(\"b\".\"title\", '[\\x{10000}-\\x{10FFFF}]', '_')),"
                        + " CONCAT(\"b\".\"title\", \"b\".\"title\")" + FROM)
                .mariaDb("SELECT CHAR_LENGTH(`b`.`title`), CONCAT_WS('', `b`.`title`, `b`.`title`) FROM `book` `b`")
                .check();
    }

    @Test
    void textMatch_heedingCase() {
        ExpectedSql.of(where(select(ID), new TextMatch(TextPosition.ANYWHERE, false, TITLE, TEXT)))
                .postgreSql(START + " WHERE \"b\".\"title\" LIKE ? ESCAPE '!'")
                .h2(START + " WHERE \"b\".\"title\" LIKE ? ESCAPE '!'")
                .sqlite(START + " WHERE INSTR(\"b\".\"title\", ?) > 0")
                .mariaDb(
                        "SELECT `b`.`id` FROM `book` `b` WHERE `b`.`title` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'")
                .check();
        ExpectedSql.of(where(select(ID), new TextMatch(TextPosition.START, false, TITLE, TEXT)))
                .everywhere(START + " WHERE \"b\".\"title\" LIKE ? ESCAPE '!'")
                .sqlite(START + " WHERE SUBSTR(\"b\".\"title\", 1, LENGTH(?)) = ?")
                .mariaDb(
                        "SELECT `b`.`id` FROM `book` `b` WHERE `b`.`title` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'")
                .check();
        ExpectedSql.of(where(select(ID), new TextMatch(TextPosition.END, false, TITLE, TEXT)))
                .everywhere(START + " WHERE \"b\".\"title\" LIKE ? ESCAPE '!'")
                .sqlite(START + " WHERE SUBSTR(\"b\".\"title\", LENGTH(\"b\".\"title\") - LENGTH(?) + 1) = ?")
                .mariaDb(
                        "SELECT `b`.`id` FROM `book` `b` WHERE `b`.`title` LIKE ? COLLATE utf8mb4_nopad_bin ESCAPE '!'")
                .check();
    }

    @Test
    void textMatch_ignoringCase() {
        ExpectedSql.of(where(select(ID), new TextMatch(TextPosition.START, true, TITLE, TEXT)))
                .everywhere(START + " WHERE UPPER(\"b\".\"title\") LIKE UPPER(?) ESCAPE '!'")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE UPPER(`b`.`title`) LIKE UPPER(? COLLATE"
                        + " utf8mb4_nopad_bin) ESCAPE '!'")
                .check();
        ExpectedSql.of(where(select(ID), new TextMatch(TextPosition.WHOLE, true, TITLE, TEXT)))
                .everywhere(START + " WHERE UPPER(\"b\".\"title\") = UPPER(?)")
                .h2(START + " WHERE UPPER(\"b\".\"title\") = UPPER(CAST(? AS VARCHAR))")
                .check();
    }

    @Test
    void textMatch_withAnExpression_escapesItInTheDatabase() {
        String escaped = "REPLACE(REPLACE(REPLACE(\"b\".\"title\", '!', '!!'), '%', '!%'), '_', '!_')";
        ExpectedSql.of(where(select(ID), new TextMatch(TextPosition.ANYWHERE, true, TITLE, TITLE)))
                .everywhere(
                        START + " WHERE UPPER(\"b\".\"title\") LIKE UPPER('%' || " + escaped + " || '%') ESCAPE '!'")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE UPPER(`b`.`title`) LIKE BINARY UPPER(CONCAT('%', "
                        + escaped.replace('"', '`') + ", '%')) ESCAPE '!'")
                .check();
    }

    @Test
    void regexMatch_asTheDatabaseKnowsIt() {
        ExpectedSql.of(where(select(ID), new RegexMatch(true, TITLE, TEXT)))
                .postgreSql(START + " WHERE \"b\".\"title\" ~* ?")
                .h2(START + " WHERE REGEXP_LIKE(\"b\".\"title\", CAST(? AS VARCHAR), 'i')")
                .sqlite(START + " WHERE \"b\".\"title\" REGEXP '(?i)' || ?")
                .mariaDb("SELECT `b`.`id` FROM `book` `b` WHERE `b`.`title` REGEXP CONCAT('(?i)', ?)")
                .check();
    }

    @Test
    void placeholders_tellWhatTheirQuestionMarksStandFor() {
        SqlExpr condition = new AllOf(List.of(
                new TextMatch(TextPosition.END, false, TITLE, parameter(3, StorageType.VARCHAR)),
                new InParameter(ID, 1, StorageType.BIGINT, true),
                equal(PAGES, parameter(0, StorageType.INTEGER))));
        Rendered rendered = new PostgreSqlDialect().render(where(select(ID), condition));
        assertThat(rendered.placeholders())
                .containsExactly(
                        new Placeholder(3, StorageType.VARCHAR, Form.PATTERN_END),
                        new Placeholder(1, StorageType.BIGINT, Form.LIST),
                        new Placeholder(0, StorageType.INTEGER, Form.VALUE));
    }

    @Test
    void constants_areNeverTexts() {
        assertThatThrownBy(() -> new H2Dialect().render(select(constant("'; DROP TABLE book"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("DROP");
    }
}
