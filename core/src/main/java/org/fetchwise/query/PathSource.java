package org.fetchwise.query;

/** Every path of the API. */
public interface PathSource {
    /** {@return what it is inside} */
    Path asPath();
}
