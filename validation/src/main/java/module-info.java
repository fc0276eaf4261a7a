import org.fetchwise.spi.ObjectValidator;
import org.fetchwise.validation.JakartaValidator;

/** Checks objects by the constraints of Jakarta Validation before their rows are written. */
module org.fetchwise.validation {
    requires transitive org.fetchwise.core;
    requires transitive jakarta.validation;
    requires static org.jspecify;

    exports org.fetchwise.validation;

    provides ObjectValidator with
            JakartaValidator;
}
