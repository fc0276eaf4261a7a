package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.visits.QBooking.BOOKING;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.visits.Booking;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.Saved;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Columns that tell when and by whom a row was written. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class AuditTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T10:00:00.123456Z");
    private static final Instant SECOND = Instant.parse("2026-01-02T11:30:00Z");

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final QuerySet.Of<Booking> earlier;
    private final QuerySet.Of<Booking> later;

    AuditTest(Engine engine) {
        library = Library.empty(engine);
        earlier = at(FIRST, 7L);
        later = at(SECOND, 8L);
    }

    private QuerySet.Of<Booking> at(Instant time, Long user) {
        Database database = library.database().withListener(recorder);
        return database.withClock(Clock.fixed(time.plusNanos(789), ZoneOffset.UTC))
                .withUser(() -> user)
                .objects(BOOKING);
    }

    @AfterEach
    void everyConnectionIsBack() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Booking of(String guest) {
        Booking booking = new Booking();
        booking.setGuest(guest);
        return booking;
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private void assertWritten(String guest, Instant updated, Long by) {
        Booking read = earlier.get(BOOKING.guest.eq(guest));
        assertThat(read.getCreatedAt()).isEqualTo(FIRST);
        assertThat(read.getCreatedBy()).isEqualTo("7");
        assertThat(read.getUpdatedAt()).isEqualTo(local(updated));
        assertThat(read.getUpdatedBy()).isEqualTo(by);
    }

    @Test
    void aNewRow_tellsWhenAndByWhomItWasWritten() {
        Booking created = earlier.create(of("Ada"));
        assertThat(created.getCreatedAt()).isEqualTo(FIRST);
        assertThat(created.getUpdatedAt()).isEqualTo(local(FIRST));
        assertWritten("Ada", FIRST, 7L);
        Booking imported = of("Bert");
        imported.setCreatedAt(SECOND);
        assertThat(later.bulkCreate(List.of(imported)).getFirst().getCreatedAt())
                .isEqualTo(SECOND);
    }

    @Test
    void aSavedRow_tellsIt_andNothingIsWrittenForItAlone() {
        List<Saved<?>> told = new ArrayList<>();
        library.database().events().afterWrite(BOOKING, change -> told.add((Saved<?>) change));
        Long key = earlier.create(of("Ada")).getId();
        Booking partial = later.only(BOOKING.guest).get(BOOKING.id.eq(key));
        recorder.clear();
        later.save(partial);
        assertThat(recorder.texts()).isEmpty();
        partial.setGuest("Bert");
        later.save(partial);
        assertThat(recorder.texts()).hasSize(1);
        assertThat(partial.getUpdatedAt()).isEqualTo(local(SECOND));
        assertThat(recorder.texts()).hasSize(1);
        assertThat(told.getLast().changed()).hasToString("[guest, updatedAt, updatedBy]");
        assertWritten("Bert", SECOND, 8L);
    }

    @Test
    void aPlainObject_leavesWhoCreatedItsRow() {
        Booking plain = of("Bert");
        plain.setId(earlier.create(of("Ada")).getId());
        Booking saved = later.save(plain);
        assertThat(saved.getCreatedAt()).isEqualTo(FIRST);
        assertThat(saved.getCreatedBy()).isEqualTo("7");
        assertThat(saved.getUpdatedBy()).isEqualTo(8L);
        assertWritten("Bert", SECOND, 8L);
    }

    @Test
    void manyRows_tellIt() {
        List<Booking> made = earlier.bulkCreate(List.of(of("Ada"), of("Bert"), of("Cleo")));
        later.filter(BOOKING.guest.eq("Ada")).update(BOOKING.guest.to("Anna"));
        assertWritten("Anna", SECOND, 8L);
        made.get(1).setGuest("Bob");
        later.bulkUpdate(made.subList(1, 2), List.of(BOOKING.guest));
        assertThat(made.get(1).getUpdatedBy()).isEqualTo(8L);
        assertWritten("Bob", SECOND, 8L);
        later.bulkUpsert(List.of(of("Cleo")), onConflict(BOOKING.guest).update(BOOKING.guest));
        assertWritten("Cleo", SECOND, 8L);
        later.update(BOOKING.updatedAt.to(local(FIRST)));
        assertWritten("Anna", FIRST, 8L);
    }

    @Test
    void withoutUsers_nothingIsSaidOfThem_andOneOfAnotherTypeIsRefused() {
        Booking created = earlier.create(of("Ada"));
        library.database().objects(BOOKING).update(BOOKING.guest.to("Anna"));
        assertThat(earlier.get().getUpdatedBy()).isEqualTo(7L);
        QuerySet.Of<Booking> wrong =
                library.database().withUser(() -> List.of()).objects(BOOKING);
        assertThatThrownBy(() -> wrong.update(BOOKING.guest.to("Bert")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("'updatedBy' of Booking holds users of type Long");
        assertThatThrownBy(() -> later.bulkUpdate(List.of(created), List.of(BOOKING.createdAt)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("updatable = false");
    }
}
