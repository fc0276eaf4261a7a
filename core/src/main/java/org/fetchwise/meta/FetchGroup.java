package org.fetchwise.meta;

/** What an object that was read together with others turns to when something is touched that is not loaded. */
public interface FetchGroup {
    /**
     * Makes an attribute readable: loads it, for this object and its peers, or refuses with a
     * {@link org.fetchwise.error.LazyLoadException}. Afterwards the attribute's bit is ready.
     *
     * @param entity the object touched
     * @param attribute the index of the attribute touched
     */
    void touch(Managed entity, int attribute);
}
