package org.fetchwise.example.blog.data;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.fetchwise.example.blog.QCategory;
import org.fetchwise.example.blog.QComment;
import org.fetchwise.example.blog.QInvoice;
import org.fetchwise.example.blog.QLike;
import org.fetchwise.example.blog.QPost;
import org.fetchwise.example.blog.QPostTag;
import org.fetchwise.example.blog.QProfile;
import org.fetchwise.example.blog.QRating;
import org.fetchwise.example.blog.QTag;
import org.fetchwise.example.blog.QUser;

/** Makes the rows, table after table. Each table has a source of chance of its own. Mutable; used once. */
final class BlogRows {
    private static final int USERS = 200;
    private static final int MANAGERS = 20;
    private static final int CATEGORIES = 10;
    private static final int ROOT_CATEGORIES = 3;
    private static final int TAGS = 40;
    private static final int INVOICES = 40;
    private static final int MOST_COMMENTS = 25;
    private static final int MOST_TAGS = 12;
    private static final int MOST_RATINGS = 12;
    private static final int MOST_LIKES = 20;
    private static final int LATEST_COMMENTS = 5;
    private static final int CONTENT_BYTES = 2048;
    private static final int DESCRIPTION_BYTES = 500;
    private static final Duration SPAN = Duration.ofDays(400);
    private static final Instant END = BlogData.NOW;
    private static final LocalDate TODAY = LocalDate.ofInstant(END, ZoneOffset.UTC);

    private final int posts;
    private final long seed;
    private final RowInserter rows;
    private final int[] comments;
    private final int[] tags;
    private final int[] likes;
    private final Instant[] written;
    private final int[] views;
    private final int[] categories;

    BlogRows(int posts, long seed, RowInserter rows) {
        this.posts = posts;
        this.seed = seed;
        this.rows = rows;
        comments = Spread.deal(chance("comments a post"), posts, 5, MOST_COMMENTS);
        tags = Spread.deal(chance("tags a post"), posts, 5, MOST_TAGS);
        likes = Spread.deal(chance("likes a post"), posts, 4, MOST_LIKES);
        written = new Instant[posts];
        Random random = chance("time of posts");
        for (int at = 0; at < posts; at++) {
            double share = random.nextDouble();
            // The blog has grown: the nearer the end, the more posts.
            written[at] = before(share * share, END, SPAN);
        }
        views = new int[posts];
        Random seen = chance("views of posts");
        for (int at = 0; at < posts; at++) {
            // Fewer numbers than posts, so some posts tie.
            views[at] = 10 * seen.nextInt(1 + posts / 2);
        }
        categories =
                chance("categories of posts").ints(posts, 1, 1 + CATEGORIES).toArray();
    }

    BlogFacts insert() throws SQLException {
        insertUsers();
        insertProfiles();
        insertCategories();
        insertTags();
        boolean[] drafts = Spread.oneInFive(chance("drafts"), posts);
        int[] authors = authors(drafts);
        insertPosts(authors, drafts);
        insertPostTags();
        BlogFacts.Approved approved = insertComments();
        insertRatings();
        insertLikes();
        insertInvoices();
        return new BlogFacts(
                USERS,
                CATEGORIES,
                posts,
                posts - posts / 5,
                ofFirstUser(authors, drafts),
                recent(drafts),
                positions(at -> categories[at] == 1).length,
                views[0],
                Arrays.stream(comments).sum(),
                approved,
                Arrays.stream(tags).sum());
    }

    private BlogFacts.OfFirstUser ofFirstUser(int[] authors, boolean[] drafts) {
        int[] own = positions(at -> authors[at] == 1);
        return new BlogFacts.OfFirstUser(
                own.length,
                (int) Arrays.stream(own).filter(at -> !drafts[at]).count(),
                Arrays.stream(own).map(at -> comments[at]).sum());
    }

    private BlogFacts.Recent recent(boolean[] drafts) {
        return new BlogFacts.Recent(
                positions(at -> day(at, ZoneOffset.UTC).equals(TODAY)).length,
                positions(at -> isWithin(Duration.ofDays(7), at)).length,
                positions(at -> isWithin(Duration.ofDays(30), at) && !drafts[at] && views[at] >= 50).length,
                positions(at -> !day(at, ZoneOffset.UTC).equals(day(at, ZoneId.of("Europe/Berlin")))).length);
    }

    private int[] positions(IntPredicate condition) {
        return IntStream.range(0, posts).filter(condition).toArray();
    }

    private LocalDate day(int at, ZoneId zone) {
        return LocalDate.ofInstant(written[at], zone);
    }

    private boolean isWithin(Duration age, int at) {
        return !written[at].isBefore(END.minus(age));
    }

    private void insertUsers() throws SQLException {
        Random random = chance("users");
        rows.insert(QUser.META, sink -> {
            for (int id = 1; id <= USERS; id++) {
                String name = capitalized(Prose.words(random, 1)) + " " + capitalized(Prose.words(random, 1));
                sink.add(
                        "user" + id,
                        name,
                        "user" + id + "@example.com",
                        id % 10 != 0,
                        before(random, END, Duration.ofDays(30)),
                        TODAY.minusDays(400 + random.nextInt(1000)),
                        1L + random.nextInt(Math.min(id, MANAGERS)));
            }
        });
    }

    private void insertProfiles() throws SQLException {
        Random random = chance("profiles");
        rows.insert(QProfile.META, sink -> {
            for (long user = 1; user <= USERS; user++) {
                sink.add(
                        user,
                        Prose.text(random, 200),
                        "https://example.com/user" + user,
                        TODAY.minusDays(7000 + random.nextInt(15000)),
                        "{\"theme\":\"" + (random.nextBoolean() ? "dark" : "light") + "\"}");
            }
        });
    }

    private void insertCategories() throws SQLException {
        rows.insert(QCategory.META, sink -> {
            for (int id = 1; id <= CATEGORIES; id++) {
                long parent = id <= ROOT_CATEGORIES ? id : 1 + id % ROOT_CATEGORIES;
                sink.add("Category " + (char) ('K' - id), "category-" + id, parent);
            }
        });
    }

    private void insertTags() throws SQLException {
        rows.insert(QTag.META, sink -> {
            for (int id = 1; id <= TAGS; id++) {
                sink.add("tag-%02d".formatted(TAGS - id + 1));
            }
        });
    }

    /** Some write much more than others, and the first user writes at least the first post and the first draft. */
    private int[] authors(boolean[] drafts) {
        Random random = chance("authors");
        int[] authors = new int[posts];
        for (int at = 1; at < posts; at++) {
            double share = random.nextDouble();
            authors[at] = 1 + (int) (USERS * share * share);
        }
        authors[0] = 1;
        IntStream.range(0, posts).filter(at -> drafts[at]).findFirst().ifPresent(at -> authors[at] = 1);
        return authors;
    }

    private void insertPosts(int[] authors, boolean[] drafts) throws SQLException {
        Random random = chance("posts");
        rows.insert(QPost.META, sink -> {
            for (int at = 0; at < posts; at++) {
                Instant updated = written[at].plusMillis(random.nextInt(60_000));
                boolean draft = drafts[at];
                sink.add(
                        BlogData.externalId(at + 1),
                        "Post " + (at + 1) + ": " + Prose.words(random, 4),
                        "post-" + (at + 1),
                        Prose.text(random, CONTENT_BYTES),
                        Prose.text(random, DESCRIPTION_BYTES),
                        !draft,
                        random.nextInt(10) == 0,
                        views[at],
                        likes[at],
                        BigDecimal.valueOf(random.nextInt(10_000), 2),
                        random.nextInt(1000) / 8.0,
                        written[at],
                        updated.isAfter(END) ? END : updated,
                        draft ? null : LocalDate.ofInstant(written[at], ZoneOffset.UTC),
                        Duration.ofSeconds(60 + random.nextInt(1200)),
                        "{\"words\":" + random.nextInt(400) + "}",
                        (long) authors[at],
                        (long) categories[at]);
            }
        });
    }

    private void insertPostTags() throws SQLException {
        Random random = chance("tags of posts");
        rows.insert(QPostTag.META, sink -> {
            for (int at = 0; at < posts; at++) {
                for (int tag : Spread.distinct(random, tags[at], TAGS)) {
                    sink.add(at + 1L, tag + 1L);
                }
            }
        });
    }

    private BlogFacts.Approved insertComments() throws SQLException {
        Random random = chance("comments");
        boolean[] hidden = Spread.oneInFive(
                chance("hidden comments"), Arrays.stream(comments).sum());
        int[] approved = new int[posts];
        rows.insert(QComment.META, sink -> {
            long id = 0;
            for (int at = 0; at < posts; at++) {
                long first = id + 1;
                for (int number = 0; number < comments[at]; number++) {
                    boolean visible = !hidden[(int) id++];
                    approved[at] += visible ? 1 : 0;
                    boolean reply = number > 0 && random.nextInt(3) == 0;
                    sink.add(
                            at + 1L,
                            1L + random.nextInt(USERS),
                            reply ? first + random.nextInt(number) : id,
                            Prose.text(random, 80 + random.nextInt(80)),
                            visible,
                            before(random, END, Duration.between(written[at], END)));
                }
            }
        });
        int latest = Arrays.stream(approved)
                .map(count -> Math.min(count, LATEST_COMMENTS))
                .sum();
        long more =
                Arrays.stream(approved).filter(count -> count > LATEST_COMMENTS).count();
        return new BlogFacts.Approved(Arrays.stream(approved).sum(), latest, (int) more);
    }

    private void insertRatings() throws SQLException {
        Random random = chance("ratings");
        int[] ratings = Spread.deal(random, posts, 3, MOST_RATINGS);
        rows.insert(QRating.META, sink -> {
            for (int at = 0; at < posts; at++) {
                for (int user : Spread.distinct(random, ratings[at], USERS)) {
                    sink.add(at + 1L, user + 1L, (short) (1 + random.nextInt(5)));
                }
            }
        });
    }

    private void insertLikes() throws SQLException {
        Random random = chance("likes");
        rows.insert(QLike.META, sink -> {
            for (int at = 0; at < posts; at++) {
                for (int user : Spread.distinct(random, likes[at], USERS)) {
                    sink.add(at + 1L, user + 1L, before(random, END, Duration.between(written[at], END)));
                }
            }
        });
    }

    private void insertInvoices() throws SQLException {
        Random random = chance("invoices");
        rows.insert(QInvoice.META, sink -> {
            for (int id = 1; id <= INVOICES; id++) {
                sink.add(
                        1L + random.nextInt(USERS),
                        "2026-%04d".formatted(id),
                        BigDecimal.valueOf(1000 + random.nextInt(100_000), 2));
            }
        });
    }

    private Random chance(String purpose) {
        return new Random(31 * seed + purpose.hashCode());
    }

    private static Instant before(Random random, Instant end, Duration span) {
        return before(random.nextDouble(), end, span);
    }

    private static Instant before(double share, Instant end, Duration span) {
        long microseconds = span.toNanos() / 1000;
        return end.minus((long) (share * microseconds), ChronoUnit.MICROS);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
