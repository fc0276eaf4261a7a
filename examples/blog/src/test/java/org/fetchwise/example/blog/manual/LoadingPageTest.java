package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.example.blog.QComment.COMMENT;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.expr.Functions.prefetch;

import java.sql.SQLException;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.example.blog.Comment;
import org.fetchwise.example.blog.Comments;
import org.fetchwise.example.blog.Post;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.meta.FetchMode;
import org.junit.jupiter.api.Test;

/** The code of the page about loading. */
class LoadingPageTest extends SmallBlog {
    LoadingPageTest() throws SQLException {}

    @Test
    void peers() {
        for (Post post : posts.published().newestFirst().limit(50)) {
            print(post.getTitle() + " by " + post.getAuthor().getUsername());
            for (Comment comment : post.getComments()) {
                print(comment.getUser().getUsername() + ": " + comment.getText());
            }
        }
    }

    @Test
    void ahead() {
        List<Post> page = posts.published()
                .selectRelated(POST.author(), POST.category())
                .prefetchRelated(POST.comments().user())
                .list();

        assertThat(page).isNotEmpty();
    }

    @Test
    void partOfACollection() {
        Comments comments = db.querySet(Comments.class);
        Prefetch<Post, List<Comment>> latest = prefetch(
                        POST.comments(),
                        comments.filter(COMMENT.isApproved)
                                .orderBy(COMMENT.createdAt.desc())
                                .limit(5))
                .named("latest");
        for (Post post : posts.prefetchRelated(latest)) {
            for (Comment comment : latest.of(post)) {
                print(comment.getText());
            }
        }
    }

    @Test
    void fromAnywhere() {
        List<Post> chosen = List.of(posts.get(POST.id.eq(1L)), posts.get(POST.id.eq(2L)));
        db.prefetch(chosen, POST.author(), POST.comments().user());

        assertThat(chosen).hasSize(2);
    }

    @Test
    void modes() {
        Database strict = db.withFetchMode(FetchMode.RAISE);
        Post post = strict.objects(POST).get(POST.id.eq(1L));
        assertThatThrownBy(() -> post.getAuthor().getUsername())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining(".selectRelated(POST.author())");
    }

    @Test
    void bounds() {
        List<Post> all = posts.maxPeerRows(20).list();
        assertThat(all).allSatisfy(post -> assertThat(post.getComments()).isNotNull());
    }

    private static void print(String line) {
        assertThat(line).isNotBlank();
    }
}
