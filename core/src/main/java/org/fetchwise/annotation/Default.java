package org.fetchwise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that a new row gets where the object has none: {@link #UUID}, {@link #NOW}, or a literal of the attribute's
 * type, such as {@code "0"} or <code>"{}"</code>.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface Default {
    /** A fresh random UUID. */
    String UUID = "UUID";

    /** The time of the database handle's clock. */
    String NOW = "NOW";

    /** {@return what to supply} */
    String value();
}
