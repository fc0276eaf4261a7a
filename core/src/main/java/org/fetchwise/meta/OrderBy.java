package org.fetchwise.meta;

/**
 * One term of an entity's default ordering.
 *
 * @param path attribute names joined by dots
 * @param descending whether the greatest comes first
 */
public record OrderBy(String path, boolean descending) {}
