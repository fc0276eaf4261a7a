package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.example.blog.QPost.POST;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.OnConflict;
import org.fetchwise.Upserted;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Tag;
import org.fetchwise.example.blog.Tags;
import org.junit.jupiter.api.Test;

/** The code of the page about writing. */
class WritingPageTest extends SmallBlog {
    private final Outbox mail = new Outbox();

    WritingPageTest() throws SQLException {}

    /** What would be sent. */
    static final class Outbox {
        final List<Long> sent = new ArrayList<>();

        void send(Long post) {
            sent.add(post);
        }
    }

    @Test
    void transaction() {
        List<Tag> chosen = db.querySet(Tags.class).limit(2).list();
        Post draft = draft();

        db.atomic(() -> {
            Post post = posts.create(draft);
            db.related(post, POST.tags()).setAll(chosen);
            db.onCommit(() -> mail.send(post.getId()));
        });

        assertThat(mail.sent).containsExactly(draft.getId());
        assertThat(db.related(draft, POST.tags()).count()).isEqualTo(2);
    }

    @Test
    void rowsThatMayBeThere() {
        Post known = draft();
        known.setExternalId(posts.first().orElseThrow().getExternalId());
        List<Post> list = List.of(known, draft());

        Upserted done = posts.bulkUpsert(
                list, onConflict(POST.externalId).update(POST.title).update(POST.viewCount.to(POST.viewCount.plus(1))));
        posts.bulkUpsert(list, OnConflict.<Post>onConflict().ignore());

        assertThat(done).isEqualTo(new Upserted(1, 1, 0));
    }

    @Test
    void newObjectsThatReferToEachOther() {
        Tag known = db.querySet(Tags.class).first().orElseThrow();
        Tag fresh = new Tag();
        fresh.setName("fresh");
        Post draft = draft();

        draft.setTags(List.of(known, fresh));
        Post post = posts.saveGraph(draft);

        assertThat(fresh.getId()).isNotNull();
        assertThat(db.related(post, POST.tags()).count()).isEqualTo(2);
    }

    @Test
    void whatIsSent() {
        long before = posts.count();
        List<Post> list = List.of(draft());
        List<Post> stored = posts.limit(3).list();

        posts.filter(POST.published.eq(false)).explainDelete();
        posts.filter(POST.published.eq(false)).explainUpdate(POST.viewCount.to(0));
        posts.explainBulkCreate(list);
        posts.explainBulkUpsert(list, onConflict(POST.externalId).update(POST.title));
        posts.explainBulkUpdate(stored, List.of(POST.title));

        assertThat(posts.count()).isEqualTo(before);
        assertThat(posts.explainDelete()).contains("deletion of Post_tags", "through Comment.post, CASCADE");
    }

    private Post draft() {
        Post given = posts.first().orElseThrow();
        Post draft = new Post();
        draft.setTitle("A draft");
        draft.setSlug("a-draft");
        draft.setContent("Text");
        draft.setDescription("About");
        draft.setCreatedAt(Instant.EPOCH);
        draft.setUpdatedAt(Instant.EPOCH);
        draft.setAuthor(given.getAuthor());
        draft.setCategory(given.getCategory());
        return draft;
    }
}
