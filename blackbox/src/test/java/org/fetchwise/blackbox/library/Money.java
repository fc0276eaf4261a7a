package org.fetchwise.blackbox.library;

/**
 * An amount in cents.
 *
 * @param cents how many
 */
public record Money(long cents) {}
