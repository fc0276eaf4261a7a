package org.fetchwise.sql;

/** A statement that a dialect can render. */
public sealed interface SqlStatement permits Select, Insert, Upsert, Update, UpdateEach, Delete {}
