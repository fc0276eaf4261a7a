/**
 * Tables for entities: {@link org.fetchwise.schema.Schema} creates and drops what a list of entities needs. Meant for demos,
 * tests and prototypes; a database that lives on is changed by migrations.
 */
@NullMarked
package org.fetchwise.schema;

import org.jspecify.annotations.NullMarked;
