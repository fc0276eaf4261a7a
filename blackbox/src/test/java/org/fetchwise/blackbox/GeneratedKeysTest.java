package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QBadge.BADGE;
import static org.fetchwise.blackbox.library.QTicket.TICKET;
import static org.fetchwise.blackbox.library.QVoucher.VOUCHER;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.blackbox.library.Badge;
import org.fetchwise.blackbox.library.Ticket;
import org.fetchwise.blackbox.library.Voucher;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys that the library makes: of sequences, of rows of a table, and at random, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class GeneratedKeysTest {
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;

    GeneratedKeysTest(Engine engine) {
        library = Library.own(engine);
        database = library.database().withListener(recorder);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void blocks_areUsedUpBeforeTheNextIsTaken() {
        List<Ticket> tickets = database.objects(TICKET)
                .bulkCreate(Stream.generate(Ticket::new).limit(101).toList());
        assertThat(tickets)
                .extracting(Ticket::getId)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 101).boxed().toList());
        recorder.clear();
        assertThat(database.objects(TICKET).create(new Ticket()).getId()).isEqualTo(102);
        assertThat(database.objects(TICKET).create(new Ticket()).getId()).isEqualTo(103);
        assertThat(recorder.texts())
                .filteredOn(text -> text.startsWith("INSERT"))
                .hasSize(2);

        List<Voucher> vouchers = database.objects(VOUCHER)
                .bulkCreate(Stream.generate(Voucher::new).limit(20).toList());
        assertThat(vouchers)
                .extracting(Voucher::getId)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(101, 120).boxed().toList());
        assertThat(database.objects(BADGE).create(new Badge()).getId()).isNotNull();
    }

    @Test
    void otherHandles_takeOtherKeys() {
        Database other = Database.of(library.pool());
        for (int turn = 0; turn < 8; turn++) {
            database.objects(TICKET).create(new Ticket());
            other.objects(TICKET).create(new Ticket());
            database.objects(VOUCHER).create(new Voucher());
            other.objects(VOUCHER).create(new Voucher());
        }
        assertThat(database.objects(TICKET).count()).isEqualTo(16);
        assertThat(database.objects(VOUCHER).count()).isEqualTo(16);
    }

    @Test
    void aBlockThatIsRolledBack_givesNoKeyAway() {
        database.atomic(() -> {
            database.objects(TICKET).create(new Ticket());
            database.objects(VOUCHER).create(new Voucher());
            database.transaction().orElseThrow().rollBackOnly();
        });
        Database other = Database.of(library.pool());
        for (int turn = 0; turn < 8; turn++) {
            other.objects(TICKET).create(new Ticket());
            other.objects(VOUCHER).create(new Voucher());
            database.objects(TICKET).create(new Ticket());
            database.objects(VOUCHER).create(new Voucher());
        }
        assertThat(database.objects(TICKET).count()).isEqualTo(16);
        assertThat(database.objects(VOUCHER).count()).isEqualTo(16);
    }
}
