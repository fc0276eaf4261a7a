package org.fetchwise.cli.guide;

import static org.fetchwise.cli.guide.Metric.ALLOCATED_BYTES;
import static org.fetchwise.cli.guide.Metric.CPU;
import static org.fetchwise.cli.guide.Metric.MILLISECONDS;
import static org.fetchwise.cli.guide.Metric.QUERIES;
import static org.fetchwise.cli.guide.Metric.ROWS;
import static org.fetchwise.cli.guide.Metric.VALUE_BYTES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.cli.guide.Scenario.Code;
import org.fetchwise.cli.guide.Scenario.Part;
import org.fetchwise.cli.guide.Scenario.Premise;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.example.blog.guide.Part1;
import org.fetchwise.example.blog.guide.Part2;
import org.fetchwise.example.blog.guide.Part3;
import org.fetchwise.example.blog.guide.PostList;
import org.jspecify.annotations.Nullable;

/** The rows of the guide, with their bounds. */
public final class Scenarios {
    /** The rows that can be run, in the guide's order. */
    public static final List<Scenario> ALL = List.of(
            walk(),
            latestComments(),
            hasPosts(),
            count(),
            newestAndOldest(),
            secondPage(),
            wideRows(),
            valuesAcrossRelation(),
            deferred(),
            valuesList(),
            postList());

    private Scenarios() {}

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
                        new Part("users joined", "", List.of(good(Part1::walkJoined, queries(2))))));
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
                        bad(Part2::hasPostsByLoading, queries(1), rows(BlogFacts::postsOfFirstUser)),
                        good(Part2::hasPosts, queries(1), new Bound.AtMost(ROWS, 1)))),
                premise(
                        "the author wrote some posts and others wrote some",
                        facts -> facts.postsOfFirstUser() > 0 && facts.postsOfFirstUser() < facts.posts()));
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
                        new Part("typed rows", "", List.of(good(Part3::typedRows, queries(1)))),
                        new Part("records", "", List.of(good(Part3::records, queries(1))))));
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

    private static Scenario postList() {
        List<Bound> untouched = new ArrayList<>(List.of(queries(5)));
        untouched.addAll(floors());
        List<Bound> good = new ArrayList<>(List.of(queriesAtMost(3)));
        good.addAll(floors());
        return row(
                "X.1",
                "blog post list: author, category, comment count, tags",
                List.of(part(
                        null,
                        bad(PostList::before, queries(facts -> 1 + 4L * facts.posts())),
                        new Attempt(Variant.DEFAULT, PostList::before, untouched),
                        new Attempt(Variant.GOOD, PostList::after, good))));
    }

    /** {@return what the guide promises of {@code X.1}, on every database} */
    public static List<Bound.Saving> floors() {
        return List.of(
                new Bound.Saving(QUERIES, 80),
                new Bound.Saving(MILLISECONDS, 70),
                new Bound.Saving(ALLOCATED_BYTES, 50),
                new Bound.Saving(CPU, 40));
    }

    private static Scenario row(String id, String title, List<Part> parts, Premise... premises) {
        return new Scenario(id, title, parts, List.of(premises));
    }

    private static Part part(@Nullable String name, Attempt... attempts) {
        return new Part(name, name == null ? "" : name, List.of(attempts));
    }

    private static Attempt bad(Code code, Bound... bounds) {
        return new Attempt(Variant.BAD, code, List.of(bounds));
    }

    private static Attempt untouched(Code code, Bound... bounds) {
        return new Attempt(Variant.DEFAULT, code, List.of(bounds));
    }

    private static Attempt good(Code code, Bound... bounds) {
        return new Attempt(Variant.GOOD, code, List.of(bounds));
    }

    private static Bound queries(long exactly) {
        return queries(facts -> exactly);
    }

    private static Bound queries(ToLongFunction<BlogFacts> exactly) {
        return new Bound.Exactly(QUERIES, exactly);
    }

    private static Bound queriesAtMost(long most) {
        return new Bound.AtMost(QUERIES, most);
    }

    private static Bound rows(ToLongFunction<BlogFacts> exactly) {
        return new Bound.Exactly(ROWS, exactly);
    }

    private static Premise drafts() {
        return premise("some posts are not published", facts -> facts.published() < facts.posts());
    }

    private static Premise premise(String claim, Predicate<BlogFacts> holds) {
        return new Premise(claim, holds);
    }
}
