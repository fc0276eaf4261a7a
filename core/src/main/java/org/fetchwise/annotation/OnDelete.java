package org.fetchwise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What happens to the rows that refer to a row that is deleted; written on the to-one relation of the referring entity.
 * Without it the relation is {@link DeleteRule#PROTECT protected}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface OnDelete {
    /** {@return the rule} */
    DeleteRule value();
}
