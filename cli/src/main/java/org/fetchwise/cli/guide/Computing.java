package org.fetchwise.cli.guide;

import static org.fetchwise.cli.guide.Notation.bad;
import static org.fetchwise.cli.guide.Notation.differentPart;
import static org.fetchwise.cli.guide.Notation.drafts;
import static org.fetchwise.cli.guide.Notation.good;
import static org.fetchwise.cli.guide.Notation.part;
import static org.fetchwise.cli.guide.Notation.premise;
import static org.fetchwise.cli.guide.Notation.queries;
import static org.fetchwise.cli.guide.Notation.queriesAtMost;
import static org.fetchwise.cli.guide.Notation.row;
import static org.fetchwise.cli.guide.Notation.rows;

import java.util.List;
import org.fetchwise.cli.guide.Scenario.Premise;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.example.blog.guide.Part5;
import org.fetchwise.example.blog.guide.Part7;
import org.fetchwise.example.blog.guide.Windows;

/** Parts 5 and 7 of the guide: what the database computes, in the words of the library or in SQL. */
final class Computing {
    static final List<Scenario> ROWS_OF_PART_5 =
            List.of(stats(), dates(), days(), userStats(), latestPosts(), topOfCategories(), amongOthers());

    static final List<Scenario> ROWS_OF_PART_7 = List.of(rawSql(), template(), listAndDetail(), chain());

    private Computing() {}

    private static Scenario stats() {
        return row(
                "5.1",
                "total, published, drafts, featured",
                List.of(part(
                        null, bad(Part5::statsOneByOne, queries(4)), good(Part5::stats, queries(1), rows(facts -> 1)))),
                drafts());
    }

    private static Scenario dates() {
        return row(
                "5.2",
                "posts since last week; posts of today",
                List.of(
                        part(
                                "last week",
                                bad(Part5::lastWeekInJava, queries(1), rows(BlogFacts::posts)),
                                good(
                                        Part5::lastWeek,
                                        queries(1),
                                        rows(facts -> facts.recent().week()))),
                        part(
                                "today",
                                bad(Part5::todayInJava, queries(1), rows(BlogFacts::posts)),
                                good(
                                        Part5::today,
                                        queries(1),
                                        rows(facts -> facts.recent().today()),
                                        new Bound.UsesIndex("blog_post_created_at")))),
                premise(
                        "some posts are older than a week",
                        facts -> facts.recent().week() < facts.posts()),
                premise(
                        "some posts of the week are not of today",
                        facts -> facts.recent().today() < facts.recent().week()));
    }

    private static Scenario days() {
        return row(
                "5.3",
                "posts per day and per month, in a zone with DST",
                List.of(
                        part(
                                "days",
                                bad(Part5::perDayInJava, queries(1), rows(BlogFacts::posts)),
                                good(Part5::perDay, queries(1))),
                        part(
                                "months",
                                bad(Part5::perMonthInJava, queries(1), rows(BlogFacts::posts)),
                                good(Part5::perMonth, queries(1)))),
                premise(
                        "some days are not those of UTC",
                        facts -> facts.recent().lateEvenings() > 0));
    }

    private static Scenario userStats() {
        return row(
                "5.4",
                "user statistics with an engagement score",
                List.of(part(
                        null,
                        bad(Part5::userStatsOneByOne, queries(facts -> 1 + 4L * facts.users())),
                        good(Part5::userStats, queries(1), rows(BlogFacts::users)))),
                drafts());
    }

    private static Scenario latestPosts() {
        return row(
                "5.5",
                "users with the title of their latest post",
                List.of(part(
                        null,
                        bad(Part5::latestPostsOneByOne, queries(facts -> 1L + facts.users())),
                        good(Part5::latestPosts, queries(1), rows(BlogFacts::users)))));
    }

    private static Scenario topOfCategories() {
        return row(
                "5.6",
                "top 3 posts of every category by views",
                List.of(
                        part(
                                "rank",
                                bad(Windows::topByRankOneByOne, queries(facts -> 1L + facts.categories())),
                                good(Windows::topByRank, queries(1))),
                        part(
                                "dense rank",
                                bad(Windows::topByDenseRankOneByOne, queries(facts -> 1L + facts.categories())),
                                good(Windows::topByDenseRank, queries(1))),
                        part(
                                "row number",
                                bad(Windows::topByRowNumberOneByOne, queries(facts -> 1L + facts.categories())),
                                good(Windows::topByRowNumber, queries(1), rows(facts -> 3L * facts.categories())))));
    }

    private static Scenario amongOthers() {
        return row(
                "5.7",
                "running total of views; percentiles",
                List.of(
                        part(
                                "running total",
                                bad(Windows::runningTotalInJava, queries(1), rows(BlogFacts::posts)),
                                good(Windows::runningTotal, queries(1), rows(BlogFacts::posts))),
                        part(
                                "standings",
                                bad(Windows::standingsInJava, queries(1), rows(BlogFacts::posts)),
                                good(Windows::standings, queries(1), rows(BlogFacts::posts))),
                        part(
                                "median",
                                bad(Windows::medianInJava, queries(1), rows(BlogFacts::posts)),
                                good(Windows::median, queries(1), rows(facts -> 1)))));
    }

    private static Scenario rawSql() {
        return row(
                "7.1",
                "analytics in SQL, into records",
                List.of(
                        part(null, good(Part7::ranks, queries(1))),
                        differentPart("as the guide has it", bad(Part7::ranksAsInTheGuide, queries(1)))));
    }

    private static Scenario template() {
        return row(
                "7.2",
                "a score in SQL as value, condition and order",
                List.of(part(null, good(Part7::customScore, queries(1), rows(facts -> 20)))),
                drafts());
    }

    private static Scenario listAndDetail() {
        return row(
                "7.3",
                "optimizedForList, optimizedForDetail",
                List.of(
                        part("list", good(Part7::list, queries(2))),
                        part("detail", good(Part7::detail, queriesAtMost(5)))),
                drafts());
    }

    private static Scenario chain() {
        Premise more = premise(
                "more than 10 posts are popular and recent",
                facts -> facts.recent().popular() > 10);
        return row(
                "7.4",
                "popularRecent().withStats().optimizedForList()",
                List.of(part(null, good(Part7::chain, queriesAtMost(2)))),
                more);
    }
}
