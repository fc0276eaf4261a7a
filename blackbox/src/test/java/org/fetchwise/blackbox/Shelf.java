package org.fetchwise.blackbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.fetchwise.blackbox.library.Format;
import org.jspecify.annotations.Nullable;

/**
 * Random books with what belongs to them, as plain values: the same from the same seed. Every value that may be NULL is,
 * sometimes, and values are so few that many are equal.
 *
 * @param books the books, in the order of their keys
 */
record Shelf(List<BookRow> books) {
    private static final int AUTHORS = 6;
    private static final int BOOKS = 24;
    private static final List<String> TAGS = List.of("new", "classic", "out of print");
    private static final List<String> TITLES =
            List.of("Alpha", "alphabet", "Beta 50%", "under_score", "It's", "back\\slash", "x");

    /** An author. */
    record AuthorRow(
            long id,
            String name,
            @Nullable String email,
            boolean active,
            @Nullable LocalDate born,
            @Nullable AuthorRow mentor) {}

    /** A review. */
    record ReviewRow(
            int stars, @Nullable String remark, @Nullable AuthorRow reviewer) {}

    /** A book. */
    record BookRow(
            long id,
            String title,
            int pages,
            @Nullable Double rating,
            BigDecimal price,
            boolean published,
            @Nullable LocalDate publishedOn,
            Format format,
            @Nullable String summary,
            AuthorRow author,
            @Nullable BookRow prequel,
            Set<String> tags,
            List<ReviewRow> reviews) {}

    /** {@return random books} */
    static Shelf of(long seed) {
        Random random = new Random(seed);
        List<AuthorRow> authors = new ArrayList<>();
        for (int id = 1; id <= AUTHORS; id++) {
            authors.add(new AuthorRow(
                    id,
                    "Author " + random.nextInt(4),
                    random.nextBoolean() ? null : "author" + id + "@example.org",
                    random.nextBoolean(),
                    random.nextInt(3) == 0 ? null : LocalDate.of(1950, 1, 1).plusDays(random.nextInt(4)),
                    authors.isEmpty() || random.nextInt(3) == 0 ? null : one(random, authors)));
        }
        List<BookRow> books = new ArrayList<>();
        for (int id = 1; id <= BOOKS; id++) {
            books.add(book(random, id, authors, books));
        }
        return new Shelf(books);
    }

    private static BookRow book(Random random, int id, List<AuthorRow> authors, List<BookRow> before) {
        Set<String> tags = new LinkedHashSet<>();
        TAGS.stream().filter(tag -> random.nextInt(3) == 0).forEach(tags::add);
        List<ReviewRow> reviews = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            reviews.add(new ReviewRow(
                    1 + random.nextInt(5),
                    random.nextBoolean() ? null : "fine",
                    random.nextInt(3) == 0 ? null : one(random, authors)));
        }
        return new BookRow(
                id,
                one(random, TITLES),
                50 * random.nextInt(8),
                random.nextInt(3) == 0 ? null : random.nextInt(10) / 2.0,
                BigDecimal.valueOf(25L * random.nextInt(60), 2),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? null : LocalDate.of(2024, 2, 27).plusDays(random.nextInt(5)),
                one(random, Arrays.asList(Format.values())),
                random.nextBoolean() ? null : "A summary.",
                one(random, authors),
                before.isEmpty() || random.nextBoolean() ? null : one(random, before),
                tags,
                reviews);
    }

    private static <V> V one(Random random, List<V> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** {@return the statements that put the books in the place of all that is there} */
    String statements() {
        List<String> statements = new ArrayList<>(
                List.of("UPDATE \"book\" SET \"prequel_id\" = NULL", "UPDATE \"author\" SET \"mentor_id\" = NULL"));
        for (String table : List.of("review", "book_tag", "book", "tag", "author")) {
            statements.add("DELETE FROM \"" + table + "\"");
        }
        for (int tag = 0; tag < TAGS.size(); tag++) {
            statements.add(insert("tag", "id, label", tag + 1, TAGS.get(tag)));
        }
        Set<AuthorRow> authors = new LinkedHashSet<>();
        books.forEach(book -> {
            collect(book.author(), authors);
            book.reviews().forEach(review -> collect(review.reviewer(), authors));
        });
        for (AuthorRow author : authors) {
            statements.add(insert(
                    "author",
                    "id, name, email, active, born_on, mentor_id",
                    author.id(),
                    author.name(),
                    author.email(),
                    author.active(),
                    author.born(),
                    author.mentor() == null ? null : author.mentor().id()));
        }
        int reviews = 0;
        for (BookRow book : books) {
            statements.add(insert(
                    "book",
                    "id, title, isbn, pages, rating, price, published, published_on, format, summary, author_id,"
                            + " prequel_id",
                    book.id(),
                    book.title(),
                    "isbn" + book.id(),
                    book.pages(),
                    book.rating(),
                    book.price(),
                    book.published(),
                    book.publishedOn(),
                    book.format(),
                    book.summary(),
                    book.author().id(),
                    book.prequel() == null ? null : book.prequel().id()));
            for (String tag : book.tags()) {
                statements.add(insert("book_tag", "book_id, tag_id", book.id(), 1 + TAGS.indexOf(tag)));
            }
            for (ReviewRow review : book.reviews()) {
                statements.add(insert(
                        "review",
                        "id, book_id, reviewer_id, stars, remark, written_at",
                        ++reviews,
                        book.id(),
                        review.reviewer() == null ? null : review.reviewer().id(),
                        review.stars(),
                        review.remark(),
                        "2021-01-01T10:00:00.000000Z"));
            }
        }
        return String.join(";\n", statements) + ";\n";
    }

    /** A mentor comes before those who follow him. */
    private static void collect(@Nullable AuthorRow author, Set<AuthorRow> all) {
        if (author != null) {
            collect(author.mentor(), all);
            all.add(author);
        }
    }

    private static String insert(String table, String columns, @Nullable Object... values) {
        String names = Arrays.stream(columns.split(", ", -1))
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
        String literals = Arrays.stream(values).map(Shelf::literal).collect(Collectors.joining(", "));
        return "INSERT INTO \"%s\" (%s) VALUES (%s)".formatted(table, names, literals);
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Number number -> number.toString();
            case Boolean truth -> truth.toString().toUpperCase(Locale.ROOT);
            default -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
