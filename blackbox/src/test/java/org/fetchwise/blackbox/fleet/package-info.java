/** Vehicles and papers, whose classes have tables of their own, joined by their keys. */
@NullMarked
package org.fetchwise.blackbox.fleet;

import org.jspecify.annotations.NullMarked;
