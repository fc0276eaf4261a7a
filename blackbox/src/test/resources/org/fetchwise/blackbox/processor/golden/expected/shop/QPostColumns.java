package shop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.fetchwise.expr.BooleanColumn;
import org.fetchwise.expr.DecimalColumn;
import org.fetchwise.expr.DoubleColumn;
import org.fetchwise.expr.EntityPath;
import org.fetchwise.expr.IntColumn;
import org.fetchwise.expr.LongColumn;
import org.fetchwise.expr.StringColumn;
import org.fetchwise.expr.TemporalColumn;
import org.fetchwise.expr.ValueColumn;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.RelationAttribute;
import shop.Post.Level;
import shop.Post.Status;

/** The columns of {@link Post}, as every path that leads to it has them. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
abstract class QPostColumns<R> extends EntityPath<R, Post> {
    /** The column {@code id}: BIGINT, primary key. */
    public final LongColumn<R> id = longColumn(PostManaged.ID);

    /** The column {@code external_id}: UUID, not null, unique. */
    public final ValueColumn<R, UUID> externalId = valueColumn(PostManaged.EXTERNAL_ID, UUID.class);

    /** The column {@code title}: VARCHAR(200), not null. */
    public final StringColumn<R> title = stringColumn(PostManaged.TITLE);

    /** The column {@code slug}: VARCHAR(255), not null. */
    public final StringColumn<R> slug = stringColumn(PostManaged.SLUG);

    /** The column {@code content}: TEXT. */
    public final StringColumn<R> content = stringColumn(PostManaged.CONTENT);

    /** The column {@code notes}: VARCHAR(255). */
    public final StringColumn<R> notes = stringColumn(PostManaged.NOTES);

    /** The column {@code published}: BOOLEAN, not null. */
    public final BooleanColumn<R> published = booleanColumn(PostManaged.PUBLISHED);

    /** The column {@code is_featured}: BOOLEAN, not null. */
    public final BooleanColumn<R> isFeatured = booleanColumn(PostManaged.IS_FEATURED);

    /** The column {@code tiny}: SMALLINT, not null. */
    public final IntColumn<R> tiny = intColumn(PostManaged.TINY);

    /** The column {@code small}: SMALLINT, not null. */
    public final IntColumn<R> small = intColumn(PostManaged.SMALL);

    /** The column {@code viewCount}: INTEGER, not null. */
    public final IntColumn<R> viewCount = intColumn(PostManaged.VIEW_COUNT);

    /** The column {@code bytes}: BIGINT, not null. */
    public final LongColumn<R> bytes = longColumn(PostManaged.BYTES);

    /** The column {@code ratio}: REAL, not null. */
    public final DoubleColumn<R> ratio = doubleColumn(PostManaged.RATIO);

    /** The column {@code score}: DOUBLE, not null. */
    public final DoubleColumn<R> score = doubleColumn(PostManaged.SCORE);

    /** The column {@code letter}: VARCHAR(1), not null. */
    public final ValueColumn<R, Character> letter = valueColumn(PostManaged.LETTER, Character.class);

    /** The column {@code checked}: BOOLEAN. */
    public final BooleanColumn<R> checked = booleanColumn(PostManaged.CHECKED);

    /** The column {@code boxedTiny}: SMALLINT. */
    public final IntColumn<R> boxedTiny = intColumn(PostManaged.BOXED_TINY);

    /** The column {@code boxedSmall}: SMALLINT. */
    public final IntColumn<R> boxedSmall = intColumn(PostManaged.BOXED_SMALL);

    /** The column {@code boxedCount}: INTEGER. */
    public final IntColumn<R> boxedCount = intColumn(PostManaged.BOXED_COUNT);

    /** The column {@code boxedBytes}: BIGINT. */
    public final LongColumn<R> boxedBytes = longColumn(PostManaged.BOXED_BYTES);

    /** The column {@code boxedRatio}: REAL. */
    public final DoubleColumn<R> boxedRatio = doubleColumn(PostManaged.BOXED_RATIO);

    /** The column {@code boxedScore}: DOUBLE. */
    public final DoubleColumn<R> boxedScore = doubleColumn(PostManaged.BOXED_SCORE);

    /** The column {@code boxedLetter}: VARCHAR(1). */
    public final ValueColumn<R, Character> boxedLetter = valueColumn(PostManaged.BOXED_LETTER, Character.class);

    /** The column {@code price}: DECIMAL(10, 2). */
    public final DecimalColumn<R> price = decimalColumn(PostManaged.PRICE);

    /** The column {@code status}: VARCHAR(255). */
    public final ValueColumn<R, Status> status = valueColumn(PostManaged.STATUS);

    /** The column {@code level}: SMALLINT. */
    public final ValueColumn<R, Level> level = valueColumn(PostManaged.LEVEL);

    /** The column {@code data}: BINARY(255). */
    public final ValueColumn<R, byte[]> data = valueColumn(PostManaged.DATA, byte[].class);

    /** The column {@code publishedOn}: DATE. */
    public final TemporalColumn<R, LocalDate> publishedOn = temporalColumn(PostManaged.PUBLISHED_ON, LocalDate.class);

    /** The column {@code publishedAt}: TIME. */
    public final TemporalColumn<R, LocalTime> publishedAt = temporalColumn(PostManaged.PUBLISHED_AT, LocalTime.class);

    /** The column {@code reviewed}: TIMESTAMP. */
    public final TemporalColumn<R, LocalDateTime> reviewed = temporalColumn(PostManaged.REVIEWED, LocalDateTime.class);

    /** The column {@code created_at}: INSTANT, not null. */
    public final TemporalColumn<R, Instant> createdAt = temporalColumn(PostManaged.CREATED_AT, Instant.class);

    /** The column {@code readingTime}: DURATION. */
    public final ValueColumn<R, Duration> readingTime = valueColumn(PostManaged.READING_TIME, Duration.class);

    /** The column {@code metadata}: JSON. */
    public final ValueColumn<R, String> metadata = valueColumn(PostManaged.METADATA, String.class);

    QPostColumns(EntityMeta<Post> root) {
        super(root);
    }

    QPostColumns(EntityPath<R, ?> parent, RelationAttribute relation) {
        super(parent, relation);
    }
}
