package org.fetchwise.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.error.InvalidObjectException.Violation;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.spi.ObjectValidator;

/**
 * Checks objects by the constraints of their classes, in the group {@code Default}, and loads nothing for it. To check otherwise,
 * register a subclass that gives its own factory to the constructor. Safe for use by several threads.
 */
public class JakartaValidator implements ObjectValidator {
    private final Validator validator;

    /**
     * Checks as the provider on the class path does when nothing is set.
     *
     * @throws MappingException if there is no provider
     */
    public JakartaValidator() {
        this(standard());
    }

    /**
     * Checks as a factory's validators do.
     *
     * @param factory the factory, which stays open
     */
    protected JakartaValidator(ValidatorFactory factory) {
        this.validator = factory.usingContext()
                .traversableResolver(new LoadedAttributes())
                .getValidator();
    }

    private static ValidatorFactory standard() {
        try {
            return Validation.buildDefaultValidatorFactory();
        } catch (NoProviderFoundException missing) {
            throw new MappingException(
                    "fetchwise-validation is installed, but no provider of Jakarta Validation. Add"
                            + " org.hibernate.validator:hibernate-validator, or remove fetchwise-validation.",
                    missing);
        }
    }

    @Override
    public boolean hasRules(EntityMeta<?> entity) {
        return validator.getConstraintsForClass(entity.type()).isBeanConstrained();
    }

    @Override
    public List<Violation> validate(EntityMeta<?> entity, Object object) {
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<Object> violation : validator.validate(object)) {
            violations.add(new Violation(violation.getPropertyPath().toString(), violation.getMessage()));
        }
        return violations;
    }
}
