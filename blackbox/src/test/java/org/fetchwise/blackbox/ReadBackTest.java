package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.visits.QInvoice.INVOICE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.visits.Invoice;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database makes of a row comes back into its object: defaults, calculated columns, versions. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ReadBackTest {
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final QuerySet.Of<Invoice> invoices;

    ReadBackTest(Engine engine) {
        library = Library.own(engine);
        library.execute("""
            ALTER TABLE "invoice" DROP COLUMN "gross";
            ALTER TABLE "invoice" DROP COLUMN "state";
            ALTER TABLE "invoice" ADD COLUMN "gross" INTEGER GENERATED ALWAYS AS ("net" * 2);
            ALTER TABLE "invoice" ADD COLUMN "state" VARCHAR(20) DEFAULT 'open';
            """);
        invoices = library.database().withListener(recorder).objects(INVOICE);
    }

    @AfterEach
    void everyConnectionIsBack() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Invoice of(int net) {
        Invoice invoice = new Invoice();
        invoice.setNet(net);
        return invoice;
    }

    @Test
    void aNewRow_givesBackItsDefaultsAndWhatWasCalculated() {
        Invoice created = invoices.create(of(5));
        assertThat(recorder.texts()).hasSize(1);
        assertThat(created.getGross()).isEqualTo(10);
        assertThat(created.getState()).isEqualTo("open");
        assertThat(invoices.bulkCreate(List.of(of(6), of(7))))
                .extracting(Invoice::getGross)
                .containsExactly(12, 14);
    }

    @Test
    void anUpdatedRow_givesBackWhatWasCalculated_orItIsReadWithTheNextTouch() {
        Invoice invoice = invoices.create(of(5));
        invoice.setNet(8);
        invoice.setState("sent");
        invoices.save(invoice);
        assertThat(invoice.getGross()).isEqualTo(16);
        invoice.setNet(9);
        invoices.bulkUpdate(List.of(invoice), List.of(INVOICE.net));
        assertThat(invoice.getGross()).isEqualTo(18);
        assertThat(invoices.get().getState()).isEqualTo("sent");
    }

    @Test
    void aRowThatSomebodyElseHasSaved_isNotOverwritten() {
        Invoice first = invoices.create(of(5));
        Invoice second = invoices.get(INVOICE.id.eq(first.getId()));
        first.setNet(6);
        invoices.save(first);
        assertThat(first.getVersion()).isEqualTo(1);
        second.setNet(7);
        assertThatThrownBy(() -> invoices.save(second))
                .isInstanceOf(StaleObjectException.class)
                .hasMessageContaining("this Invoice")
                .hasMessageNotContaining("7");
        Invoice other = invoices.create(of(5));
        other.setNet(7);
        assertThatThrownBy(() -> invoices.bulkUpdate(List.of(other, second), List.of(INVOICE.net)))
                .isInstanceOf(StaleObjectException.class)
                .hasMessageContaining("Of 2 rows of Invoice 1 have been changed");
        assertThatThrownBy(() -> invoices.bulkUpdate(List.of(first, second), List.of(INVOICE.net)))
                .isInstanceOf(StaleObjectException.class)
                .hasMessageContaining("the same row of Invoice");
        assertThatThrownBy(() -> invoices.delete(second))
                .isInstanceOf(StaleObjectException.class)
                .hasMessageContaining("this Invoice");
        invoices.delete(other);
        assertThat(invoices.delete(other).total()).isZero();
        assertThat(invoices.values(INVOICE.net).list()).containsExactly(6);
        second.setNet(9);
        invoices.refresh(second);
        second.setNet(8);
        invoices.save(second);
        assertThat(invoices.values(INVOICE.net, INVOICE.version)
                        .into((net, version) -> net + " " + version)
                        .list())
                .containsExactly("8 2");
    }

    @Test
    void savesThatRunAtTheSameTime_loseNothing_whenTheStaleOnesAreRepeated() throws InterruptedException {
        Long key = invoices.create(of(0)).getId();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int time = 0; time < 10; time++) {
                    increment(key);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(invoices.values(INVOICE.net).list()).containsExactly(30);
    }

    private void increment(Long key) {
        while (true) {
            Invoice invoice = invoices.get(INVOICE.id.eq(key));
            invoice.setNet(invoice.getNet() + 1);
            try {
                invoices.save(invoice);
                return;
            } catch (StaleObjectException repeated) {
                Thread.onSpinWait();
            }
        }
    }
}
