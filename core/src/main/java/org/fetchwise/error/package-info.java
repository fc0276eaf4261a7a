/**
 * Everything Fetchwise throws, as one small tree of unchecked exceptions. It stands apart so that each inner package can
 * throw without depending on the outer ones. Messages say what failed, on what, and what to write instead; they never
 * hold a value of the user's data.
 */
@NullMarked
package org.fetchwise.error;

import org.jspecify.annotations.NullMarked;
