package org.fetchwise.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.fetchwise.Database;
import org.fetchwise.servers.Collation;
import org.fetchwise.servers.Engine;
import org.fetchwise.spi.QueryListener;
import org.fetchwise.spi.QueryStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The interpreter computes nothing: what a case asks for is in the statements that the databases are sent. A fragment is
 * what all four databases spell alike; quotes are left out.
 */
final class RecordedSqlTest {
    private static final int FEWEST = 50;

    /** Fragments separated by three dots stand in one statement, in this order. */
    private static final Map<String, String> FRAGMENTS = Map.ofEntries(
            Map.entry("lookups-gt", "WHERE post.view_count > ?"),
            Map.entry("lookups-gt-string", "WHERE tag.name > ?"),
            Map.entry("lookups-range", "WHERE post.id BETWEEN ? AND ?"),
            Map.entry("lookups-isnull-false", "SELECT COUNT(*)...WHERE post.published_on IS NOT NULL"),
            Map.entry("lookups-icontains", "UPPER(post.title)"),
            Map.entry("lookups-in-queryset", "author_id IN (SELECT...is_active = ?"),
            Map.entry("lookups-exact-self-f", "WHERE post.created_at = post.updated_at"),
            Map.entry("lookups-lte-negative", "WHERE post.score <= ?"),
            Map.entry("lookups-isnull-reverse-one-to-one", "LEFT JOIN blog_profile...profile.id IS NULL"),
            Map.entry("relations-fk-column", "JOIN blog_user...WHERE author.username = ?"),
            Map.entry("relations-fk-two-hops", "JOIN blog_post...JOIN blog_category...category.title = ?"),
            Map.entry("relations-reverse-fk-distinct", "SELECT DISTINCT...WHERE posts.view_count = ?"),
            Map.entry("relations-m2m-both-tags-chained", "JOIN blog_tag tags...JOIN blog_tag tags_2...tags_2.name = ?"),
            Map.entry("relations-m2m-both-tags-one-filter", "tags.name = ?...= ?"),
            Map.entry("relations-or-isnull", "post.category_id IS NULL OR parent.title = ?"),
            Map.entry("relations-one-to-one-reverse", "WHERE profile.website IS NOT NULL"),
            Map.entry("relations-via-m2m", "WHERE tags_link.post_id = ?...ORDER BY tag.name"),
            Map.entry("relations-f-manager", "WHERE user.joined < manager.joined"),
            Map.entry("relations-reverse-fk-distinct-count", "COUNT(DISTINCT user.id)"),
            Map.entry("exclude-simple", "WHERE post.published <> ?"),
            Map.entry("exclude-nullable-gt", "post.price <= ? OR post.price IS NULL"),
            Map.entry("exclude-multi-valued", "WHERE NOT EXISTS (SELECT 1 FROM...post.published = ?"),
            Map.entry("exclude-multi-valued-two-conditions", "NOT (EXISTS (SELECT 1...AND EXISTS (SELECT 1"),
            Map.entry("exclude-xor-three", "CASE WHEN post.published = ? THEN 1 ELSE 0 END + CASE WHEN"),
            Map.entry("exclude-f-nullable", "post.price <= post.score OR"),
            Map.entry("exclude-exclude-annotation", "(SELECT COUNT(*) FROM blog_post_tags...<= ?"),
            Map.entry("exclude-multi-valued-isnull", "EXISTS (SELECT 1 FROM blog_comment"),
            Map.entry("ordering-desc", "ORDER BY post.view_count DESC, post.id"),
            Map.entry("ordering-by-related-column", "ORDER BY author.username, post.id"),
            Map.entry("ordering-by-fk-default-ordering", "ORDER BY category.title"),
            Map.entry("ordering-reverse-first", "ORDER BY post.view_count DESC, post.id DESC LIMIT 1"),
            Map.entry("ordering-by-function", "ORDER BY...LENGTH(...post.title...post.id"),
            Map.entry("ordering-by-case", "ORDER BY CASE WHEN post.category_id = ? THEN"),
            Map.entry("ordering-by-annotation-reverse", "ORDER BY (SELECT COUNT(*)...user.username DESC"),
            Map.entry("ordering-by-expression", "ORDER BY post.view_count - post.like_count, post.id"),
            Map.entry("ordering-distinct-extra-order", "SELECT DISTINCT post.published"),
            Map.entry("ordering-default", "FROM blog_category...ORDER BY category.title"),
            Map.entry("slices-limit", "ORDER BY post.id LIMIT 3"),
            Map.entry("slices-offset", "OFFSET ?"),
            Map.entry("slices-limit-offset", "LIMIT 3 OFFSET ?"),
            Map.entry("slices-slice-of-slice", "LIMIT 3 OFFSET ?"),
            Map.entry("slices-slice-of-slice-clipped", "LIMIT 5 OFFSET ?"),
            Map.entry("slices-count", "SELECT COUNT(*) FROM (SELECT...LIMIT 5"),
            Map.entry("slices-count-distinct", "COUNT(*) FROM (SELECT DISTINCT post.author_id"),
            Map.entry("slices-exists-beyond", "LIMIT 1 OFFSET ?"),
            Map.entry("slices-first-ordered", "ORDER BY post.view_count DESC, post.id DESC LIMIT 1"),
            Map.entry("slices-last-unordered", "ORDER BY post.id DESC LIMIT 1"),
            Map.entry("slices-latest", "ORDER BY post.created_at DESC, post.id DESC LIMIT 1"),
            Map.entry("slices-earliest-two", "ORDER BY post.created_at DESC, post.id DESC LIMIT 1"),
            Map.entry("slices-get-pk", "WHERE post.id = ? LIMIT 2"),
            Map.entry("slices-index-of-slice", "LIMIT 1 OFFSET ?"),
            Map.entry("slices-contains-false", "post.id = ? LIMIT 1"),
            Map.entry("fields-only-loaded", "SELECT post.id, post.title FROM"),
            Map.entry("fields-values-related", "SELECT author.username, category.title FROM"),
            Map.entry("fields-values-annotation", "(SELECT COUNT(*) FROM blog_post_tags"),
            Map.entry("fields-dates-year", "SELECT DISTINCT...published_on IS NOT NULL"),
            Map.entry("fields-values-list-expression", "LENGTH(...post.title...AS n, post.id FROM"),
            Map.entry("prefetch-select-related", "JOIN blog_user author ON author.id = post.author_id"),
            Map.entry("prefetch-select-related-first", "ORDER BY comment.id LIMIT 5"),
            Map.entry("prefetch-prefetch-object-order", "comment.post_id...ORDER BY comment.id DESC"),
            Map.entry("prefetch-prefetch-object-sliced-m2m", "ROW_NUMBER() OVER (PARTITION BY...ORDER BY tag.name"),
            Map.entry("prefetch-prefetch-object-two-attrs", "comment.post_id...comment.is_approved = ?"),
            Map.entry("prefetch-naive-count", "COUNT(*) FROM...blog_comment...GROUP BY comment.post_id"));

    @ParameterizedTest
    @EnumSource
    void theStatementsContainWhatTheCasesAskFor(Engine engine) {
        Map<String, Case> cases =
                Corpus.publicCases().stream().collect(Collectors.toMap(Case::id, Function.identity()));
        try (CorpusDatabase corpus = CorpusDatabase.create(engine, Collation.BINARY)) {
            SoftAssertions all = new SoftAssertions();
            FRAGMENTS.forEach((id, fragments) -> all.assertThat(
                            statements(corpus, Objects.requireNonNull(cases.get(id), id)))
                    .as(id + " contains " + fragments)
                    .anyMatch(statement -> contains(statement, fragments)));
            all.assertAll();
        }
    }

    @Test
    void theTableIsLong() {
        assertThat(FRAGMENTS).hasSizeGreaterThanOrEqualTo(FEWEST);
    }

    private static boolean contains(String statement, String fragments) {
        int from = 0;
        for (String fragment : fragments.split("\\.\\.\\.", -1)) {
            int at = statement.indexOf(fragment, from);
            if (at < 0) {
                return false;
            }
            from = at + fragment.length();
        }
        return true;
    }

    private static List<String> statements(CorpusDatabase corpus, Case given) {
        List<String> statements = new ArrayList<>();
        Database listened = corpus.database().withListener(new QueryListener() {
            @Override
            public void started(QueryStart start) {
                statements.add(start.text().replaceAll("[\"`]", ""));
            }
        });
        Interpreter interpreter = new Interpreter(listened);
        Chain<?> chain = interpreter.queries().query(given.json(), corpus.database());
        new Terminals(interpreter).answer(chain, given.json().path("end"));
        return statements;
    }
}
