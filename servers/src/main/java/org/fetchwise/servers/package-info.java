/** The databases that the guide and the tests run on: started when asked for, shared by a Java process, stopped with it. */
@NullMarked
package org.fetchwise.servers;

import org.jspecify.annotations.NullMarked;
