/**
 * The databases. A {@link org.fetchwise.dialect.Dialect} renders a {@link org.fetchwise.sql.Select} as text, binds values,
 * reads rows, names column types and translates failures; standard SQL is written once, in
 * {@link org.fetchwise.dialect.SqlWriter}, and the file of a database holds only what differs there, with the reason. The
 * planner never asks which database it plans for: it asks {@link org.fetchwise.dialect.Capabilities}.
 */
@NullMarked
package org.fetchwise.dialect;

import org.jspecify.annotations.NullMarked;
