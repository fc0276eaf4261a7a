package org.fetchwise.sqltext;

import static org.fetchwise.domain.QBook.BOOK;

import org.fetchwise.domain.Book;
import org.fetchwise.expr.Expr;
import org.junit.jupiter.api.Test;

/** What a function is called where, and what is written for those that a database lacks. */
class FunctionSqlTest extends SqlTest {
    /** A value of the first book: Alpha, 100 pages, 10 copies, for 9.50, scored 4.5. */
    private ExpectedSql expectOfAlpha(Expr<Book, ?> value) {
        return expectSql(BOOKS.filter(BOOK.id.eq(1)).values(value.named("v")));
    }

    @Test
    void text_padding() {
        expectOfAlpha(BOOK.title.lpad(8, "*"))
                .everywhere("""
                    SELECT LPAD("book"."title", ?, ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_LPAD("book"."title", ?, ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT REGEXP_REPLACE(REGEXP_REPLACE(REPEAT(CAST(? AS VARCHAR), CAST(? AS INTEGER)), '(?s)^(.{0,' ||
                    GREATEST(CAST(? AS INTEGER) - CHAR_LENGTH(REGEXP_REPLACE("book"."title", '[\\x{10000}-\\x{10FFFF}]',
                    '_')), 0) || '}).*\\z', '$1') || "book"."title", '(?s)^(.{0,' || CAST(? AS INTEGER) || '}).*\\z', '$1') AS
                    "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("***Alpha")
                .reads("book");
    }

    @Test
    void text_paddingOnTheRight() {
        expectOfAlpha(BOOK.title.rpad(3, "*"))
                .everywhere("""
                    SELECT RPAD("book"."title", ?, ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_RPAD("book"."title", ?, ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT REGEXP_REPLACE("book"."title" || REPEAT(CAST(? AS VARCHAR), CAST(? AS INTEGER)), '(?s)^(.{0,' ||
                    CAST(? AS INTEGER) || '}).*\\z', '$1') AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("Alp")
                .reads("book");
    }

    @Test
    void text_repetition() {
        expectOfAlpha(BOOK.title.repeat(2))
                .everywhere("""
                    SELECT REPEAT("book"."title", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_REPEAT("book"."title", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT REPEAT("book"."title", CAST(? AS INTEGER)) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("AlphaAlpha")
                .reads("book");
    }

    @Test
    void text_reversal() {
        expectOfAlpha(BOOK.title.reversed())
                .everywhere("""
                    SELECT REVERSE("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_REVERSE("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT COALESCE((SELECT REGEXP_REPLACE(LISTAGG(SUBSTRING("book"."title", X, 1), '') WITHIN GROUP (ORDER
                    BY X DESC), '([\\x{DC00}-\\x{DFFF}])([\\x{D800}-\\x{DBFF}])', '$2$1') FROM SYSTEM_RANGE(1, 2147483647) WHERE
                    X <= COALESCE(CHAR_LENGTH("book"."title"), 0)), "book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("ahplA")
                .reads("book");
    }

    @Test
    void text_position() {
        expectOfAlpha(BOOK.title.indexOf("p"))
                .postgresql("""
                    SELECT STRPOS("book"."title", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT LOCATE(CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin, `book`.`title`) AS `v` FROM `book`
                    WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT INSTR("book"."title", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT CHAR_LENGTH(REGEXP_REPLACE(LEFT("book"."title", LOCATE(CAST(? AS VARCHAR), "book"."title")),
                    '[\\x{10000}-\\x{10FFFF}]', '_')) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("3")
                .reads("book");
    }

    @Test
    void text_replacement() {
        expectOfAlpha(BOOK.title.replace("a", "o"))
                .everywhere("""
                    SELECT REPLACE("book"."title", ?, ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT REPLACE("book"."title", CAST(? AS VARCHAR), CAST(? AS VARCHAR)) AS "v" FROM "book" WHERE
                    "book"."id" = ?
                    """)
                .gives("Alpho")
                .reads("book");
    }

    @Test
    void text_firstCodePoint() {
        expectOfAlpha(BOOK.title.codePoint())
                .everywhere("""
                    SELECT ASCII("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CAST(CONV(HEX(CONVERT(LEFT(`book`.`title`, 1) USING utf32)), 16, 10) AS SIGNED) AS `v` FROM
                    `book` WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT UNICODE("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("65")
                .reads("book");
    }

    @Test
    void text_characterOfCodePoint() {
        expectOfAlpha(BOOK.pages.asCharacter())
                .everywhere("""
                    SELECT CHAR("book"."pages") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .postgresql("""
                    SELECT CHR("book"."pages") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CONVERT(CHAR(`book`.`pages` USING utf32) USING utf8mb4) AS `v` FROM `book` WHERE `book`.`id` = ?
                    """)
                .h2("""
                    SELECT CASE WHEN "book"."pages" > 65535 THEN CHAR(55232 + "book"."pages" / 1024) || CHAR(56320 +
                    "book"."pages" % 1024) ELSE CHAR("book"."pages") END AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("d")
                .reads("book");
    }

    @Test
    void hash_md5() {
        expectOfAlpha(BOOK.title.md5())
                .everywhere("""
                    SELECT MD5("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_MD5("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT LOWER(RAWTOHEX(HASH('MD5', STRINGTOUTF8("book"."title")))) AS "v" FROM "book" WHERE "book"."id" =
                    ?
                    """)
                .gives("6132295fcf5570fb8b0a944ef322a598")
                .reads("book");
    }

    @Test
    void hash_sha256() {
        expectOfAlpha(BOOK.title.sha256())
                .postgresql("""
                    SELECT ENCODE(SHA256(CONVERT_TO("book"."title", 'UTF8')), 'hex') AS "v" FROM "book" WHERE "book"."id" =
                    ?
                    """)
                .mariadb("""
                    SELECT SHA2(`book`.`title`, 256) AS `v` FROM `book` WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_SHA256("book"."title") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT LOWER(RAWTOHEX(HASH('SHA-256', STRINGTOUTF8("book"."title")))) AS "v" FROM "book" WHERE
                    "book"."id" = ?
                    """)
                .gives("b1a96dd646bccaa24cef7a3db22a6f995f05658f4f1c3272913e258c03e6fb24")
                .reads("book");
    }

    @Test
    void number_roundedDown() {
        expectOfAlpha(BOOK.score.floor()).everywhere("""
            SELECT FLOOR("book"."score") AS "v" FROM "book" WHERE "book"."id" = ?
            """).gives("4.0").reads("book");
    }

    @Test
    void number_roundedToDigits() {
        expectOfAlpha(BOOK.price.round(1))
                .everywhere("""
                    SELECT ROUND("book"."price", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_ROUND("book"."price", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT ROUND("book"."price", CAST(? AS INTEGER)) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("9.5")
                .reads("book");
    }

    @Test
    void number_power() {
        expectOfAlpha(BOOK.copies.power(2))
                .everywhere("""
                    SELECT POWER("book"."copies", ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT POWER("book"."copies", CAST(? AS INTEGER)) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("100.0")
                .reads("book");
    }

    @Test
    void number_logarithm() {
        expectOfAlpha(BOOK.pages.log(10))
                .everywhere("""
                    SELECT LOG(?, "book"."pages") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .postgresql("""
                    SELECT CAST(LOG(CAST(? AS NUMERIC), CAST("book"."pages" AS NUMERIC)) AS DOUBLE PRECISION) AS "v" FROM
                    "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT LOG(CAST(? AS INTEGER), "book"."pages") AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("2.0")
                .reads("book");
    }

    @Test
    void number_remainder() {
        expectOfAlpha(BOOK.pages.mod(7)).everywhere("""
            SELECT "book"."pages" % ? AS "v" FROM "book" WHERE "book"."id" = ?
            """).h2("""
                SELECT "book"."pages" % CAST(? AS BIGINT) AS "v" FROM "book" WHERE "book"."id" = ?
                """).gives("2").reads("book");
    }

    @Test
    void number_sign() {
        expectOfAlpha(BOOK.copies.minus(11).sign())
                .everywhere("""
                    SELECT SIGN("book"."copies" - ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT SIGN("book"."copies" - CAST(? AS BIGINT)) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("-1")
                .reads("book");
    }

    @Test
    void bits_exclusiveOr() {
        expectOfAlpha(BOOK.copies.bitXor(3))
                .postgresql("""
                    SELECT "book"."copies" # ? AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CAST(`book`.`copies` ^ ? AS SIGNED) AS `v` FROM `book` WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT ("book"."copies" | ?) - ("book"."copies" & ?) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT BITXOR("book"."copies", CAST(? AS BIGINT)) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("9")
                .reads("book");
    }

    @Test
    void bits_shifted() {
        expectOfAlpha(BOOK.copies.shiftLeft(1))
                .postgresql("""
                    SELECT "book"."copies" << CAST(? AS INTEGER) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CAST(`book`.`copies` << ? AS SIGNED) AS `v` FROM `book` WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT "book"."copies" << ? AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT LSHIFT("book"."copies", CAST(? AS BIGINT)) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("20")
                .reads("book");
    }

    @Test
    void cast_ofNumberToText() {
        expectOfAlpha(BOOK.pages.asText())
                .everywhere("""
                    SELECT CAST("book"."pages" AS TEXT) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT CAST(`book`.`pages` AS CHAR) AS `v` FROM `book` WHERE `book`.`id` = ?
                    """)
                .h2("""
                    SELECT CAST("book"."pages" AS VARCHAR) AS "v" FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("100")
                .reads("book");
    }
}
