package org.fetchwise.blackbox.library;

import org.fetchwise.QuerySet;

/** The authors. */
public interface Authors extends QuerySet<Author, Authors> {}
