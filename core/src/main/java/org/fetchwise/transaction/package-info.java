/**
 * What users say and are told about transactions: {@link org.fetchwise.transaction.TransactionOptions} of a block, and the
 * {@link org.fetchwise.transaction.TransactionContext} that stands for a block that is open.
 */
@NullMarked
package org.fetchwise.transaction;

import org.jspecify.annotations.NullMarked;
