package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QAuthor.AUTHOR;
import static org.fetchwise.blackbox.library.QBook.BOOK;
import static org.fetchwise.expr.Functions.call;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.pi;
import static org.fetchwise.expr.Functions.sqlCondition;
import static org.fetchwise.expr.Functions.sqlDouble;
import static org.fetchwise.expr.Functions.sqlText;
import static org.fetchwise.expr.Functions.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.fetchwise.blackbox.library.Book;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.expr.Expr;
import org.fetchwise.expr.StringExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.Test;

/** Functions of texts and numbers: the same answers on every database. */
class FunctionsTest extends LibraryTest {
    private final Engine engine;

    FunctionsTest(Engine engine) {
        super(engine);
        this.engine = engine;
    }

    private <V> V first(Expr<? super Book, V> expression) {
        return books.filter(BOOK.id.eq(4)).values(expression).get();
    }

    @Test
    void texts_areTakenApartAndPutTogether() {
        StringExpr<Book> title = BOOK.title;
        assertThat(first(title.left(3))).isEqualTo("Del");
        assertThat(first(title.right(3))).isEqualTo("50%");
        assertThat(first(title.left(99))).isEqualTo("Delta_50%");
        assertThat(first(title.substring(6))).isEqualTo("_50%");
        assertThat(first(title.substring(2, 3))).isEqualTo("elt");
        assertThat(first(title.replace("_", ", "))).isEqualTo("Delta, 50%");
        assertThat(first(title.concat("  ").rtrim())).isEqualTo("Delta_50%");
        assertThat(first(value("  x ").call("trim"))).isEqualTo("x");
        assertThat(first(title.lpad(12, "ab"))).isEqualTo("abaDelta_50%");
        assertThat(first(title.rpad(12, "ab"))).isEqualTo("Delta_50%aba");
        assertThat(first(title.lpad(2, "ab"))).isEqualTo("De");
        assertThat(first(title.left(1).repeat(3))).isEqualTo("DDD");
        assertThat(first(title.repeat(0))).isEmpty();
        assertThat(first(title.reversed())).isEqualTo("%05_atleD");
        assertThat(first(title.indexOf("50"))).isEqualTo(7);
        assertThat(first(title.indexOf("DELTA"))).isZero();
        assertThat(first(title.codePoint())).isEqualTo('D');
        assertThat(first(BOOK.pages.plus(-303).asCharacter())).isEqualTo("a");
        assertThat(first(title.nullIf("Delta_50%"))).isNull();
        assertThat(first(title.orElse(BOOK.summary))).isEqualTo("Delta_50%");
    }

    @Test
    void characters_beyondTheBasicPlane_areOne() {
        assertThat(first(value("a😀é").call("length"))).isEqualTo(3);
        assertThat(first(value("a😀é").call("reverse"))).isEqualTo("é😀a");
        assertThat(first(value("é").call("ord"))).isEqualTo(233);
        assertThat(first(call("chr", 233))).isEqualTo("é");
        assertThat(first(call("chr", 0x1F600))).isEqualTo("😀");
        assertThat(first(value("a😀é").call("left", 2))).isEqualTo("a😀");
        assertThat(first(value("a😀é").call("right", 2))).isEqualTo("😀é");
        assertThat(first(value("a😀é").call("substring", 2))).isEqualTo("😀é");
        assertThat(first(value("a😀é").call("substring", 3, 5))).isEqualTo("é");
        assertThat(first(value("a😀é").call("str_index", "é"))).isEqualTo(3);
        assertThat(first(value("a😀").call("lpad", 4, "é"))).isEqualTo("ééa😀");
        assertThat(first(value("a😀").call("rpad", 5, "é😀"))).isEqualTo("a😀é😀é");
    }

    @Test
    void functionsOfNull_areNull() {
        StringExpr<Book> none = BOOK.title.nullIf("Delta_50%");
        assertThat(first(none.reversed())).isNull();
        assertThat(first(none.lpad(4, "x"))).isNull();
        assertThat(first(none.right(2))).isNull();
        assertThat(first(none.substring(2, 1))).isNull();
    }

    @Test
    void halves_areRoundedAwayFromZero() {
        assertThat(first(BOOK.rating.minus(2.5).round())).isEqualTo(3.0);
        assertThat(first(BOOK.rating.minus(7.5).round())).isEqualTo(-3.0);
        assertThat(first(call("round", field("rating").minus(7.5)))).isEqualTo(-3.0);
    }

    @Test
    void functionsByName_keepDecimals() {
        assertThat((BigDecimal) first(field("price").call("power", 2))).isEqualByComparingTo("9998.0001");
        assertThat((BigDecimal) first(field("price").call("abs").call("sqrt")))
                .isCloseTo(new BigDecimal("9.999499987"), Offset.offset(new BigDecimal("1e-8")));
    }

    @Test
    void truthValues_areNumbersWhenConverted() {
        assertThat(first(field("published").cast(Long.class))).isEqualTo(1L);
        assertThat(first(field("published").cast(Double.class))).isEqualTo(1.0);
    }

    @Test
    void hashes_areThoseOfJava() throws NoSuchAlgorithmException {
        assertThat(first(BOOK.title.md5())).isEqualTo(hash("MD5"));
        assertThat(first(BOOK.title.sha224())).isEqualTo(hash("SHA-224"));
        assertThat(first(BOOK.title.sha256())).isEqualTo(hash("SHA-256"));
        assertThat(first(BOOK.title.sha384())).isEqualTo(hash("SHA-384"));
        assertThat(first(BOOK.title.sha512())).isEqualTo(hash("SHA-512"));
        if (engine == Engine.POSTGRESQL) {
            assertThatThrownBy(() -> first(BOOK.title.sha1()))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("pgcrypto");
        } else {
            assertThat(first(BOOK.title.sha1())).isEqualTo(hash("SHA-1"));
        }
    }

    private static String hash(String algorithm) throws NoSuchAlgorithmException {
        byte[] title = "Delta_50%".getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(title));
    }

    @Test
    void numbers_areRoundedAndMeasured() {
        assertThat(first(BOOK.rating.minus(5.5).abs())).isEqualTo(0.5);
        assertThat(first(BOOK.rating.minus(5.5).ceil())).isEqualTo(0.0, Offset.offset(0.0));
        assertThat(first(BOOK.rating.minus(5.5).floor())).isEqualTo(-1.0);
        assertThat(first(BOOK.rating.dividedBy(3).round(2))).isEqualTo(1.67);
        assertThat(first(BOOK.price.round(1))).isEqualByComparingTo(new BigDecimal("100.0"));
        assertThat(first(BOOK.price.asDecimal(6, 1))).isEqualByComparingTo(new BigDecimal("100.0"));
        assertThat(first(BOOK.pages.minus(500).sign())).isEqualTo(-1);
        assertThat(first(BOOK.pages.sqrt())).isEqualTo(20.0);
        assertThat(first(BOOK.pages.power(2))).isEqualTo(160_000.0);
        near(first(BOOK.pages.log(20)), 2);
        near(first(BOOK.rating.ln()), Math.log(5));
        near(first(BOOK.rating.exp()), Math.exp(5));
        near(first(BOOK.rating.sin()), Math.sin(5));
        near(first(BOOK.rating.cos()), Math.cos(5));
        near(first(BOOK.rating.tan()), Math.tan(5));
        near(first(BOOK.rating.cot()), 1 / Math.tan(5));
        near(first(BOOK.rating.atan()), Math.atan(5));
        near(first(BOOK.rating.atan2(BOOK.pages)), Math.atan2(5, 400));
        near(first(BOOK.rating.degrees()), Math.toDegrees(5));
        near(first(BOOK.rating.radians()), Math.toRadians(5));
        near(first(pi()), Math.PI);
    }

    private static void near(double actual, double expected) {
        Assertions.assertThat(actual).isCloseTo(expected, Offset.offset(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void wholeNumbers_haveBitsAndQuotients() {
        assertThat(first(BOOK.pages.quotient(-3))).isEqualTo(-133);
        assertThat(first(BOOK.pages.minus(407).mod(4))).isEqualTo(-3);
        assertThat(first(BOOK.pages.bitAnd(0b1_0000_1111))).isEqualTo(400 & 0b1_0000_1111);
        assertThat(first(BOOK.pages.bitOr(15))).isEqualTo(400 | 15);
        assertThat(first(BOOK.pages.bitXor(255))).isEqualTo(400 ^ 255);
        assertThat(first(BOOK.pages.shiftLeft(2))).isEqualTo(1_600);
        assertThat(first(BOOK.pages.minus(409).shiftRight(1))).isEqualTo(-5);
        assertThat(first(BOOK.rating.plus(0.75).asLong())).isEqualTo(engine == Engine.POSTGRESQL ? 6 : 5);
        assertThat(first(BOOK.pages.asText())).isEqualTo("400");
        assertThat(first(BOOK.isbn.asLong())).isEqualTo(444);
    }

    @Test
    void extremes_withNull_areThoseOfTheDatabase() {
        assertThat(first(BOOK.rating.greatest(BOOK.rating.minus(1)))).isEqualTo(5.0);
        Double withNull = books.filter(BOOK.id.eq(2))
                .values(BOOK.rating.least(BOOK.pages.asDouble()))
                .get();
        assertThat(withNull).isEqualTo(engine == Engine.POSTGRESQL ? 200.0 : null);
    }

    @Test
    void templates_bindTheirOperands() {
        var score = sqlDouble("{0} * 0.3 + {1} * 0.5", BOOK.pages, BOOK.tags().count());
        assertThat(books.annotate(score.named("score"))
                        .orderBy(score.desc())
                        .values(BOOK.id)
                        .list())
                .containsExactly(4L, 3L, 2L, 1L, 5L);
        near(first(score), 120.5);
        assertThat(sorted(books.filter(sqlCondition("{0} BETWEEN {1} AND {1} * 2", BOOK.pages, value(150)))))
                .containsExactly(2L, 3L);
        assertThat(first(sqlText("UPPER({0})", value("'; DROP TABLE book; --"))))
                .isEqualTo("'; DROP TABLE BOOK; --");
        assertThatThrownBy(() -> sqlDouble("{1} + 1", BOOK.pages))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("numbered from {0} to {0}");
        assertThatThrownBy(() -> sqlDouble("{0} + ?", BOOK.pages))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Values are operands");
    }

    @Test
    void percentiles_interpolate_alsoOfGroupsAndOfSome() {
        near(total(BOOK.pages.median()), 200);
        near(total(BOOK.pages.percentile(0)), 50);
        near(total(BOOK.pages.percentile(1)), 400);
        near(total(BOOK.pages.percentile(0.1)), 70);
        near(total(BOOK.pages.median().filter(BOOK.pages.gt(150))), 300);
        assertThat(books.filter(BOOK.pages.gt(1_000_000)).aggregate(BOOK.pages.median()))
                .isNull();
        assertThat(authors.orderBy(AUTHOR.id)
                        .values(AUTHOR.books().pages.median())
                        .list())
                .containsExactly(150.0, 350.0, 50.0, null);
    }

    private double total(Expr<Book, Double> value) {
        return Objects.requireNonNull(books.aggregate(value));
    }

    @Test
    void functionsByName_areCheckedWhenBuilt() {
        assertThat(books.filter(BOOK.id.eq(4))
                        .values(call("left", field("title"), 2))
                        .get())
                .isEqualTo("De");
        assertThat(authors.orderBy(AUTHOR.id)
                        .values(call("coalesce", field("email"), "none"))
                        .list())
                .containsExactly("ada@example.org", "none", "cleo@example.org", "dan@example.org");
        assertThat(books.filter(call("length", field("title")).compared("gt", 8))
                        .count())
                .isEqualTo(1);
        assertThatThrownBy(() -> books.values(call("lenght", field("title"))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Did you mean 'length'?");
        assertThatThrownBy(() -> books.values(call("lower", field("pages"))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("takes a text, but 'pages' is of type Integer");
        assertThatThrownBy(() -> books.values(call("left", field("title"), 0)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("at least 1");
        assertThatThrownBy(() -> books.values(field("title").plus(1)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Cannot calculate");
        assertThatThrownBy(() -> books.values(caseWhen(BOOK.published)
                        .then(value(1))
                        .otherwise(value("x"))
                        .length()))
                .isInstanceOf(QueryException.class);
    }
}
