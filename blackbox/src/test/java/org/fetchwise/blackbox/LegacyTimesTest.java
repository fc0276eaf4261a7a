package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.library.QAppointment.APPOINTMENT;
import static org.fetchwise.expr.Functions.lookup;

import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Appointment;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates, times and calendars of classes older than {@code java.time}, which a clock in the JVM's zone shows. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
@SuppressWarnings("JavaUtilDate") // they are what is tested
class LegacyTimesTest {
    static final LocalDateTime MOMENT = LocalDateTime.parse("2024-05-01T13:45:30.123456");
    private static final Instant NOW = Instant.parse("2024-06-01T10:00:00.654321Z");

    private final Library library;
    private final Database database;
    private final QuerySet.Of<Appointment> appointments;

    LegacyTimesTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
        appointments = database.objects(APPOINTMENT);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    static Appointment full() {
        Appointment appointment = new Appointment();
        appointment.setDay(date(MOMENT.toLocalDate().atStartOfDay()));
        appointment.setAlarm(date(LocalTime.of(7, 30).atDate(LocalDate.EPOCH)));
        appointment.setBegins(calendar(MOMENT));
        appointment.setEnds(calendar(MOMENT.toLocalDate().atStartOfDay()));
        appointment.setSent(Timestamp.valueOf(MOMENT));
        appointment.setDue(java.sql.Date.valueOf(MOMENT.toLocalDate()));
        appointment.setOpens(Time.valueOf(LocalTime.of(9, 15)));
        return appointment;
    }

    static void expectFull(Appointment read) {
        assertThat(new Date(read.getDay().getTime()))
                .isEqualTo(date(MOMENT.toLocalDate().atStartOfDay()));
        assertThat(LocalTime.ofInstant(Instant.ofEpochMilli(read.getAlarm().getTime()), ZoneId.systemDefault()))
                .isEqualTo(LocalTime.of(7, 30));
        assertThat(read.getBegins().getTimeInMillis()).isEqualTo(date(MOMENT).getTime());
        assertThat(read.getEnds().getTime()).isEqualTo(date(MOMENT.toLocalDate().atStartOfDay()));
        assertThat(read.getSent()).isEqualTo(Timestamp.valueOf(MOMENT));
        assertThat(read.getDue()).hasToString("2024-05-01");
        assertThat(read.getOpens()).hasToString("09:15:00");
    }

    static Date date(LocalDateTime shown) {
        return Date.from(shown.atZone(ZoneId.systemDefault()).toInstant());
    }

    private static Calendar calendar(LocalDateTime shown) {
        Calendar calendar = new GregorianCalendar();
        calendar.setTime(date(shown));
        return calendar;
    }

    @Test
    void theyAreReadAsTheyWereWritten() {
        Appointment made = appointments.create(full());
        expectFull(appointments.get());
        assertThat(made.getCreated()).isEqualTo(Date.from(NOW));
        assertThat(appointments.get().getCreated()).isEqualTo(Date.from(NOW));
        Appointment empty = appointments.create(new Appointment());
        assertThat(appointments.get(APPOINTMENT.id.eq(empty.getId())).getSent()).isNull();
    }

    @Test
    void theColumns_holdWhatAClockShows() {
        appointments.create(full());
        library.execute("UPDATE \"appointment\" SET \"sent_at\" = \"begins_at\", \"day\" = '2024-05-02',"
                + " \"opens_at\" = '10:00:00';\n");
        Appointment read = appointments.get();
        assertThat(read.getSent().toLocalDateTime().toLocalTime()).isEqualTo(LocalTime.parse("13:45:30.123"));
        assertThat(read.getDay()).isEqualTo(date(LocalDateTime.parse("2024-05-02T00:00")));
        assertThat(read.getOpens()).hasToString("10:00:00");
    }

    @Test
    void conditions_takeTheirOwnValues_andText() {
        appointments.create(full());
        expect(APPOINTMENT.sent.eq(Timestamp.valueOf(MOMENT)));
        expect(APPOINTMENT.sent.lt(Timestamp.valueOf(MOMENT.plusSeconds(1))));
        expect(APPOINTMENT.day.eq(date(MOMENT)));
        expect(APPOINTMENT.begins.le(calendar(MOMENT)));
        expect(APPOINTMENT.due.isIn(java.sql.Date.valueOf("2024-05-01"), java.sql.Date.valueOf("2024-05-03")));
        expect(lookup("sent__gte", "2024-05-01T13:45:30"));
        expect(lookup("day", "2024-05-01"));
        expect(lookup("opens__lt", "09:16:00"));
        assertThat(appointments.values(APPOINTMENT.due).list()).containsExactly(java.sql.Date.valueOf("2024-05-01"));
    }

    private void expect(Condition<? super Appointment> condition) {
        assertThat(appointments.filter(condition).count()).as("%s", condition).isEqualTo(1);
    }

    @Test
    void aDateThatIsChangedInPlace_isSaved() {
        appointments.create(full());
        Appointment read = appointments.get();
        read.getDay().setTime(date(LocalDateTime.parse("2024-05-09T00:00")).getTime());
        read.getBegins().add(Calendar.DAY_OF_MONTH, 1);
        appointments.save(read);
        assertThat(appointments.get().getDay()).isEqualTo(date(LocalDateTime.parse("2024-05-09T00:00")));
        assertThat(appointments.get().getBegins().get(Calendar.DAY_OF_MONTH)).isEqualTo(2);
        assertThat(appointments.get().getChanged()).isEqualTo(Date.from(NOW));
        assertThat(List.of(appointments.get().getSent())).containsExactly(Timestamp.valueOf(MOMENT));
    }
}
