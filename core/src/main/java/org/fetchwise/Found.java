package org.fetchwise;

/**
 * An object that was looked for.
 *
 * @param object the object
 * @param created whether it was not there and has been created
 * @param <T> the entity
 */
public record Found<T>(T object, boolean created) {}
