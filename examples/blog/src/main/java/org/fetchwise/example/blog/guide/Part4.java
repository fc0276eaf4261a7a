package org.fetchwise.example.blog.guide;

import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QPostTag.POST_TAG;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fetchwise.Upserted;
import org.fetchwise.example.blog.Blog;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.PostTag;
import org.fetchwise.example.blog.Tag;
import org.fetchwise.example.blog.User;
import org.fetchwise.example.blog.data.BlogData;

/** Part 4 of the guide: rows that are written one by one. */
public final class Part4 {
    private static final int CREATED = 1000;
    private static final int IMPORTED = 1000;
    private static final int TAGGED = 200;
    private static final int BATCH = 100;
    private static final int THREADS = 8;
    private static final int INCREMENTS = 100;
    private static final long CATEGORY = 1;
    private static final long READ = 1;

    private Part4() {}

    /**
     * What came of posts that another system has sent.
     *
     * @param inserted how many are new
     * @param updated how many were there
     */
    public record Imported(long inserted, long updated) {}

    /**
     * 4.1: a thousand posts, inserted one by one.
     *
     * @param blog the blog
     * @param out takes how many keys they were given
     */
    public static void createOneByOne(Blog blog, Printout out) {
        List<Post> created = new ArrayList<>();
        for (int number = 1; number <= CREATED; number++) {
            created.add(blog.posts().create(newPost(blog, number)));
        }
        out.print(keys(created));
    }

    /**
     * 4.1: a thousand posts, inserted a hundred at a time.
     *
     * @param blog the blog
     * @param out takes how many keys they were given
     */
    public static void createInBatches(Blog blog, Printout out) {
        List<Post> posts = IntStream.rangeClosed(1, CREATED)
                .mapToObj(number -> newPost(blog, number))
                .toList();
        out.print(keys(blog.posts().bulkCreate(posts, BATCH)));
    }

    /**
     * 4.1: a thousand posts, as many at a time as the database takes.
     *
     * @param blog the blog
     * @param out takes how many keys they were given
     */
    public static void createTogether(Blog blog, Printout out) {
        List<Post> posts = IntStream.rangeClosed(1, CREATED)
                .mapToObj(number -> newPost(blog, number))
                .toList();
        out.print(keys(blog.posts().bulkCreate(posts)));
    }

    private static long keys(List<Post> posts) {
        return posts.stream()
                .map(Post::getId)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    /**
     * 4.2: the posts of a category are put on the first page, one by one.
     *
     * @param blog the blog
     * @param out takes how many they are
     */
    public static void featureOneByOne(Blog blog, Printout out) {
        List<Post> posts = blog.posts().filter(POST.category().id.eq(CATEGORY)).list();
        for (Post post : posts) {
            post.setFeatured(true);
            blog.posts().save(post);
        }
        out.print(posts.size());
    }

    /**
     * 4.2: the posts of a category are put on the first page.
     *
     * @param blog the blog
     * @param out takes how many they are
     */
    public static void feature(Blog blog, Printout out) {
        long featured = blog.posts().filter(POST.category().id.eq(CATEGORY)).update(POST.isFeatured.to(true));
        out.print(featured);
    }

    /**
     * 4.3: drafts are deleted, with what hangs on them, one by one.
     *
     * @param blog the blog
     * @param out takes how many rows of which entity went
     */
    public static void deleteOneByOne(Blog blog, Printout out) {
        Map<String, Long> deleted = new TreeMap<>();
        for (Post post : blog.posts().drafts()) {
            blog.posts().delete(post).rows().forEach((entity, rows) -> deleted.merge(entity, rows, Long::sum));
        }
        out.print(deleted);
    }

    /**
     * 4.3: drafts are deleted, with what hangs on them.
     *
     * @param blog the blog
     * @param out takes how many rows of which entity went
     */
    public static void delete(Blog blog, Printout out) {
        out.print(blog.posts().drafts().delete().rows());
    }

    /**
     * 4.4: readers are counted by a program that reads a number and writes a greater one; what others write in between is lost.
     *
     * @param blog the blog
     * @param out takes how many readers were lost
     */
    public static void countReadersInJava(Blog blog, Printout out) {
        long before = views(blog);
        inThreads(() -> {
            Post post = blog.posts().get(POST.id.eq(READ));
            post.setViewCount(post.getViewCount() + 1);
            blog.posts().save(post);
        });
        out.print(before + THREADS * INCREMENTS - views(blog));
    }

    /**
     * 4.4: readers are counted by the database.
     *
     * @param blog the blog
     * @param out takes how many readers were lost
     */
    public static void countReaders(Blog blog, Printout out) {
        long before = views(blog);
        inThreads(() -> blog.posts().filter(POST.id.eq(READ)).update(POST.viewCount.to(POST.viewCount.plus(1))));
        out.print(before + THREADS * INCREMENTS - views(blog));
    }

    private static long views(Blog blog) {
        return blog.posts().filter(POST.id.eq(READ)).values(POST.viewCount).get();
    }

    private static void inThreads(Runnable reader) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int time = 0; time < INCREMENTS; time++) {
                        reader.run();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A reader was not counted.", failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * 4.5: posts that another system has sent, some of which are there already. The new ones are inserted together, but each
     * of the others is an update of its own; and what comes in between the question and the answer is an error.
     *
     * @param blog the blog
     * @param out takes how many were inserted and updated
     */
    public static void importOneByOne(Blog blog, Printout out) {
        List<Post> sent = sent(blog);
        long inserted = 0;
        long updated = 0;
        for (int from = 0; from < sent.size(); from += BATCH) {
            List<Post> batch = sent.subList(from, Math.min(from + BATCH, sent.size()));
            Set<Object> known = new HashSet<>(blog.posts()
                    .filter(POST.externalId.isIn(
                            batch.stream().map(Post::getExternalId).toList()))
                    .values(POST.externalId)
                    .list());
            List<Post> unknown = new ArrayList<>();
            for (Post post : batch) {
                if (known.contains(post.getExternalId())) {
                    updated += blog.posts()
                            .filter(POST.externalId.eq(post.getExternalId()))
                            .update(POST.title.to(post.getTitle()), POST.content.to(post.getContent()));
                } else {
                    unknown.add(post);
                }
            }
            inserted += blog.posts().bulkCreate(unknown).size();
        }
        out.print(new Imported(inserted, updated));
    }

    /**
     * 4.5: posts that another system has sent, some of which are there already: the database itself sees which.
     *
     * @param blog the blog
     * @param out takes how many were inserted and updated
     */
    public static void importTogether(Blog blog, Printout out) {
        Upserted imported = blog.posts()
                .bulkUpsert(sent(blog), onConflict(POST.externalId).update(POST.title, POST.content), BATCH);
        out.print(new Imported(imported.inserted(), imported.updated()));
    }

    /** A thousand posts; of a blog that has as many or more, half are there. */
    private static List<Post> sent(Blog blog) {
        int posts = (int) blog.posts().count();
        int first = 1 + Math.max(posts / 2, posts - IMPORTED / 2);
        return IntStream.range(first, first + IMPORTED)
                .mapToObj(number -> {
                    Post post = newPost(blog, number);
                    post.setExternalId(BlogData.externalId(number));
                    return post;
                })
                .toList();
    }

    /**
     * 4.6: posts and their tags, one by one.
     *
     * @param blog the blog
     * @param out takes how many keys the posts were given
     */
    public static void createWithTagsOneByOne(Blog blog, Printout out) {
        List<Post> created = new ArrayList<>();
        for (int number = 1; number <= TAGGED; number++) {
            Post post = blog.posts().create(newPost(blog, number));
            for (Tag tag : tags(blog, number)) {
                blog.db().related(post, POST.tags()).add(tag);
            }
            created.add(post);
        }
        out.print(keys(created));
    }

    /**
     * 4.6: posts and their tags, all posts first, and then all links.
     *
     * @param blog the blog
     * @param out takes how many keys the posts were given
     */
    public static void createWithTags(Blog blog, Printout out) {
        blog.db().atomic(() -> {
            List<Post> created = blog.posts()
                    .bulkCreate(IntStream.rangeClosed(1, TAGGED)
                            .mapToObj(number -> newPost(blog, number))
                            .toList());
            List<PostTag> links = new ArrayList<>();
            for (int number = 1; number <= TAGGED; number++) {
                for (Tag tag : tags(blog, number)) {
                    PostTag link = new PostTag();
                    link.setPost(created.get(number - 1));
                    link.setTag(tag);
                    links.add(link);
                }
            }
            blog.db().objects(POST_TAG).bulkCreate(links);
            out.print(keys(created));
        });
    }

    /** Five tags that differ from post to post. A reference is no query. */
    private static List<Tag> tags(Blog blog, int number) {
        return IntStream.range(0, 5)
                .mapToObj(step -> blog.tags().ref(1L + (number + 7L * step) % 40))
                .toList();
    }

    private static Post newPost(Blog blog, int number) {
        Instant now = blog.db().clock().instant();
        User author = blog.users().ref(1L);
        Post post = new Post();
        post.setTitle("New post " + number);
        post.setSlug("new-" + number);
        post.setContent("Content " + number);
        post.setAuthor(author);
        post.setCreatedAt(now);
        post.setUpdatedAt(now);
        return post;
    }
}
