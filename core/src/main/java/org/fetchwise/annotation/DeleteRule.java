package org.fetchwise.annotation;

/** The rules of deletion, by the names and with the meanings of Django's {@code on_delete}. */
public enum DeleteRule {
    /** The referring rows are deleted too. */
    CASCADE,
    /** The deletion is refused while a referring row exists. */
    PROTECT,
    /** The deletion is refused unless every referring row is deleted by a cascade of the same call. */
    RESTRICT,
    /** The reference becomes NULL. */
    SET_NULL,
    /** The reference becomes its column's default. */
    SET_DEFAULT,
    /** Nothing is done; the database may refuse. */
    DO_NOTHING,
    /** The foreign key itself carries {@code ON DELETE CASCADE}; the database acts, unseen by events. */
    DATABASE
}
