package org.fetchwise.blackbox.company;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.fetchwise.annotation.Ordering;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What a company has signed: rows that are only read.
 *
 * @param id the key
 * @param title what it is about
 * @param signed when
 * @param pages how long it is
 * @param worth how much it is about
 * @param place where it was signed
 * @param state how far it is
 */
@Entity
@Table(name = "contract")
@Ordering("title")
public record Contract(
        @Id Long id,
        @Column(nullable = false, length = 50) String title,
        @Nullable LocalDate signed,
        int pages,

        @Embedded
        @AttributeOverride(name = "amount", column = @Column(name = "worth", precision = 12, scale = 2))
        @Nullable
        Money worth,

        @Nullable Address place,
        @Enumerated(EnumType.STRING) @Nullable State state) {
    /** How far a contract is. */
    public enum State {
        DRAFT,
        SIGNED
    }

    /** The same rows, as a class that cannot be extended. */
    @Entity(name = "contract")
    @NullUnmarked // what may be null, the mapping says
    public static final class Title {
        @Id
        private final Long id;

        private final String title;

        Title(Long id, String title) {
            this.id = id;
            this.title = Objects.requireNonNull(title);
        }

        public Long getId() {
            return id;
        }

        public String getTitle() {
            return title;
        }
    }
}
