package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;
import static org.fetchwise.expr.Functions.json;

import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.example.blog.Post;
import org.fetchwise.expr.Condition;

/** Documents, and parts of them. */
final class JsonTwins {
    private final QuerySet.Of<Post> posts;

    private JsonTwins(Database database) {
        posts = database.objects(POST);
    }

    /** The first hundred posts of which something holds. */
    private Twin those(String id, Condition<Post> condition) {
        return Twin.of(
                "json-" + id, posts.filter(POST.id.le(100)).filter(condition).orderBy(POST.id));
    }

    static List<Twin> of(Database database) {
        JsonTwins twins = new JsonTwins(database);
        var document = json(POST.metadata);
        var language = document.key("lang");
        var number = document.key("n");
        var settings = json(USER.profile().settings);
        var users = database.objects(USER);
        var text = language.asText().named("k");
        var count = POST.count().named("n");
        return List.of(
                twins.those("key", language.eq("en")),
                twins.those("key-number", number.eq(1)),
                twins.those("key-null", number.eq(null)),
                twins.those("key-isnull-false", number.isNotNull()),
                twins.those("column-isnull", document.isNull()),
                twins.those("column-none", document.eq(null)),
                twins.those("exact-list", document.eq(List.of(1, 2, 3))),
                twins.those("exact-text", document.eq("text")),
                twins.those("exact-number", document.eq(5)),
                twins.those("nested", document.key("author").key("name").eq("Alice")),
                twins.those("index-top", document.at(1).eq(2)),
                twins.those(
                        "index-nested",
                        document.key("a").key("b").at(2).key("c").eq(null)),
                twins.those("key-list", document.key("tags").eq(List.of("java"))),
                twins.those("key-icontains", language.asText().icontains("E")),
                twins.those("key-iexact", language.asText().iequals("EN")),
                twins.those("key-startswith", language.asText().startsWith("日")),
                twins.those("key-regex", language.asText().matches("^[df]")),
                twins.those("has-key", document.hasKey("lang")),
                twins.those("has-keys", document.hasKeys("lang", "draft")),
                twins.those("has-any-keys", document.hasAnyKeys("draft", "author")),
                twins.those("has-key-nested", document.key("author").hasKey("age")),
                twins.those("key-special", document.key("key with space").eq("v")),
                twins.those("path-missing", document.key("x").key("y").key("z").eq(1)),
                Twin.of(
                        "json-has-key-null",
                        twins.posts
                                .filter(POST.id.le(100))
                                .filter(document.hasKey("n"), number.eq(null))
                                .orderBy(POST.id)),
                Twin.of(
                        "json-order-by-key",
                        twins.posts.filter(POST.id.le(60), language.isNotNull()).orderBy(language.asText(), POST.id)),
                Twin.of(
                        "json-related",
                        users.filter(settings.key("theme").eq("dark")).orderBy(USER.id)),
                Twin.of(
                        "json-related-has-key",
                        users.filter(settings.hasKey("beta")).orderBy(USER.id)),
                Rows.named(
                        "json-group-by-key",
                        twins.posts
                                .filter(language.isNotNull())
                                .annotate(text)
                                .values(text)
                                .annotate(count)
                                .orderBy(text)));
    }
}
