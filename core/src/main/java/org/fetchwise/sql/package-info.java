/**
 * SQL as a tree of records over aliases and columns. Nothing here knows an entity: the planner lowers a query to a
 * {@link org.fetchwise.sql.Select}, and a dialect renders it as text. All user values are parameters; a
 * {@link org.fetchwise.sql.SqlExpr.Constant} is the library's own.
 */
@NullMarked
package org.fetchwise.sql;

import org.jspecify.annotations.NullMarked;
