package org.fetchwise.event;

/** That somebody listens. Closing it ends that, for writes that begin later. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
