/** What a test of an application needs: assertions on the queries it ran, and a data source without a database. */
@NullMarked
package org.fetchwise.testkit;

import org.jspecify.annotations.NullMarked;
