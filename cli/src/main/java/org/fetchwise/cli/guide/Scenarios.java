package org.fetchwise.cli.guide;

import static org.fetchwise.cli.guide.Metric.ALLOCATED_BYTES;
import static org.fetchwise.cli.guide.Metric.CPU;
import static org.fetchwise.cli.guide.Metric.MILLISECONDS;
import static org.fetchwise.cli.guide.Metric.QUERIES;
import static org.fetchwise.cli.guide.Notation.bad;
import static org.fetchwise.cli.guide.Notation.good;
import static org.fetchwise.cli.guide.Notation.part;
import static org.fetchwise.cli.guide.Notation.premise;
import static org.fetchwise.cli.guide.Notation.queries;
import static org.fetchwise.cli.guide.Notation.queriesAtMost;
import static org.fetchwise.cli.guide.Notation.row;
import static org.fetchwise.cli.guide.Notation.untouched;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.example.blog.guide.Dashboard;
import org.fetchwise.example.blog.guide.PostList;

/** The rows of the guide, with their bounds. */
public final class Scenarios {
    /** The rows that can be run, in the guide's order. */
    public static final List<Scenario> ALL = Stream.of(
                    Reading.ROWS_OF_PART_1,
                    Reading.ROWS_OF_PART_2,
                    Reading.ROWS_OF_PART_3,
                    Writing.ROWS_OF_PART_4,
                    Computing.ROWS_OF_PART_5,
                    Computing.ROWS_OF_PART_7,
                    List.of(postList(), dashboard()))
            .flatMap(List::stream)
            .toList();

    private Scenarios() {}

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

    private static Scenario dashboard() {
        return row(
                "X.2",
                "user dashboard: three numbers, five comments",
                List.of(part(
                        null,
                        bad(Dashboard::before, queries(15)),
                        untouched(Dashboard::before, queries(7)),
                        good(Dashboard::after, queries(2), new Bound.Saving(QUERIES, 80)))),
                premise(
                        "some of the user's posts are not published",
                        facts -> facts.ofFirstUser().published()
                                < facts.ofFirstUser().posts()),
                premise(
                        "there are more than 5 comments on the user's posts",
                        facts -> facts.ofFirstUser().comments() > 5));
    }
}
