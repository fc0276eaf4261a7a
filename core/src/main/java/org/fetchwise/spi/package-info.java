/**
 * What may be plugged in from outside: where connections come from ({@link org.fetchwise.spi.ConnectionSource},
 * {@link org.fetchwise.spi.ConnectionPoolProvider}), which transaction a thread is in
 * ({@link org.fetchwise.spi.Transactions}), and who watches the statements ({@link org.fetchwise.spi.QueryListener}).
 */
@NullMarked
package org.fetchwise.spi;

import org.jspecify.annotations.NullMarked;
