package org.fetchwise.meta;

/** A condition on one row. What it asks, queries know. */
public interface RowCondition {}
