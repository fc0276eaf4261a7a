package org.fetchwise.example.blog.data;

/**
 * What is true of the rows of {@link BlogData}, counted while they were made and not by a query.
 *
 * @param users how many users there are
 * @param categories how many categories there are
 * @param posts how many posts there are
 * @param published how many of them are published
 * @param ofFirstUser what is true of those that the user with the key 1 wrote
 * @param recent what is true of the newest posts
 * @param ofFirstCategory how many posts are in the category with the key 1
 * @param viewsOfFirstPost how often the post with the key 1 has been seen
 * @param comments how many comments there are
 * @param approved how many of them are approved
 * @param tagLinks how many links there are between posts and tags
 */
public record BlogFacts(
        int users,
        int categories,
        int posts,
        int published,
        OfFirstUser ofFirstUser,
        Recent recent,
        int ofFirstCategory,
        int viewsOfFirstPost,
        int comments,
        Approved approved,
        int tagLinks) {
    /**
     * What is true of the posts of the user with the key 1.
     *
     * @param posts how many there are
     * @param published how many of them are published
     * @param comments how many comments there are on them
     */
    public record OfFirstUser(int posts, int published, int comments) {}

    /**
     * What is true of the times of posts.
     *
     * @param today how many posts were written on the story's last day
     * @param week how many were written in its last seven days
     * @param popular how many of its last thirty days are published and have been seen at least 50 times
     * @param lateEvenings how many posts were written on one day in UTC, and on the next one in Berlin
     */
    public record Recent(int today, int week, int popular, int lateEvenings) {}

    /**
     * What is true of the approved comments.
     *
     * @param comments how many there are
     * @param latest how many there are if no post may have more than five
     * @param postsWithMore how many posts have more than five
     */
    public record Approved(int comments, int latest, int postsWithMore) {}

    /** {@return how many posts are not published} */
    public int drafts() {
        return posts - published;
    }
}
