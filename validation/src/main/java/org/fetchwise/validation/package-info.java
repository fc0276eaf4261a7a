/**
 * Jakarta Validation: with this module and a provider such as Hibernate Validator beside core, objects are checked before their rows
 * are inserted or updated. A validator with settings of its own is given to a subclass of
 * {@link org.fetchwise.validation.JakartaValidator} that is registered instead.
 */
@NullMarked
package org.fetchwise.validation;

import org.jspecify.annotations.NullMarked;
