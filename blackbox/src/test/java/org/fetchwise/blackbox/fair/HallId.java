package org.fetchwise.blackbox.fair;

/**
 * Which hall it is.
 *
 * @param town where it stands
 * @param number its number there
 */
public record HallId(String town, int number) {}
