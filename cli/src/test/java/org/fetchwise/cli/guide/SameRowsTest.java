package org.fetchwise.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.Database;
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
import org.fetchwise.example.blog.data.BlogData;
import org.fetchwise.expr.ToOne;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.StorageType;
import org.fetchwise.servers.Engine;
import org.fetchwise.servers.Servers;
import org.fetchwise.servers.TemporaryDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library reads the same values of the blog from every database. */
class SameRowsTest {
    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "H2")
    void blog_isTheSameAsOnH2(Engine engine) throws SQLException {
        List<String> expected = rows(Engine.H2);

        List<String> actual = rows(engine);

        assertThat(expected).hasSizeGreaterThan(1000);
        assertThat(actual).isEqualTo(expected);
    }

    private static List<String> rows(Engine engine) throws SQLException {
        try (TemporaryDatabase database = Servers.shared().newDatabase(engine, "same_rows");
                ConnectionPool pool = ConnectionPool.open(database.url())) {
            Database db = Database.of(pool.connections());
            db.schema().create();
            new BlogData(60, BlogData.SEED).insertInto(pool.connections());
            return Stream.of(
                            rows(db, QUser.META, QUser.USER),
                            rows(db, QProfile.META, QProfile.PROFILE),
                            rows(db, QCategory.META, QCategory.CATEGORY),
                            rows(db, QTag.META, QTag.TAG),
                            rows(db, QPost.META, QPost.POST),
                            rows(db, QPostTag.META, QPostTag.POST_TAG),
                            rows(db, QComment.META, QComment.COMMENT),
                            rows(db, QRating.META, QRating.RATING),
                            rows(db, QLike.META, QLike.LIKE),
                            rows(db, QInvoice.META, QInvoice.INVOICE))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static <T> List<String> rows(Database db, EntityMeta<T> entity, ToOne<T, T> root) {
        List<String> rows = new ArrayList<>();
        for (T object : db.objects(root)) {
            StringBuilder row = new StringBuilder(entity.table());
            for (ColumnAttribute column : entity.columns()) {
                Object value = entity.access().get(object, column.index());
                row.append('|').append(text(column, value));
            }
            rows.add(row.toString());
        }
        rows.sort(null);
        return rows;
    }

    /** Databases may space JSON as they like. */
    private static String text(ColumnAttribute column, @Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().toPlainString();
        }
        String text = String.valueOf(value);
        return column.type().storage() == StorageType.JSON ? text.replace(" ", "") : text;
    }
}
