package org.fetchwise;

/**
 * What an upsert did.
 *
 * @param inserted how many rows are new
 * @param updated how many rows were there and were changed
 * @param skipped how many objects were not written: their rows were there and stay as they are, or a later object of the same
 *     call has the same values
 */
public record Upserted(long inserted, long updated, long skipped) {}
