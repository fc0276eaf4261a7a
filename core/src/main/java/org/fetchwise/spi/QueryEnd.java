package org.fetchwise.spi;

/**
 * A statement that has come to its end.
 *
 * @param start what was told before it was sent
 * @param rows how many rows were read, or written
 * @param nanos the time from acquiring a connection to giving it back, in nanoseconds; the rows are read in between
 * @param failed whether an exception ended it
 */
public record QueryEnd(QueryStart start, long rows, long nanos, boolean failed) {}
