package org.fetchwise.sqltext;

import static org.fetchwise.domain.QAuthor.AUTHOR;
import static org.fetchwise.domain.QBook.BOOK;
import static org.fetchwise.expr.Functions.days;
import static org.fetchwise.expr.Functions.now;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.fetchwise.expr.DateUnit;
import org.junit.jupiter.api.Test;

/** What is asked of a day or a year of a column is a range of the column; what is taken of it is not. */
class DateSqlTest extends SqlTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void day_isAHalfOpenRange() {
        expectSql(BOOKS.filter(BOOK.publishedAt.date().eq(LocalDate.parse("2020-01-01")))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book"
                    WHERE "book"."published_at" >= ? AND "book"."published_at" < ?
                    """)
                .gives("1", "3", "4")
                .reads("book");
    }

    @Test
    void day_inAZone_isThatOfTheZone() {
        expectSql(BOOKS.filter(BOOK.publishedAt
                                .date(ZoneId.of("America/New_York"))
                                .eq(LocalDate.parse("2019-12-31")))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book"
                    WHERE "book"."published_at" >= ? AND "book"."published_at" < ?
                    """)
                .gives("1", "3", "4")
                .reads("book");
    }

    @Test
    void year_comparedByOrder_isOneBoundary() {
        expectSql(BOOKS.filter(BOOK.publishedAt.year().gt(2019)).values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book" WHERE "book"."published_at" >= ?
                    """)
                .gives("1", "3", "4")
                .reads("book");
    }

    @Test
    void year_ofADate_isARangeOfDates() {
        expectSql(DB.objects(AUTHOR).filter(AUTHOR.born.year().eq(1970)).values(AUTHOR.id))
                .everywhere("""
                    SELECT "author"."id" FROM "author" WHERE "author"."born" >= ? AND "author"."born" < ?
                    """)
                .gives("1")
                .reads("author");
    }

    @Test
    void truncation_comparedWithAValue_isARange() {
        expectSql(BOOKS.filter(BOOK.publishedAt
                                .truncTo(DateUnit.MONTH, KOLKATA)
                                .eq(Instant.parse("2019-12-31T18:30:00Z")))
                        .values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book"
                    WHERE "book"."published_at" >= ? AND "book"."published_at" < ?
                    """)
                .gives("1", "3", "4")
                .reads("book");
    }

    @Test
    void exclusion_ofAYear_keepsNull() {
        expectSql(BOOKS.exclude(BOOK.publishedAt.year().eq(2020)).values(BOOK.id))
                .everywhere("""
                    SELECT "book"."id" FROM "book"
                    WHERE "book"."published_at" < ? OR "book"."published_at" >= ? OR "book"."published_at" IS NULL
                    """)
                .gives("2")
                .reads("book");
    }

    @Test
    void parts_inAZone() {
        expectSql(BOOKS.filter(BOOK.id.eq(1))
                        .values(BOOK.publishedAt.inZone(KOLKATA).hour().named("h")))
                .postgresql("""
                    SELECT CAST(EXTRACT(HOUR FROM "book"."published_at" AT TIME ZONE 'Asia/Kolkata') AS INTEGER) AS "h"
                    FROM "book" WHERE "book"."id" = ?
                    """)
                .mariadb("""
                    SELECT HOUR((`book`.`published_at` + INTERVAL ELT(INTERVAL(TO_SECONDS(`book`.`published_at`),
                    58521981992, 59011524400, 60147513530, 61275637800, 61295160600, 61304581800, 61403074200) + 1,
                    21208, 21200, 19270, 19800, 23400, 19800, 23400, 19800) SECOND)) AS `h`
                    FROM `book` WHERE `book`.`id` = ?
                    """)
                .sqlite("""
                    SELECT FETCHWISE_PART('HOUR', FETCHWISE_LOCAL('Asia/Kolkata', "book"."published_at")) AS "h"
                    FROM "book" WHERE "book"."id" = ?
                    """)
                .h2("""
                    SELECT CAST(EXTRACT(HOUR FROM CAST(FORMATDATETIME("book"."published_at" AT TIME ZONE 'Asia/Kolkata',
                    'uuuu-MM-dd HH:mm:ss.SSSSSS') AS TIMESTAMP(6))) AS INTEGER) AS "h"
                    FROM "book" WHERE "book"."id" = ?
                    """)
                .gives("5")
                .reads("book");
    }

    @Test
    void durations_areBound() {
        expectSql(BOOKS.filter(BOOK.publishedAt.ge(now().minus(days(7)))).values(BOOK.id))
                .postgresql("""
                    SELECT "book"."id" FROM "book" WHERE "book"."published_at" >=
                    CAST(? - ? * INTERVAL '1 microsecond' AS TIMESTAMP WITH TIME ZONE)
                    """)
                .mariadb("""
                    SELECT `book`.`id` FROM `book` WHERE `book`.`published_at` >= (? - INTERVAL ? MICROSECOND)
                    """)
                .sqlite("""
                    SELECT "book"."id" FROM "book" WHERE "book"."published_at" >= FETCHWISE_SHIFTED(?, -(?))
                    """)
                .h2("""
                    SELECT "book"."id" FROM "book" WHERE "book"."published_at" >=
                    DATEADD(MICROSECOND, -(CAST(? AS BIGINT)), CAST(? AS TIMESTAMP(6) WITH TIME ZONE))
                    """)
                .gives()
                .reads("book");
    }
}
