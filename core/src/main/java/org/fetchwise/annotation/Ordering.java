package org.fetchwise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default ordering of an entity, as in Django's {@code Meta.ordering}: used by a query that has no order of its own,
 * and in place of the relation where a query orders by a relation to this entity.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Ordering {
    /** {@return attribute names separated by commas; a leading minus sign means descending, as in {@code "-createdAt, id"}} */
    String value();
}
