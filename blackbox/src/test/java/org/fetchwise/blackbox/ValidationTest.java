package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.visits.QBooking.BOOKING;

import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.visits.Booking;
import org.fetchwise.error.InvalidObjectException;
import org.fetchwise.error.InvalidObjectException.Violation;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects that break the constraints of their class are not written. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ValidationTest {
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final QuerySet.Of<Booking> bookings;

    ValidationTest(Engine engine) {
        library = Library.empty(engine);
        bookings = library.database().withListener(recorder).objects(BOOKING);
    }

    @AfterEach
    void everyConnectionIsBack() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Booking of(String guest, int seats) {
        Booking booking = new Booking();
        booking.setGuest(guest);
        booking.setSeats(seats);
        return booking;
    }

    private void assertRefused(ThrowingCallable call, String message) {
        recorder.clear();
        assertThatThrownBy(call)
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
        assertThat(recorder.texts()).isEmpty();
    }

    @Test
    void anObjectThatBreaksARule_isNotCreated() {
        assertRefused(() -> bookings.create(of("secret", 0)), "This Booking was not written: 'seats' ");
        assertThatThrownBy(() -> bookings.create(of(" ", 0)))
                .isInstanceOfSatisfying(
                        InvalidObjectException.class,
                        failure -> assertThat(failure.violations())
                                .extracting(Violation::attribute)
                                .containsExactlyInAnyOrder("guest", "seats"));
    }

    @Test
    void anObjectThatBreaksARule_isNotSaved_andWhatIsNotLoadedIsNotAskedFor() {
        Booking created = bookings.create(of("Ada", 2));
        created.setSeats(-1);
        assertRefused(() -> bookings.save(created), "'seats' ");
        Booking partial = bookings.only(BOOKING.seats).get();
        partial.setSeats(3);
        recorder.clear();
        bookings.save(partial);
        assertThat(recorder.texts()).hasSize(1);
        Booking plain = of("Bert", 0);
        plain.setId(created.getId());
        assertRefused(() -> bookings.save(plain), "'seats' ");
    }

    @Test
    void ofManyObjects_theFirstThatBreaksARuleIsNamed_andNoneIsWritten() {
        List<Booking> some = List.of(of("Ada", 1), of("secret", 0), of("", 1));
        assertRefused(() -> bookings.bulkCreate(some), "Number 2 of 3 objects of Booking was not written");
        assertRefused(
                () -> bookings.bulkUpsert(some, onConflict(BOOKING.guest).update(BOOKING.seats)),
                "Number 2 of 3 objects of Booking was not written");
        assertRefused(() -> bookings.withoutKeys().bulkCreate(some), "Number 2 of 3");
        List<Booking> made = bookings.bulkCreate(List.of(of("Ada", 1), of("Bert", 1)));
        made.getLast().setSeats(0);
        assertRefused(() -> bookings.bulkUpdate(made, List.of(BOOKING.seats)), "Number 2 of 2");
        assertThat(bookings.filter(BOOKING.seats.eq(1)).count()).isEqualTo(2);
    }
}
