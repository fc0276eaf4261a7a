/** Books, their authors and what hangs on them: the entities of the tests of reading. */
package org.fetchwise.hydrate.shelf;
