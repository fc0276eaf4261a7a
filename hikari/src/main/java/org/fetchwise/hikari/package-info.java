/** Connection pools for {@code Database.connect}, made by HikariCP. */
@NullMarked
package org.fetchwise.hikari;

import org.jspecify.annotations.NullMarked;
