package org.fetchwise.validation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import org.fetchwise.error.InvalidObjectException.Violation;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ValueType;
import org.fetchwise.spi.ObjectValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JakartaValidatorTest {
    private static final class Parcel {
        @NotBlank(message = "needs a name")
        private final String label;

        @Positive
        private final int weight;

        Parcel(String label, int weight) {
            this.label = label;
            this.weight = weight;
        }

        @Override
        public String toString() {
            return label + " " + weight;
        }
    }

    private static final class Unruly {}

    /** The validator asks for the class alone. */
    private static final class NoAccess<T> extends EntityAccess<T> {
        @Override
        public T newManaged(FetchGroup group) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(T entity, RowReader row, long columns, int at) throws SQLException {
            throw new UnsupportedOperationException();
        }

        @Override
        public @Nullable Object get(T entity, int attribute) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void set(T entity, int attribute, @Nullable Object value) {
            throw new UnsupportedOperationException();
        }
    }

    private static <T> EntityMeta<T> meta(Class<T> type) {
        ColumnAttribute key = new ColumnAttribute(0, "id", "id", ValueType.LONG, 0, 0, 0, null, Trait.KEY);
        return new EntityMeta<>(
                type,
                type.getSimpleName(),
                List.of(key),
                List.of(),
                List.of(),
                List.of(),
                TableConstraints.NONE,
                new KeyGeneration.Assigned(),
                new NoAccess<>(),
                0);
    }

    @Test
    void aBrokenConstraint_isToldWithItsAttributeAndItsMessage() {
        ObjectValidator validator = new JakartaValidator();
        assertThat(validator.validate(meta(Parcel.class), new Parcel("", 1)))
                .containsExactly(new Violation("label", "needs a name"));
        assertThat(validator.validate(meta(Parcel.class), new Parcel("book", 1)))
                .isEmpty();
    }

    @Test
    void aClassWithoutConstraints_hasNoRules() {
        ObjectValidator validator = new JakartaValidator();
        assertThat(validator.hasRules(meta(Parcel.class))).isTrue();
        assertThat(validator.hasRules(meta(Unruly.class))).isFalse();
    }

    @Test
    void theValidator_isFoundAsAService_andTakesAFactoryOfOnesOwn() {
        assertThat(ServiceLoader.load(ObjectValidator.class)).singleElement().isInstanceOf(JakartaValidator.class);
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            ObjectValidator own = new JakartaValidator(factory) {};
            assertThat(own.validate(meta(Parcel.class), new Parcel("book", 0))).hasSize(1);
        }
    }
}
