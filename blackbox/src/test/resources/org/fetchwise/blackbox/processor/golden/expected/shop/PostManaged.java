package shop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.OrderBy;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ToManyAttribute;
import org.fetchwise.meta.ToManyAttribute.Container;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.jspecify.annotations.Nullable;
import shop.Post.Level;
import shop.Post.Status;

/** The attributes of {@link Post}, the access to its fields, and the class of its managed objects. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class PostManaged extends Post implements Managed {
    static final ValueType<Status> STATUS_TYPE = ValueType.enumByName(Status.class);
    static final ValueType<Level> LEVEL_TYPE = ValueType.enumByOrdinal(Level.class);
    static final ColumnAttribute ID =
            new ColumnAttribute(0, "id", "id", ValueType.LONG, 0, 0, 0, null, Trait.KEY, Trait.GENERATED);
    static final ColumnAttribute EXTERNAL_ID = new ColumnAttribute(
            1, "externalId", "external_id", ValueType.UUID, 0, 0, 0, "UUID", Trait.UNIQUE, Trait.NOT_UPDATABLE);
    static final ColumnAttribute TITLE = new ColumnAttribute(2, "title", "title", ValueType.STRING, 200, 0, 0, null);
    static final ColumnAttribute SLUG = new ColumnAttribute(3, "slug", "slug", ValueType.STRING, 255, 0, 0, null);
    static final ColumnAttribute CONTENT =
            new ColumnAttribute(4, "content", "content", ValueType.TEXT, 0, 0, 0, null, Trait.NULLABLE, Trait.LAZY);
    static final ColumnAttribute NOTES = new ColumnAttribute(
            5, "notes", "notes", ValueType.STRING, 255, 0, 0, null, Trait.NULLABLE, Trait.SENSITIVE);
    static final ColumnAttribute PUBLISHED =
            new ColumnAttribute(6, "published", "published", ValueType.BOOLEAN, 0, 0, 0, null);
    static final ColumnAttribute IS_FEATURED =
            new ColumnAttribute(7, "isFeatured", "is_featured", ValueType.BOOLEAN, 0, 0, 0, null);
    static final ColumnAttribute TINY = new ColumnAttribute(8, "tiny", "tiny", ValueType.BYTE, 0, 0, 0, null);
    static final ColumnAttribute SMALL = new ColumnAttribute(9, "small", "small", ValueType.SHORT, 0, 0, 0, null);
    static final ColumnAttribute VIEW_COUNT =
            new ColumnAttribute(10, "viewCount", "viewCount", ValueType.INTEGER, 0, 0, 0, null);
    static final ColumnAttribute BYTES = new ColumnAttribute(11, "bytes", "bytes", ValueType.LONG, 0, 0, 0, null);
    static final ColumnAttribute RATIO = new ColumnAttribute(12, "ratio", "ratio", ValueType.FLOAT, 0, 0, 0, null);
    static final ColumnAttribute SCORE = new ColumnAttribute(13, "score", "score", ValueType.DOUBLE, 0, 0, 0, null);
    static final ColumnAttribute LETTER =
            new ColumnAttribute(14, "letter", "letter", ValueType.CHARACTER, 1, 0, 0, null);
    static final ColumnAttribute CHECKED =
            new ColumnAttribute(15, "checked", "checked", ValueType.BOOLEAN, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_TINY =
            new ColumnAttribute(16, "boxedTiny", "boxedTiny", ValueType.BYTE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_SMALL =
            new ColumnAttribute(17, "boxedSmall", "boxedSmall", ValueType.SHORT, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_COUNT =
            new ColumnAttribute(18, "boxedCount", "boxedCount", ValueType.INTEGER, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_BYTES =
            new ColumnAttribute(19, "boxedBytes", "boxedBytes", ValueType.LONG, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_RATIO =
            new ColumnAttribute(20, "boxedRatio", "boxedRatio", ValueType.FLOAT, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_SCORE =
            new ColumnAttribute(21, "boxedScore", "boxedScore", ValueType.DOUBLE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute BOXED_LETTER =
            new ColumnAttribute(22, "boxedLetter", "boxedLetter", ValueType.CHARACTER, 1, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute PRICE =
            new ColumnAttribute(23, "price", "price", ValueType.DECIMAL, 0, 10, 2, null, Trait.NULLABLE);
    static final ColumnAttribute STATUS =
            new ColumnAttribute(24, "status", "status", STATUS_TYPE, 255, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute LEVEL =
            new ColumnAttribute(25, "level", "level", LEVEL_TYPE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute DATA =
            new ColumnAttribute(26, "data", "data", ValueType.BYTES, 255, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute PUBLISHED_ON =
            new ColumnAttribute(27, "publishedOn", "publishedOn", ValueType.DATE, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute PUBLISHED_AT =
            new ColumnAttribute(28, "publishedAt", "publishedAt", ValueType.TIME, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute REVIEWED =
            new ColumnAttribute(29, "reviewed", "reviewed", ValueType.DATE_TIME, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute CREATED_AT =
            new ColumnAttribute(30, "createdAt", "created_at", ValueType.INSTANT, 0, 0, 0, "NOW");
    static final ColumnAttribute READING_TIME =
            new ColumnAttribute(31, "readingTime", "readingTime", ValueType.DURATION, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute METADATA =
            new ColumnAttribute(32, "metadata", "metadata", ValueType.JSON, 0, 0, 0, null, Trait.NULLABLE);
    static final ColumnAttribute AUTHOR_ID =
            new ColumnAttribute(33, "author.id", "author_id", ValueType.UUID, 0, 0, 0, null, Trait.FOREIGN_KEY);
    static final ColumnAttribute REVIEWER_ID = new ColumnAttribute(
            34, "reviewer.id", "reviewer", ValueType.UUID, 0, 0, 0, null, Trait.NULLABLE, Trait.FOREIGN_KEY);
    static final ToOneAttribute AUTHOR =
            ToOneAttribute.owning(35, "author", () -> QUser.META, AUTHOR_ID, false, DeleteRule.CASCADE);
    static final ToOneAttribute REVIEWER =
            ToOneAttribute.owning(36, "reviewer", () -> QUser.META, REVIEWER_ID, false, DeleteRule.PROTECT);
    static final ToOneAttribute SUMMARY = ToOneAttribute.reverse(37, "summary", () -> QSummary.META, "post");
    static final ToManyAttribute COMMENTS =
            ToManyAttribute.mappedBy(38, "comments", () -> QComment.META, Container.LIST, "post");
    static final ToManyAttribute TAGS = ToManyAttribute.linked(
            39, "tags", () -> QTag.META, Container.SET, new LinkTable("blog_post_tags", "post_id", "tag_name"));
    static final ToManyAttribute ANY = ToManyAttribute.linked(
            40, "any", () -> QTag.META, Container.LIST, new LinkTable("blog_post_Tag", "Post_id", "any_name"));

    static final EntityMeta<Post> META = new EntityMeta<>(
            Post.class,
            "blog_post",
            List.of(
                    ID,
                    EXTERNAL_ID,
                    TITLE,
                    SLUG,
                    CONTENT,
                    NOTES,
                    PUBLISHED,
                    IS_FEATURED,
                    TINY,
                    SMALL,
                    VIEW_COUNT,
                    BYTES,
                    RATIO,
                    SCORE,
                    LETTER,
                    CHECKED,
                    BOXED_TINY,
                    BOXED_SMALL,
                    BOXED_COUNT,
                    BOXED_BYTES,
                    BOXED_RATIO,
                    BOXED_SCORE,
                    BOXED_LETTER,
                    PRICE,
                    STATUS,
                    LEVEL,
                    DATA,
                    PUBLISHED_ON,
                    PUBLISHED_AT,
                    REVIEWED,
                    CREATED_AT,
                    READING_TIME,
                    METADATA,
                    AUTHOR_ID,
                    REVIEWER_ID),
            List.of(AUTHOR, REVIEWER, SUMMARY, COMMENTS, TAGS, ANY),
            List.of(),
            List.of(new OrderBy("createdAt", true), new OrderBy("id", false)),
            new TableConstraints(List.of(new TableConstraints.Unique("", List.of("author_id", "slug"))), List.of()),
            new KeyGeneration.Identity(),
            new Access(),
            1L << 10);

    private static final VarHandle ID_FIELD;
    private static final VarHandle EXTERNAL_ID_FIELD;
    private static final VarHandle TITLE_FIELD;
    private static final VarHandle SLUG_FIELD;
    private static final VarHandle CONTENT_FIELD;
    private static final VarHandle NOTES_FIELD;
    private static final VarHandle PUBLISHED_FIELD;
    private static final VarHandle IS_FEATURED_FIELD;
    private static final VarHandle TINY_FIELD;
    private static final VarHandle SMALL_FIELD;
    private static final VarHandle VIEW_COUNT_FIELD;
    private static final VarHandle BYTES_FIELD;
    private static final VarHandle RATIO_FIELD;
    private static final VarHandle SCORE_FIELD;
    private static final VarHandle LETTER_FIELD;
    private static final VarHandle CHECKED_FIELD;
    private static final VarHandle BOXED_TINY_FIELD;
    private static final VarHandle BOXED_SMALL_FIELD;
    private static final VarHandle BOXED_COUNT_FIELD;
    private static final VarHandle BOXED_BYTES_FIELD;
    private static final VarHandle BOXED_RATIO_FIELD;
    private static final VarHandle BOXED_SCORE_FIELD;
    private static final VarHandle BOXED_LETTER_FIELD;
    private static final VarHandle PRICE_FIELD;
    private static final VarHandle STATUS_FIELD;
    private static final VarHandle LEVEL_FIELD;
    private static final VarHandle DATA_FIELD;
    private static final VarHandle PUBLISHED_ON_FIELD;
    private static final VarHandle PUBLISHED_AT_FIELD;
    private static final VarHandle REVIEWED_FIELD;
    private static final VarHandle CREATED_AT_FIELD;
    private static final VarHandle READING_TIME_FIELD;
    private static final VarHandle METADATA_FIELD;
    private static final VarHandle AUTHOR_FIELD;
    private static final VarHandle REVIEWER_FIELD;
    private static final VarHandle SUMMARY_FIELD;
    private static final VarHandle COMMENTS_FIELD;
    private static final VarHandle TAGS_FIELD;
    private static final VarHandle ANY_FIELD;
    private static final VarHandle READY;

    static {
        try {
            MethodHandles.Lookup own = MethodHandles.lookup();
            READY = own.findVarHandle(PostManaged.class, "ready", long.class);
            MethodHandles.Lookup entity = MethodHandles.privateLookupIn(Post.class, own);
            ID_FIELD = entity.findVarHandle(Post.class, "id", Long.class);
            EXTERNAL_ID_FIELD = entity.findVarHandle(Post.class, "externalId", UUID.class);
            TITLE_FIELD = entity.findVarHandle(Post.class, "title", String.class);
            SLUG_FIELD = entity.findVarHandle(Post.class, "slug", String.class);
            CONTENT_FIELD = entity.findVarHandle(Post.class, "content", String.class);
            NOTES_FIELD = entity.findVarHandle(Post.class, "notes", String.class);
            PUBLISHED_FIELD = entity.findVarHandle(Post.class, "published", boolean.class);
            IS_FEATURED_FIELD = entity.findVarHandle(Post.class, "isFeatured", boolean.class);
            TINY_FIELD = entity.findVarHandle(Post.class, "tiny", byte.class);
            SMALL_FIELD = entity.findVarHandle(Post.class, "small", short.class);
            VIEW_COUNT_FIELD = entity.findVarHandle(Post.class, "viewCount", int.class);
            BYTES_FIELD = entity.findVarHandle(Post.class, "bytes", long.class);
            RATIO_FIELD = entity.findVarHandle(Post.class, "ratio", float.class);
            SCORE_FIELD = entity.findVarHandle(Post.class, "score", double.class);
            LETTER_FIELD = entity.findVarHandle(Post.class, "letter", char.class);
            CHECKED_FIELD = entity.findVarHandle(Post.class, "checked", Boolean.class);
            BOXED_TINY_FIELD = entity.findVarHandle(Post.class, "boxedTiny", Byte.class);
            BOXED_SMALL_FIELD = entity.findVarHandle(Post.class, "boxedSmall", Short.class);
            BOXED_COUNT_FIELD = entity.findVarHandle(Post.class, "boxedCount", Integer.class);
            BOXED_BYTES_FIELD = entity.findVarHandle(Post.class, "boxedBytes", Long.class);
            BOXED_RATIO_FIELD = entity.findVarHandle(Post.class, "boxedRatio", Float.class);
            BOXED_SCORE_FIELD = entity.findVarHandle(Post.class, "boxedScore", Double.class);
            BOXED_LETTER_FIELD = entity.findVarHandle(Post.class, "boxedLetter", Character.class);
            PRICE_FIELD = entity.findVarHandle(Post.class, "price", BigDecimal.class);
            STATUS_FIELD = entity.findVarHandle(Post.class, "status", Status.class);
            LEVEL_FIELD = entity.findVarHandle(Post.class, "level", Level.class);
            DATA_FIELD = entity.findVarHandle(Post.class, "data", byte[].class);
            PUBLISHED_ON_FIELD = entity.findVarHandle(Post.class, "publishedOn", LocalDate.class);
            PUBLISHED_AT_FIELD = entity.findVarHandle(Post.class, "publishedAt", LocalTime.class);
            REVIEWED_FIELD = entity.findVarHandle(Post.class, "reviewed", LocalDateTime.class);
            CREATED_AT_FIELD = entity.findVarHandle(Post.class, "createdAt", Instant.class);
            READING_TIME_FIELD = entity.findVarHandle(Post.class, "readingTime", Duration.class);
            METADATA_FIELD = entity.findVarHandle(Post.class, "metadata", String.class);
            AUTHOR_FIELD = entity.findVarHandle(Post.class, "author", User.class);
            REVIEWER_FIELD = entity.findVarHandle(Post.class, "reviewer", User.class);
            SUMMARY_FIELD = entity.findVarHandle(Post.class, "summary", Summary.class);
            COMMENTS_FIELD = entity.findVarHandle(Post.class, "comments", List.class);
            TAGS_FIELD = entity.findVarHandle(Post.class, "tags", Set.class);
            ANY_FIELD = entity.findVarHandle(Post.class, "any", List.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private transient @Nullable FetchGroup $group;
    private transient @Nullable Extras $extras;
    private transient long ready;
    private transient long dirty;
    private transient @Nullable UUID authorId;
    private transient @Nullable UUID reviewerId;
    private transient @Nullable Object dataSeen;

    @Override
    public Long getId() {
        if (((long) READY.getAcquire(this) & 1L << 0) == 0) {
            Managed.touch(this, $group, 0);
        }
        return super.getId();
    }

    @Override
    public String getTitle() {
        if (((long) READY.getAcquire(this) & 1L << 2) == 0) {
            Managed.touch(this, $group, 2);
        }
        return super.getTitle();
    }

    @Override
    public void setTitle(String value) {
        if ($group != null && (dirty & 1L << 2) == 0) {
            Managed.keep(this, 1L << 2);
        }
        super.setTitle(value);
        dirty |= 1L << 2;
        READY.setRelease(this, ready | 1L << 2);
    }

    @Override
    public @Nullable String getContent() {
        if (((long) READY.getAcquire(this) & 1L << 4) == 0) {
            Managed.touch(this, $group, 4);
        }
        return super.getContent();
    }

    @Override
    protected void setContent(@Nullable String value) {
        if ($group != null && (dirty & 1L << 4) == 0) {
            Managed.keep(this, 1L << 4);
        }
        super.setContent(value);
        dirty |= 1L << 4;
        READY.setRelease(this, ready | 1L << 4);
    }

    @Override
    public boolean isPublished() {
        if (((long) READY.getAcquire(this) & 1L << 6) == 0) {
            Managed.touch(this, $group, 6);
        }
        return super.isPublished();
    }

    @Override
    public Post setPublished(boolean value) {
        if ($group != null && (dirty & 1L << 6) == 0) {
            Managed.keep(this, 1L << 6);
        }
        Post result = super.setPublished(value);
        dirty |= 1L << 6;
        READY.setRelease(this, ready | 1L << 6);
        return result;
    }

    @Override
    public boolean isFeatured() {
        if (((long) READY.getAcquire(this) & 1L << 7) == 0) {
            Managed.touch(this, $group, 7);
        }
        return super.isFeatured();
    }

    @Override
    void setFeatured(boolean value) {
        if ($group != null && (dirty & 1L << 7) == 0) {
            Managed.keep(this, 1L << 7);
        }
        super.setFeatured(value);
        dirty |= 1L << 7;
        READY.setRelease(this, ready | 1L << 7);
    }

    @Override
    public byte[] getData() {
        if (((long) READY.getAcquire(this) & 1L << 26) == 0) {
            Managed.touch(this, $group, 26);
        }
        if (dataSeen == null) {
            dataSeen = DATA.seen(DATA_FIELD.get(this));
        }
        return super.getData();
    }

    @Override
    public User getAuthor() {
        if (((long) READY.getAcquire(this) & 1L << 35) == 0) {
            Managed.touch(this, $group, 35);
        }
        return super.getAuthor();
    }

    @Override
    public void setAuthor(User value) {
        if ($group != null && (dirty & 1L << 33) == 0) {
            Managed.keep(this, 1L << 33);
        }
        super.setAuthor(value);
        authorId = null;
        dirty |= 1L << 33;
        READY.setRelease(this, ready | 1L << 33 | 1L << 35);
    }

    @Override
    public User getReviewer() {
        if (((long) READY.getAcquire(this) & 1L << 36) == 0) {
            Managed.touch(this, $group, 36);
        }
        return super.getReviewer();
    }

    @Override
    public Summary getSummary() {
        if (((long) READY.getAcquire(this) & 1L << 37) == 0) {
            Managed.touch(this, $group, 37);
        }
        return super.getSummary();
    }

    @Override
    public void setSummary(Summary value) {
        super.setSummary(value);
        READY.setRelease(this, ready | 1L << 37);
    }

    @Override
    public List<Comment> getComments() {
        if (((long) READY.getAcquire(this) & 1L << 38) == 0) {
            Managed.touch(this, $group, 38);
        }
        return super.getComments();
    }

    @Override
    public void setComments(List<Comment> value) {
        super.setComments(value);
        READY.setRelease(this, ready | 1L << 38);
    }

    @Override
    public Set<Tag> getTags() {
        if (((long) READY.getAcquire(this) & 1L << 39) == 0) {
            Managed.touch(this, $group, 39);
        }
        return super.getTags();
    }

    @Override
    public List<Tag> getAny() {
        if (((long) READY.getAcquire(this) & 1L << 40) == 0) {
            Managed.touch(this, $group, 40);
        }
        return super.getAny();
    }

    @Override
    public EntityMeta<?> $meta() {
        return META;
    }

    @Override
    public FetchGroup $group() {
        return Objects.requireNonNull($group);
    }

    @Override
    public long $ready() {
        return (long) READY.getAcquire(this);
    }

    @Override
    public void $makeReady(long bits) {
        READY.getAndBitwiseOrRelease(this, bits);
    }

    @Override
    public void $makeUnready(long bits) {
        READY.getAndBitwiseAndRelease(this, ~bits);
        dataSeen = (bits & DATA.bit()) == 0 ? dataSeen : null;
    }

    @Override
    public long $dirty() {
        return dirty
                | DATA.changed(dataSeen, DATA_FIELD.get(this));
    }

    @Override
    public void $clean(long bits) {
        dirty &= ~bits;
        if ($extras != null) {
            $extras.forgetFormer(bits);
        }
        dataSeen = dataSeen == null ? null : DATA.seen(DATA_FIELD.get(this));
    }

    @Override
    public @Nullable Extras $extras() {
        return $extras;
    }

    @Override
    public void $extras(@Nullable Extras extras) {
        $extras = extras;
    }

    @Override
    public @Nullable Object $seenAt(int column) {
        return switch (column) {
            case 26 -> dataSeen;
            default -> null;
        };
    }

    /** The straight lines between rows, objects and the library. */
    static final class Access extends EntityAccess<Post> {
        @Override
        public Post newManaged(FetchGroup group) {
            PostManaged managed = new PostManaged();
            managed.$group = group;
            managed.dirty = 0;
            READY.setRelease(managed, 0L);
            return managed;
        }

        @Override
        public void read(Post entity, RowReader row, long columns, int at) throws SQLException {
            PostManaged managed = (PostManaged) entity;
            long loaded = columns;
            int next = at;
            if ((columns & 1L << 0) != 0) {
                ID_FIELD.set(entity, row.longOrNull(next++));
            }
            if ((columns & 1L << 1) != 0) {
                EXTERNAL_ID_FIELD.set(entity, row.uuid(next++));
            }
            if ((columns & 1L << 2) != 0) {
                TITLE_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 3) != 0) {
                SLUG_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 4) != 0) {
                CONTENT_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 5) != 0) {
                NOTES_FIELD.set(entity, row.string(next++));
            }
            if ((columns & 1L << 6) != 0) {
                PUBLISHED_FIELD.set(entity, row.booleanAt(next++));
            }
            if ((columns & 1L << 7) != 0) {
                IS_FEATURED_FIELD.set(entity, row.booleanAt(next++));
            }
            if ((columns & 1L << 8) != 0) {
                TINY_FIELD.set(entity, (byte) row.intAt(next++));
            }
            if ((columns & 1L << 9) != 0) {
                SMALL_FIELD.set(entity, (short) row.intAt(next++));
            }
            if ((columns & 1L << 10) != 0) {
                VIEW_COUNT_FIELD.set(entity, row.intAt(next++));
            }
            if ((columns & 1L << 11) != 0) {
                BYTES_FIELD.set(entity, row.longAt(next++));
            }
            if ((columns & 1L << 12) != 0) {
                RATIO_FIELD.set(entity, (float) row.doubleAt(next++));
            }
            if ((columns & 1L << 13) != 0) {
                SCORE_FIELD.set(entity, row.doubleAt(next++));
            }
            if ((columns & 1L << 14) != 0) {
                LETTER_FIELD.set(entity, Objects.requireNonNull(row.string(next++)).charAt(0));
            }
            if ((columns & 1L << 15) != 0) {
                CHECKED_FIELD.set(entity, row.booleanOrNull(next++));
            }
            if ((columns & 1L << 16) != 0) {
                BOXED_TINY_FIELD.set(entity, ValueType.BYTE.read(row, next++));
            }
            if ((columns & 1L << 17) != 0) {
                BOXED_SMALL_FIELD.set(entity, ValueType.SHORT.read(row, next++));
            }
            if ((columns & 1L << 18) != 0) {
                BOXED_COUNT_FIELD.set(entity, row.intOrNull(next++));
            }
            if ((columns & 1L << 19) != 0) {
                BOXED_BYTES_FIELD.set(entity, row.longOrNull(next++));
            }
            if ((columns & 1L << 20) != 0) {
                BOXED_RATIO_FIELD.set(entity, ValueType.FLOAT.read(row, next++));
            }
            if ((columns & 1L << 21) != 0) {
                BOXED_SCORE_FIELD.set(entity, row.doubleOrNull(next++));
            }
            if ((columns & 1L << 22) != 0) {
                BOXED_LETTER_FIELD.set(entity, ValueType.CHARACTER.read(row, next++));
            }
            if ((columns & 1L << 23) != 0) {
                PRICE_FIELD.set(entity, row.decimal(next++));
            }
            if ((columns & 1L << 24) != 0) {
                STATUS_FIELD.set(entity, STATUS_TYPE.read(row, next++));
            }
            if ((columns & 1L << 25) != 0) {
                LEVEL_FIELD.set(entity, LEVEL_TYPE.read(row, next++));
            }
            if ((columns & 1L << 26) != 0) {
                DATA_FIELD.set(entity, row.bytes(next++));
            }
            if ((columns & 1L << 27) != 0) {
                PUBLISHED_ON_FIELD.set(entity, row.date(next++));
            }
            if ((columns & 1L << 28) != 0) {
                PUBLISHED_AT_FIELD.set(entity, row.time(next++));
            }
            if ((columns & 1L << 29) != 0) {
                REVIEWED_FIELD.set(entity, row.dateTime(next++));
            }
            if ((columns & 1L << 30) != 0) {
                CREATED_AT_FIELD.set(entity, row.instant(next++));
            }
            if ((columns & 1L << 31) != 0) {
                READING_TIME_FIELD.set(entity, row.duration(next++));
            }
            if ((columns & 1L << 32) != 0) {
                METADATA_FIELD.set(entity, row.json(next++));
            }
            if ((columns & 1L << 33) != 0) {
                managed.authorId = row.uuid(next++);
                if (managed.authorId == null) {
                    AUTHOR_FIELD.set(entity, (User) null);
                    loaded |= 1L << 35;
                }
            }
            if ((columns & 1L << 34) != 0) {
                managed.reviewerId = row.uuid(next++);
                if (managed.reviewerId == null) {
                    REVIEWER_FIELD.set(entity, (User) null);
                    loaded |= 1L << 36;
                }
            }
            READY.setRelease(managed, managed.ready | loaded);
        }

        @Override
        public @Nullable Object get(Post entity, int attribute) {
            return switch (attribute) {
                case 0 -> (Long) ID_FIELD.get(entity);
                case 1 -> (UUID) EXTERNAL_ID_FIELD.get(entity);
                case 2 -> (String) TITLE_FIELD.get(entity);
                case 3 -> (String) SLUG_FIELD.get(entity);
                case 4 -> (String) CONTENT_FIELD.get(entity);
                case 5 -> (String) NOTES_FIELD.get(entity);
                case 6 -> (boolean) PUBLISHED_FIELD.get(entity);
                case 7 -> (boolean) IS_FEATURED_FIELD.get(entity);
                case 8 -> (byte) TINY_FIELD.get(entity);
                case 9 -> (short) SMALL_FIELD.get(entity);
                case 10 -> (int) VIEW_COUNT_FIELD.get(entity);
                case 11 -> (long) BYTES_FIELD.get(entity);
                case 12 -> (float) RATIO_FIELD.get(entity);
                case 13 -> (double) SCORE_FIELD.get(entity);
                case 14 -> (char) LETTER_FIELD.get(entity);
                case 15 -> (Boolean) CHECKED_FIELD.get(entity);
                case 16 -> (Byte) BOXED_TINY_FIELD.get(entity);
                case 17 -> (Short) BOXED_SMALL_FIELD.get(entity);
                case 18 -> (Integer) BOXED_COUNT_FIELD.get(entity);
                case 19 -> (Long) BOXED_BYTES_FIELD.get(entity);
                case 20 -> (Float) BOXED_RATIO_FIELD.get(entity);
                case 21 -> (Double) BOXED_SCORE_FIELD.get(entity);
                case 22 -> (Character) BOXED_LETTER_FIELD.get(entity);
                case 23 -> (BigDecimal) PRICE_FIELD.get(entity);
                case 24 -> (Status) STATUS_FIELD.get(entity);
                case 25 -> (Level) LEVEL_FIELD.get(entity);
                case 26 -> (byte[]) DATA_FIELD.get(entity);
                case 27 -> (LocalDate) PUBLISHED_ON_FIELD.get(entity);
                case 28 -> (LocalTime) PUBLISHED_AT_FIELD.get(entity);
                case 29 -> (LocalDateTime) REVIEWED_FIELD.get(entity);
                case 30 -> (Instant) CREATED_AT_FIELD.get(entity);
                case 31 -> (Duration) READING_TIME_FIELD.get(entity);
                case 32 -> (String) METADATA_FIELD.get(entity);
                case 33 -> authorId(entity);
                case 34 -> reviewerId(entity);
                case 35 -> (User) AUTHOR_FIELD.get(entity);
                case 36 -> (User) REVIEWER_FIELD.get(entity);
                case 37 -> (Summary) SUMMARY_FIELD.get(entity);
                case 38 -> (List<?>) COMMENTS_FIELD.get(entity);
                case 39 -> (Set<?>) TAGS_FIELD.get(entity);
                case 40 -> (List<?>) ANY_FIELD.get(entity);
                default -> throw new IndexOutOfBoundsException(attribute);
            };
        }

        @Override
        public void set(Post entity, int attribute, @Nullable Object value) {
            switch (attribute) {
                case 0 -> ID_FIELD.set(entity, (Long) value);
                case 1 -> EXTERNAL_ID_FIELD.set(entity, (UUID) value);
                case 2 -> TITLE_FIELD.set(entity, (String) value);
                case 3 -> SLUG_FIELD.set(entity, (String) value);
                case 4 -> CONTENT_FIELD.set(entity, (String) value);
                case 5 -> NOTES_FIELD.set(entity, (String) value);
                case 6 -> PUBLISHED_FIELD.set(entity, (boolean) Objects.requireNonNull(value));
                case 7 -> IS_FEATURED_FIELD.set(entity, (boolean) Objects.requireNonNull(value));
                case 8 -> TINY_FIELD.set(entity, (byte) Objects.requireNonNull(value));
                case 9 -> SMALL_FIELD.set(entity, (short) Objects.requireNonNull(value));
                case 10 -> VIEW_COUNT_FIELD.set(entity, (int) Objects.requireNonNull(value));
                case 11 -> BYTES_FIELD.set(entity, (long) Objects.requireNonNull(value));
                case 12 -> RATIO_FIELD.set(entity, (float) Objects.requireNonNull(value));
                case 13 -> SCORE_FIELD.set(entity, (double) Objects.requireNonNull(value));
                case 14 -> LETTER_FIELD.set(entity, (char) Objects.requireNonNull(value));
                case 15 -> CHECKED_FIELD.set(entity, (Boolean) value);
                case 16 -> BOXED_TINY_FIELD.set(entity, (Byte) value);
                case 17 -> BOXED_SMALL_FIELD.set(entity, (Short) value);
                case 18 -> BOXED_COUNT_FIELD.set(entity, (Integer) value);
                case 19 -> BOXED_BYTES_FIELD.set(entity, (Long) value);
                case 20 -> BOXED_RATIO_FIELD.set(entity, (Float) value);
                case 21 -> BOXED_SCORE_FIELD.set(entity, (Double) value);
                case 22 -> BOXED_LETTER_FIELD.set(entity, (Character) value);
                case 23 -> PRICE_FIELD.set(entity, (BigDecimal) value);
                case 24 -> STATUS_FIELD.set(entity, (Status) value);
                case 25 -> LEVEL_FIELD.set(entity, (Level) value);
                case 26 -> DATA_FIELD.set(entity, (byte[]) value);
                case 27 -> PUBLISHED_ON_FIELD.set(entity, (LocalDate) value);
                case 28 -> PUBLISHED_AT_FIELD.set(entity, (LocalTime) value);
                case 29 -> REVIEWED_FIELD.set(entity, (LocalDateTime) value);
                case 30 -> CREATED_AT_FIELD.set(entity, (Instant) value);
                case 31 -> READING_TIME_FIELD.set(entity, (Duration) value);
                case 32 -> METADATA_FIELD.set(entity, (String) value);
                case 33 -> ((PostManaged) entity).authorId = (UUID) value;
                case 34 -> ((PostManaged) entity).reviewerId = (UUID) value;
                case 35 -> AUTHOR_FIELD.set(entity, (User) value);
                case 36 -> REVIEWER_FIELD.set(entity, (User) value);
                case 37 -> SUMMARY_FIELD.set(entity, (Summary) value);
                case 38 -> COMMENTS_FIELD.set(entity, (List<?>) value);
                case 39 -> TAGS_FIELD.set(entity, (Set<?>) value);
                case 40 -> ANY_FIELD.set(entity, (List<?>) value);
                default -> throw new IndexOutOfBoundsException(attribute);
            }
        }

        private static @Nullable Object authorId(Post entity) {
            if (entity instanceof PostManaged managed
                    && managed.authorId != null
                    && ((long) READY.getAcquire(managed) & 1L << 35) == 0) {
                return managed.authorId;
            }
            User related = (User) AUTHOR_FIELD.get(entity);
            return related == null ? null : QUser.META.keyOf(related);
        }

        private static @Nullable Object reviewerId(Post entity) {
            if (entity instanceof PostManaged managed
                    && managed.reviewerId != null
                    && ((long) READY.getAcquire(managed) & 1L << 36) == 0) {
                return managed.reviewerId;
            }
            User related = (User) REVIEWER_FIELD.get(entity);
            return related == null ? null : QUser.META.keyOf(related);
        }
    }
}
