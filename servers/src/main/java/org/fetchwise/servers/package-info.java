/**
 * The databases that the guide and the tests run on. {@link org.fetchwise.servers.Servers} starts a server when its first
 * database is asked for, shares it within the Java process, and stops it with the process.
 *
 * <p>PostgreSQL and MariaDB come as binaries from Maven Central; H2 and SQLite are libraries. Binaries are unpacked once
 * per user, data lives in a directory of the run, and both survive what is done to the process: two processes may unpack
 * at the same time, and what a killed one left behind is stopped by its watchdog or removed by the next run.
 */
@NullMarked
package org.fetchwise.servers;

import org.jspecify.annotations.NullMarked;
