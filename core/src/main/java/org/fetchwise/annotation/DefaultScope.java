package org.fetchwise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default method of a queryset interface that every queryset of the interface begins with, such as one that leaves out what
 * was archived. It filters, and does nothing else. {@code unscoped()} takes it away.
 *
 * <p>It holds for querysets of the interface alone: relations lead to all objects, and so do cascades of a delete.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface DefaultScope {}
