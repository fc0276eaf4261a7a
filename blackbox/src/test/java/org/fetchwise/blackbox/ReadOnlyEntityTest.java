package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.company.QContract.CONTRACT;
import static org.fetchwise.blackbox.company.QTitle.TITLE;
import static org.fetchwise.expr.Functions.lookup;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Contract;
import org.fetchwise.blackbox.company.Contract.State;
import org.fetchwise.blackbox.company.Contract.Title;
import org.fetchwise.blackbox.company.Money;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities whose class is a record or final: read whole, through their constructor, and never written. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ReadOnlyEntityTest {
    private static final Contract LEASE = new Contract(
            1L, "lease", LocalDate.of(2024, 2, 29), 12, new Money(new BigDecimal("9.50"), null), null, State.SIGNED);
    private static final Contract DRAFT = new Contract(2L, "draft", null, 0, null, null, null);

    private final Library library;
    private final Database database;
    private final QuerySet.Of<Contract> contracts;

    ReadOnlyEntityTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database();
        contracts = database.objects(CONTRACT);
        library.execute("""
            INSERT INTO "contract" ("id", "title", "signed", "pages", "worth", "state") VALUES
                (1, 'lease', '2024-02-29', 12, 9.50, 'SIGNED');
            INSERT INTO "contract" ("id", "title", "pages") VALUES (2, 'draft', 0);
            """);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void rows_becomeRecords() {
        assertThat(contracts.list()).containsExactly(DRAFT, LEASE);
        assertThat(contracts.get(CONTRACT.id.eq(1))).isEqualTo(LEASE);
        assertThat(contracts.first()).contains(DRAFT);
        assertThat(contracts.inBulk(List.of(1L, 3L))).hasSize(1).containsEntry(1L, LEASE);
        try (Stream<Contract> stream = contracts.stream()) {
            assertThat(stream).containsExactly(DRAFT, LEASE);
        }
        assertThat(database.objects(TITLE).orderBy(TITLE.id).list())
                .extracting(Title::getTitle)
                .containsExactly("lease", "draft");
    }

    @Test
    void pathsLeadToColumns() {
        assertThat(contracts.filter(CONTRACT.worth().amount.gt(BigDecimal.ONE)).list())
                .containsExactly(LEASE);
        assertThat(contracts.filter(lookup("state", "SIGNED")).count()).isOne();
        assertThat(contracts.exclude(CONTRACT.signed.isNull()).list()).containsExactly(LEASE);
        assertThat(contracts
                        .values(CONTRACT.title, CONTRACT.pages)
                        .into((title, pages) -> title + pages)
                        .list())
                .containsExactly("draft0", "lease12");
        assertThat(contracts.aggregate(CONTRACT.pages.sum())).isEqualTo(12);
    }

    @Test
    void whatIsNoReading_isRefused() {
        refused(() -> contracts.create(LEASE), "Contract is read-only");
        refused(() -> contracts.save(LEASE), "Contract is read-only");
        refused(() -> contracts.delete(LEASE), "Contract is read-only");
        refused(() -> contracts.bulkCreate(List.of(LEASE)), "Contract is read-only");
        refused(() -> contracts.update(CONTRACT.pages.to(1)), "Contract is read-only");
        refused(() -> contracts.delete(), "Contract is read-only");
        refused(() -> contracts.only(CONTRACT.title), "read as a whole");
        refused(() -> contracts.defer(CONTRACT.title), "read as a whole");
        assertThat(contracts.count()).isEqualTo(2);
    }

    private static void refused(Runnable call, String message) {
        assertThatThrownBy(call::run).isInstanceOf(QueryException.class).hasMessageContaining(message);
    }
}
