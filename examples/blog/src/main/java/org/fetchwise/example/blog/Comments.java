package org.fetchwise.example.blog;

import static org.fetchwise.example.blog.QComment.COMMENT;

import org.fetchwise.QuerySet;

/** The comments. */
public interface Comments extends QuerySet<Comment, Comments> {
    /** {@return the comments that readers may see} */
    default Comments approved() {
        return filter(COMMENT.isApproved);
    }

    /** {@return the comments in the order of their writing, the newest first} */
    default Comments newestFirst() {
        return orderBy(COMMENT.createdAt.desc(), COMMENT.id.desc());
    }

    /** {@return the comments together with their users} */
    default Comments withUsers() {
        return selectRelated(COMMENT.user());
    }

    /**
     * {@return the comments on what somebody has written}
     *
     * @param author who has written it
     */
    default Comments onPostsOf(User author) {
        return filter(COMMENT.post().author().eq(author));
    }
}
