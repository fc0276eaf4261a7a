package org.fetchwise.blackbox.company;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount.
 *
 * @param amount how much
 * @param currency of what
 */
@Embeddable
public record Money(
        @Column(precision = 12, scale = 2) @Nullable BigDecimal amount,
        @Nullable Currency currency) {
    /** What is paid with. */
    public enum Currency {
        EURO,
        CROWN
    }
}
