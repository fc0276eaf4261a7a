/**
 * Ties the stages together: a query becomes its shape and its values, the shape a plan, the plan SQL, the SQL text. Each
 * shape is compiled once.
 */
@NullMarked
package org.fetchwise.compile;

import org.jspecify.annotations.NullMarked;
