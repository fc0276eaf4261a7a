/**
 * From attributes to tables: the only place that knows both vocabularies. Paths become joins, terms become SQL
 * expressions, and what a query gives for each row becomes the columns of the result.
 */
@NullMarked
package org.fetchwise.plan;

import org.jspecify.annotations.NullMarked;
