/**
 * The referee of meaning: runs a corpus of queries, written as JSON with the answers that Django gives, through the public
 * API on any of the four databases, and judges each answer. It interprets and compares; it computes nothing itself.
 */
@NullMarked
package org.fetchwise.conformance;

import org.jspecify.annotations.NullMarked;
