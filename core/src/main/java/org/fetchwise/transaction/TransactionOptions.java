package org.fetchwise.transaction;

import java.time.Duration;
import java.util.Objects;

/**
 * How a block of statements is run. Immutable.
 *
 * @param isolation how much it sees of others
 * @param readOnly whether it must not write
 * @param durable whether it must be the outermost block, so that its end is the end of the transaction
 * @param timeout after so long no statement of the block begins, and one that runs is broken off where the driver can; zero for
 *     no limit
 * @param retries how often the whole block is run again when another transaction was in its way; 0 for never
 */
public record TransactionOptions(
        Isolation isolation, boolean readOnly, boolean durable, Duration timeout, int retries) {
    /** What holds where nothing is said. */
    public static final TransactionOptions STANDARD =
            new TransactionOptions(Isolation.DEFAULT, false, false, Duration.ZERO, 0);

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException if the timeout or the number of retries is negative
     */
    public TransactionOptions {
        Objects.requireNonNull(isolation);
        if (timeout.isNegative() || retries < 0) {
            throw new IllegalArgumentException("A block's timeout and its number of retries are not negative.");
        }
    }

    /**
     * {@return the same with another isolation}
     *
     * @param other how much the block sees of others
     */
    public TransactionOptions isolation(Isolation other) {
        return new TransactionOptions(other, readOnly, durable, timeout, retries);
    }

    /** {@return the same for a block that must not write} */
    public TransactionOptions forReading() {
        return new TransactionOptions(isolation, true, durable, timeout, retries);
    }

    /** {@return the same for a block that must be the outermost one} */
    public TransactionOptions durably() {
        return new TransactionOptions(isolation, readOnly, true, timeout, retries);
    }

    /**
     * {@return the same with another time limit}
     *
     * @param limit the limit; zero for none
     */
    public TransactionOptions timeout(Duration limit) {
        return new TransactionOptions(isolation, readOnly, durable, limit, retries);
    }

    /**
     * {@return the same for a block that is run again when another transaction was in its way} The block must have no effects
     * outside the database, or leave them to {@code onCommit}.
     *
     * @param times how often at most
     */
    public TransactionOptions retries(int times) {
        return new TransactionOptions(isolation, readOnly, durable, timeout, times);
    }

    /** {@return whether a block inside another one may have these options: all that they ask for is the outer block's affair} */
    public boolean isInner() {
        return isolation == Isolation.DEFAULT && !readOnly && !durable && timeout.isZero() && retries == 0;
    }
}
