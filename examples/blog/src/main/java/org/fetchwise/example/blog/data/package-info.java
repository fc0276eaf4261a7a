/**
 * Makes the rows of the blog. The same number of posts and the same seed give the same rows, on every machine and in every
 * database; {@link org.fetchwise.example.blog.data.BlogData} is the way in.
 */
@NullMarked
package org.fetchwise.example.blog.data;

import org.jspecify.annotations.NullMarked;
