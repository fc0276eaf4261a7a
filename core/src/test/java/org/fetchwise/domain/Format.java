package org.fetchwise.domain;

/** How a book is made. */
public enum Format {
    HARDBACK,
    PAPERBACK,
    EBOOK
}
