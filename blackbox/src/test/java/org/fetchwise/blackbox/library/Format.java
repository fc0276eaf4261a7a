package org.fetchwise.blackbox.library;

/** How a book is made. */
public enum Format {
    HARDCOVER,
    PAPERBACK,
    EBOOK
}
