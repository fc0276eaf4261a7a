/**
 * Typed expressions. An expression is a function from a row of {@code R} to a value: contravariant in its root, so that a
 * queryset of {@code T} takes any {@code Expr<? super T, V>}, and covariant in its value. The root {@code Object} means
 * that an expression can be used anywhere. Roots, relations and columns are fields and methods of the generated classes;
 * everything else is made from them by methods.
 */
@NullMarked
package org.fetchwise.expr;

import org.jspecify.annotations.NullMarked;
