/** The code of the manual: each page has a test here, and a test that every line of code on the page is in one of them. */
@NullMarked
package org.fetchwise.example.blog.manual;

import org.jspecify.annotations.NullMarked;
