package org.fetchwise.cli.guide;

import static org.fetchwise.cli.guide.Metric.QUERIES;
import static org.fetchwise.cli.guide.Metric.ROWS;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.fetchwise.cli.guide.Scenario.Attempt;
import org.fetchwise.cli.guide.Scenario.Change;
import org.fetchwise.cli.guide.Scenario.Code;
import org.fetchwise.cli.guide.Scenario.Expected;
import org.fetchwise.cli.guide.Scenario.Part;
import org.fetchwise.cli.guide.Scenario.Premise;
import org.fetchwise.example.blog.data.BlogFacts;
import org.jspecify.annotations.Nullable;

/** The words in which the rows of the guide are written down. */
final class Notation {
    private Notation() {}

    static Scenario row(String id, String title, List<Part> parts, Premise... premises) {
        return new Scenario(id, title, parts, List.of(premises), null);
    }

    static Scenario changing(Scenario row, Change change) {
        return new Scenario(row.id(), row.title(), row.parts(), row.premises(), change);
    }

    /** A change that is rolled back. */
    static Change change(Code state) {
        return new Change(null, state);
    }

    static Part part(@Nullable String name, Attempt... attempts) {
        return new Part(name, name == null ? "" : name, Expected.SAME, List.of(attempts));
    }

    /** A part that has a name of its own, and prints what the row's others print. */
    static Part equalPart(String name, Attempt... attempts) {
        return new Part(name, "", Expected.SAME, List.of(attempts));
    }

    /** A part that must not print what the row's part without a name prints. */
    static Part differentPart(String name, Attempt... attempts) {
        return new Part(name, "", Expected.DIFFERS, List.of(attempts));
    }

    static Attempt bad(Code code, Bound... bounds) {
        return new Attempt(Variant.BAD, code, List.of(bounds));
    }

    static Attempt untouched(Code code, Bound... bounds) {
        return new Attempt(Variant.DEFAULT, code, List.of(bounds));
    }

    static Attempt good(Code code, Bound... bounds) {
        return new Attempt(Variant.GOOD, code, List.of(bounds));
    }

    static Bound queries(long exactly) {
        return queries(facts -> exactly);
    }

    static Bound queries(ToLongFunction<BlogFacts> exactly) {
        return new Bound.Exactly(QUERIES, exactly);
    }

    static Bound queriesAtMost(long most) {
        return queriesAtMost(facts -> most);
    }

    static Bound queriesAtMost(ToLongFunction<BlogFacts> most) {
        return new Bound.AtMost(QUERIES, most);
    }

    static Bound queriesAtLeast(ToLongFunction<BlogFacts> least) {
        return new Bound.AtLeast(QUERIES, least);
    }

    static Bound rows(ToLongFunction<BlogFacts> exactly) {
        return new Bound.Exactly(ROWS, exactly);
    }

    static Premise drafts() {
        return premise("some posts are not published", facts -> facts.published() < facts.posts());
    }

    static Premise premise(String claim, Predicate<BlogFacts> holds) {
        return new Premise(claim, holds);
    }
}
