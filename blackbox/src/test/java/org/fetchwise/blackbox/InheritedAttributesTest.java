package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.company.QCustomer.CUSTOMER;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Customer;
import org.fetchwise.meta.Managed;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributes of mapped superclasses, which have type variables there, and versions. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class InheritedAttributesTest {
    private static final Instant EARLY = Instant.parse("2024-01-01T00:00:00Z");

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final QuerySet.Of<Customer> customers;

    InheritedAttributesTest(Engine engine) {
        library = Library.empty(engine);
        customers = library.database().withListener(recorder).objects(CUSTOMER);
        library.execute("""
            INSERT INTO "customer" ("revision", "created_at", "name") VALUES
                (3, '2024-01-01T00:00:00.000000Z', 'Ada'), (0, NULL, 'Bert');
            """);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void attributesOfSuperclasses_areReadAndCompared() {
        Customer ada = customers.get(CUSTOMER.id.eq(1));
        assertThat(ada.getName()).isEqualTo("Ada");
        assertThat(ada.getRevision()).isEqualTo(3);
        assertThat(ada.getCreatedAt()).isEqualTo(EARLY);
        assertThat(ada.getNote()).isNull();

        assertThat(customers
                        .filter(CUSTOMER.createdAt.isNull())
                        .values(CUSTOMER.name)
                        .list())
                .containsExactly("Bert");
        assertThat(customers
                        .orderBy(CUSTOMER.revision, CUSTOMER.id)
                        .values(CUSTOMER.id, CUSTOMER.revision)
                        .list())
                .extracting(row -> row.get(CUSTOMER.id))
                .containsExactly(2L, 1L);
    }

    @Test
    void theVersion_comesWithEveryObject_howeverLittleIsRead() {
        List<Customer> read = customers.only(CUSTOMER.name).orderBy(CUSTOMER.id).list();
        assertThat(read).extracting(Customer::getRevision).containsExactly(3, 0);
        assertThat(recorder.texts()).hasSize(1);

        assertThat(read.get(0).getCreatedAt()).isEqualTo(EARLY);
        assertThat(read.get(1).getCreatedAt()).isNull();
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void settersOfSuperclasses_markWhatTheyChange() {
        Customer ada = customers.get(CUSTOMER.id.eq(1));
        assertThat(((Managed) ada).$dirty()).isZero();

        ada.cameAt(EARLY.plusSeconds(1));
        ada.setNote("not stored");

        long created =
                Objects.requireNonNull(CUSTOMER.asEntity().find("createdAt")).bit();
        assertThat(((Managed) ada).$dirty()).isEqualTo(created);
    }
}
