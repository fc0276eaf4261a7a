/**
 * What SQL querysets become: for each query its text on every database, the tables it reads, and its rows on the databases
 * that run inside the process.
 */
@NullMarked
package org.fetchwise.sqltext;

import org.jspecify.annotations.NullMarked;
