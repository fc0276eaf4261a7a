package org.fetchwise.write;

import java.util.List;
import java.util.ServiceLoader;
import org.fetchwise.error.InvalidObjectException;
import org.fetchwise.error.InvalidObjectException.Violation;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.spi.ObjectValidator;

/**
 * Who says what is wrong with objects before they are written: all that are installed. Immutable.
 *
 * @param installed those who say it
 */
public record Validators(List<ObjectValidator> installed) {
    public Validators {
        installed = List.copyOf(installed);
    }

    /** {@return those that {@link ServiceLoader} finds} */
    public static Validators found() {
        return new Validators(ServiceLoader.load(ObjectValidator.class, Validators.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Refuses an object that breaks a rule. */
    void check(EntityMeta<?> entity, Object object) {
        check(entity, List.of(object));
    }

    /** Refuses objects of which one breaks a rule. */
    void check(EntityMeta<?> entity, List<?> objects) {
        for (ObjectValidator validator : installed) {
            if (validator.hasRules(entity)) {
                for (int at = 0; at < objects.size(); at++) {
                    List<Violation> violations = validator.validate(entity, objects.get(at));
                    if (!violations.isEmpty()) {
                        throw new InvalidObjectException(subject(entity, at, objects.size()), violations);
                    }
                }
            }
        }
    }

    private static String subject(EntityMeta<?> entity, int at, int size) {
        return size == 1 ? "This " + entity : "Number " + (at + 1) + " of " + size + " objects of " + entity;
    }
}
