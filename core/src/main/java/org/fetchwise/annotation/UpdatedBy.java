package org.fetchwise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who last inserted or updated the row: what {@code db.withUser(...)} tells. Every update that the library sends sets it, also those
 * of many rows, unless the update itself says a value or the handle knows no users.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface UpdatedBy {}
