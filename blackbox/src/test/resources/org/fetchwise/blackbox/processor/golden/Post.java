package shop;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fetchwise.annotation.Default;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.Json;
import org.fetchwise.annotation.OnDelete;
import org.fetchwise.annotation.Ordering;
import org.fetchwise.annotation.Sensitive;
import org.jspecify.annotations.Nullable;

@Entity
@Table(
        name = "blog_post",
        uniqueConstraints = @UniqueConstraint(columnNames = {"author_id", "slug"}))
@Ordering("-createdAt, id")
public class Post {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Default(Default.UUID)
    @Column(name = "external_id", nullable = false, unique = true, updatable = false)
    private UUID externalId;

    @Column(nullable = false, length = 200)
    private String title;

    @Column(nullable = false)
    private String slug;

    @Basic(fetch = FetchType.LAZY)
    @Column(columnDefinition = "text")
    private String content;

    @Sensitive
    private String notes;

    private boolean published;

    @Column(name = "is_featured")
    private boolean isFeatured;

    private byte tiny;
    private short small;
    private int viewCount;
    private long bytes;
    private float ratio;
    private double score;
    private char letter;
    private Boolean checked;
    private Byte boxedTiny;
    private Short boxedSmall;
    private Integer boxedCount;
    private Long boxedBytes;
    private Float boxedRatio;
    private Double boxedScore;
    private Character boxedLetter;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Level level;
    private byte[] data;
    private LocalDate publishedOn;
    private LocalTime publishedAt;
    private LocalDateTime reviewed;

    @Default(Default.NOW)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    private Duration readingTime;

    @Json
    private String metadata;

    @Transient
    private String forgotten;

    private transient String passing;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @OnDelete(DeleteRule.CASCADE)
    private User author;

    @ManyToOne
    @JoinColumn(name = "reviewer")
    private User reviewer;

    @OneToOne(mappedBy = "post")
    private Summary summary;

    @OneToMany(mappedBy = "post")
    private List<Comment> comments = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "blog_post_tags",
            joinColumns = @JoinColumn(name = "post_id"),
            inverseJoinColumns = @JoinColumn(name = "tag_name"))
    private Set<Tag> tags;

    @ManyToMany
    private List<Tag> any;

    /** How far a post has come. */
    public enum Status {
        DRAFT,
        LIVE
    }

    /** How hard a post is. */
    public enum Level {
        EASY,
        HARD
    }

    public Long getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public @Nullable String getContent() {
        return content;
    }

    protected void setContent(@Nullable String content) {
        this.content = content;
    }

    public boolean isPublished() {
        return published;
    }

    public Post setPublished(boolean published) {
        this.published = published;
        return this;
    }

    public boolean isFeatured() {
        return isFeatured;
    }

    void setFeatured(boolean featured) {
        isFeatured = featured;
    }

    public byte[] getData() {
        return data;
    }

    public void view() {
        viewCount++;
    }

    public User getAuthor() {
        return author;
    }

    public void setAuthor(User author) {
        this.author = author;
    }

    public User getReviewer() {
        return reviewer;
    }

    public Summary getSummary() {
        return summary;
    }

    public void setSummary(Summary summary) {
        this.summary = summary;
    }

    public List<Comment> getComments() {
        return comments;
    }

    public void setComments(List<Comment> comments) {
        this.comments = comments;
    }

    public Set<Tag> getTags() {
        return tags;
    }

    public List<Tag> getAny() {
        return any;
    }
}
