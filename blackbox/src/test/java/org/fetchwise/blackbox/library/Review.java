package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** What a reader says of a book; written once, so nothing can be set. */
@Entity
@Table(name = "review")
@NullUnmarked // what may be null, the mapping says
public class Review {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "book_id")
    @OnDelete(DeleteRule.CASCADE)
    private Book book;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reviewer_id", foreignKey = @ForeignKey(name = "given_reviewer"))
    private Author reviewer;

    private int stars;

    @Column(name = "remark", length = 200)
    private String comment;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    public Long getId() {
        return id;
    }

    public Book getBook() {
        return book;
    }

    public Author getReviewer() {
        return reviewer;
    }

    public int getStars() {
        return stars;
    }

    public String getComment() {
        return comment;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }
}
