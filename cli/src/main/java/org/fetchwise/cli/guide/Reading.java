package org.fetchwise.cli.guide;

import static org.fetchwise.cli.guide.Metric.ROWS;
import static org.fetchwise.cli.guide.Metric.VALUE_BYTES;
import static org.fetchwise.cli.guide.Notation.bad;
import static org.fetchwise.cli.guide.Notation.drafts;
import static org.fetchwise.cli.guide.Notation.equalPart;
import static org.fetchwise.cli.guide.Notation.good;
import static org.fetchwise.cli.guide.Notation.part;
import static org.fetchwise.cli.guide.Notation.premise;
import static org.fetchwise.cli.guide.Notation.queries;
import static org.fetchwise.cli.guide.Notation.queriesAtMost;
import static org.fetchwise.cli.guide.Notation.row;
import static org.fetchwise.cli.guide.Notation.rows;
import static org.fetchwise.cli.guide.Notation.untouched;

import java.util.List;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.example.blog.guide.Part1;
import org.fetchwise.example.blog.guide.Part2;
import org.fetchwise.example.blog.guide.Part3;

/** Parts 1 to 3 of the guide: how objects and their columns are read. */
final class Reading {
    static final List<Scenario> ROWS_OF_PART_1 = List.of(walk(), latestComments());

    static final List<Scenario> ROWS_OF_PART_2 = List.of(hasPosts(), count(), newestAndOldest(), secondPage());

    static final List<Scenario> ROWS_OF_PART_3 =
            List.of(wideRows(), valuesAcrossRelation(), deferred(), valuesList(), counted(), customMethods());

    private Reading() {}

    private static Scenario walk() {
        return row(
                "1.1",
                "walk posts → author, category, comments → user",
                List.of(
                        part(
                                null,
                                bad(Part1::walk, queries(facts -> 1 + 3L * facts.posts() + facts.comments())),
                                untouched(Part1::walk, queriesAtMost(5)),
                                good(Part1::walkPrepared, queries(3))),
                        equalPart("users joined", good(Part1::walkJoined, queries(2)))));
    }

    private static Scenario latestComments() {
        return row(
                "1.2",
                "latest 5 approved comments of every post, with their users",
                List.of(part(
                        null,
                        bad(
                                Part1::latestComments,
                                queries(facts ->
                                        1L + facts.posts() + facts.approved().latest())),
                        good(Part1::latestCommentsPrefetched, queries(2)))),
                premise(
                        "some comments are not approved",
                        facts -> facts.approved().comments() < facts.comments()),
                premise(
                        "a post has more than 5 of them",
                        facts -> facts.approved().postsWithMore() > 0));
    }

    private static Scenario hasPosts() {
        return row(
                "2.1",
                "has this author posts?",
                List.of(part(
                        null,
                        bad(
                                Part2::hasPostsByLoading,
                                queries(1),
                                rows(facts -> facts.ofFirstUser().posts())),
                        good(Part2::hasPosts, queries(1), new Bound.AtMost(ROWS, facts -> 1)))),
                premise(
                        "the author wrote some posts and others wrote some",
                        facts -> facts.ofFirstUser().posts() > 0
                                && facts.ofFirstUser().posts() < facts.posts()));
    }

    private static Scenario count() {
        return row(
                "2.2",
                "how many published posts?",
                List.of(part(
                        null,
                        bad(Part2::countByLoading, queries(1), rows(BlogFacts::published)),
                        good(Part2::count, queries(1), rows(facts -> 1)))),
                drafts());
    }

    private static Scenario newestAndOldest() {
        return row(
                "2.3",
                "newest and oldest published post",
                List.of(
                        part("newest", good(Part2::newest, queries(1), rows(facts -> 1))),
                        part("oldest", good(Part2::oldest, queries(1), rows(facts -> 1)))),
                drafts());
    }

    private static Scenario secondPage() {
        return row(
                "2.4",
                "posts 20 to 40, ordered",
                List.of(part(null, good(Part2::secondPage, queries(1), rows(facts -> 20)))),
                premise("there are more than 40 posts", facts -> facts.posts() > 40));
    }

    private static Scenario wideRows() {
        return row(
                "3.1",
                "titles of wide rows",
                List.of(part(
                        null,
                        bad(Part3::titlesOfWideRows, queries(1)),
                        untouched(Part3::titlesOfWideRows, queries(1)),
                        good(Part3::titles, queries(1), new Bound.Saving(VALUE_BYTES, 80)))));
    }

    private static Scenario valuesAcrossRelation() {
        return row(
                "3.2",
                "values across a relation",
                List.of(
                        equalPart("typed rows", good(Part3::typedRows, queries(1))),
                        equalPart("records", good(Part3::records, queries(1)))));
    }

    private static Scenario deferred() {
        return row(
                "3.3",
                "both texts deferred, then the content printed",
                List.of(part(
                        null,
                        bad(Part3::contentDeferred, queries(facts -> 1L + facts.posts())),
                        untouched(Part3::contentDeferred, queries(2)),
                        good(Part3::descriptionDeferred, queries(1)))));
    }

    private static Scenario valuesList() {
        return row(
                "3.4",
                "values as lists",
                List.of(
                        part("flat ids", good(Part3::flatIds, queries(1))),
                        part("pairs", good(Part3::pairs, queries(1)))));
    }

    private static Scenario counted() {
        return row(
                "3.5",
                "comment count, average rating, author in one projection",
                List.of(part(
                        null,
                        bad(Part3::countedOneByOne, queries(facts -> 1 + 3L * facts.posts())),
                        good(Part3::counted, queries(1), rows(BlogFacts::posts)))));
    }

    private static Scenario customMethods() {
        return row(
                "3.6",
                "methods of the blog's own queryset",
                List.of(
                        part("withDetails", good(Part3::withDetails, queries(2))),
                        part("summaryOnly", good(Part3::summaryOnly, queries(1))),
                        part("forApi", good(Part3::forApi, queries(1)))),
                drafts());
    }
}
