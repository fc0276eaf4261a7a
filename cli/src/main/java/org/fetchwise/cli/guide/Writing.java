package org.fetchwise.cli.guide;

import static org.fetchwise.cli.guide.Notation.bad;
import static org.fetchwise.cli.guide.Notation.change;
import static org.fetchwise.cli.guide.Notation.changing;
import static org.fetchwise.cli.guide.Notation.drafts;
import static org.fetchwise.cli.guide.Notation.equalPart;
import static org.fetchwise.cli.guide.Notation.good;
import static org.fetchwise.cli.guide.Notation.part;
import static org.fetchwise.cli.guide.Notation.premise;
import static org.fetchwise.cli.guide.Notation.queries;
import static org.fetchwise.cli.guide.Notation.queriesAtLeast;
import static org.fetchwise.cli.guide.Notation.queriesAtMost;
import static org.fetchwise.cli.guide.Notation.row;
import static org.fetchwise.example.blog.QPost.POST;

import java.util.List;
import org.fetchwise.cli.guide.Scenario.Change;
import org.fetchwise.cli.guide.Scenario.Expected;
import org.fetchwise.cli.guide.Scenario.Part;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Tag;
import org.fetchwise.example.blog.data.BlogFacts;
import org.fetchwise.example.blog.guide.Part4;
import org.fetchwise.example.blog.guide.Printout;

/** Part 4 of the guide: how rows are written. Every run begins with the same rows. */
final class Writing {
    static final List<Scenario> ROWS_OF_PART_4 =
            List.of(create(), feature(), delete(), increment(), upsert(), createWithTags());

    private Writing() {}

    private static Scenario create() {
        return changing(
                row(
                        "4.1",
                        "create 1,000 posts",
                        List.of(
                                part(null, bad(Part4::createOneByOne, queries(1000))),
                                equalPart("batches of 100", good(Part4::createInBatches, queriesAtMost(10))),
                                equalPart("together", good(Part4::createTogether, queries(1))))),
                change(Writing::printNewPosts));
    }

    private static Scenario feature() {
        return changing(
                row(
                        "4.2",
                        "feature all posts of a category",
                        List.of(part(
                                null,
                                bad(Part4::featureOneByOne, queries(facts -> 1L + facts.ofFirstCategory())),
                                good(Part4::feature, queries(1)))),
                        premise(
                                "the category has some posts, and others have some",
                                facts -> facts.ofFirstCategory() > 0 && facts.ofFirstCategory() < facts.posts())),
                change(Writing::printFeatured));
    }

    private static Scenario delete() {
        return changing(
                row(
                        "4.3",
                        "delete unpublished posts with what hangs on them",
                        List.of(part(
                                null,
                                bad(Part4::deleteOneByOne, queriesAtLeast(facts -> 1L + facts.drafts())),
                                good(Part4::delete, queriesAtMost(7)))),
                        drafts()),
                change(Writing::printWhatIsLeft));
    }

    /** Several threads have several transactions, so nothing could be rolled back. */
    private static Scenario increment() {
        Change views = new Change(
                (blog, facts) -> blog.posts().filter(POST.id.eq(1)).update(POST.viewCount.to(facts.viewsOfFirstPost())),
                (blog, out) -> {});
        return changing(
                row(
                        "4.4",
                        "count readers, 8 threads × 100",
                        List.of(new Part(
                                null,
                                "",
                                Expected.DIFFERS,
                                List.of(
                                        bad(Part4::countReadersInJava),
                                        good(Part4::countReaders, new Bound.Prints(0)))))),
                views);
    }

    private static Scenario upsert() {
        return changing(
                row(
                        "4.5",
                        "upsert 1,000 posts by external_id",
                        List.of(part(
                                null,
                                bad(Part4::importOneByOne, queriesAtLeast(Writing::known)),
                                good(Part4::importTogether, queriesAtMost(20)))),
                        premise("some of the posts are there", facts -> known(facts) > 0)),
                change(Writing::printNewPosts));
    }

    private static long known(BlogFacts facts) {
        return Math.min(facts.posts() / 2, 500);
    }

    private static Scenario createWithTags() {
        return changing(
                row(
                        "4.6",
                        "create 200 posts with 5 tags each",
                        List.of(part(
                                null,
                                bad(Part4::createWithTagsOneByOne, queries(200 + 1000)),
                                good(Part4::createWithTags, queries(2))))),
                change(Writing::printTagged));
    }

    private static void printNewPosts(Blog blog, Printout out) {
        out.print(blog.posts().count());
        var posts = blog.posts()
                .filter(POST.title.startsWith("New post "))
                .selectRelated(POST.author())
                .orderBy(POST.title);
        for (Post post : posts) {
            out.print(post.getTitle() + ", " + post.getSlug() + ", " + post.getContent() + ", "
                    + post.getAuthor().getUsername());
        }
    }

    private static void printFeatured(Blog blog, Printout out) {
        blog.posts().filter(POST.isFeatured).orderBy(POST.id).values(POST.id).forEach(out::print);
    }

    private static void printWhatIsLeft(Blog blog, Printout out) {
        blog.posts().orderBy(POST.id).values(POST.id).forEach(out::print);
        out.print(blog.comments().count());
    }

    private static void printTagged(Blog blog, Printout out) {
        for (Post post : blog.posts().filter(POST.slug.startsWith("new-")).orderBy(POST.slug)) {
            out.print(post.getSlug());
            out.print(post.getTags().stream().map(Tag::getName).sorted().toList());
        }
    }
}
