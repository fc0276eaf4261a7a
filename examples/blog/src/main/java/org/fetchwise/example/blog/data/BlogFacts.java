package org.fetchwise.example.blog.data;

/**
 * What is true of the rows of {@link BlogData}, counted while they were made and not by a query.
 *
 * @param posts how many posts there are
 * @param published how many of them are published
 * @param postsOfFirstUser how many of them the user with the key 1 wrote
 * @param comments how many comments there are
 * @param approved how many of them are approved
 * @param tagLinks how many links there are between posts and tags
 */
public record BlogFacts(int posts, int published, int postsOfFirstUser, int comments, Approved approved, int tagLinks) {
    /**
     * What is true of the approved comments.
     *
     * @param comments how many there are
     * @param latest how many there are if no post may have more than five
     * @param postsWithMore how many posts have more than five
     */
    public record Approved(int comments, int latest, int postsWithMore) {}
}
