package org.fetchwise.processor;

/** The traits of a column, by the names of core's {@code ColumnAttribute.Trait}. */
enum Trait {
    KEY,
    VERSION,
    DISCRIMINATOR,
    GENERATED,
    NULLABLE,
    UNIQUE,
    LAZY,
    NOT_INSERTABLE,
    NOT_UPDATABLE,
    FOREIGN_KEY,
    SENSITIVE,
    CREATED_AT,
    UPDATED_AT,
    CREATED_BY,
    UPDATED_BY
}
