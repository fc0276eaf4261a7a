package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.concert.QApplause.APPLAUSE;
import static org.fetchwise.blackbox.concert.QConcert.CONCERT;
import static org.fetchwise.blackbox.concert.QPerformance.PERFORMANCE;
import static org.fetchwise.blackbox.concert.QPiece.PIECE;
import static org.fetchwise.blackbox.concert.QRehearsal.REHEARSAL;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.concert.Applause;
import org.fetchwise.blackbox.concert.Concert;
import org.fetchwise.blackbox.concert.Performance;
import org.fetchwise.blackbox.concert.Piece;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.BulkChange;
import org.fetchwise.event.BulkChange.Operation;
import org.fetchwise.event.LinksChange;
import org.fetchwise.event.Removed;
import org.fetchwise.event.Saved;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many-to-many relations over tables that have an entity of their own, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class LinkEntityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Performance> performances;
    private final Concert concert;
    private final Concert other;
    private final Piece first;
    private final Piece second;
    private final Piece third;

    LinkEntityTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
        performances = database.objects(PERFORMANCE).orderBy(PERFORMANCE.piece().title);
        concert = database.objects(CONCERT).create(new Concert("North"));
        other = database.objects(CONCERT).create(new Concert("South"));
        first = database.objects(PIECE).create(new Piece("first"));
        second = database.objects(PIECE).create(new Piece("second"));
        third = database.objects(PIECE).create(new Piece("third"));
        recorder.clear();
    }

    @AfterEach
    void everyConnectionIsBack() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private QuerySet.Related<Piece> pieces() {
        return database.related(concert, CONCERT.pieces());
    }

    private List<String> titles(Concert of) {
        return database.related(of, CONCERT.pieces())
                .orderBy(PIECE.title)
                .values(PIECE.title)
                .list();
    }

    @Test
    void addedRows_getTheKeysAndDefaultsOfTheirEntity() {
        pieces().addAll(List.of(first, second));
        assertThat(titles(concert)).containsExactly("first", "second");
        assertThat(performances.list()).hasSize(2).allSatisfy(performance -> {
            assertThat(performance.getId()).isNotNull();
            assertThat(performance.getMinutes()).isEqualTo(10);
            assertThat(performance.getKind()).isEqualTo("program");
            assertThat(performance.getPlannedAt()).isEqualTo(NOW);
            assertThat(performance.getConcert().getId()).isEqualTo(concert.getId());
        });
        assertThat(performances.values(PERFORMANCE.id).list()).doesNotHaveDuplicates();
    }

    @Test
    void addedRows_getValues_andThoseThatAreThereStay() {
        pieces().addAll(List.of(first), List.of(PERFORMANCE.minutes.to(30), PERFORMANCE.kind.to("encore")));
        pieces().addAll(List.of(first, second, second), List.of(PERFORMANCE.minutes.to(5)));
        assertThat(performances.values(PERFORMANCE.minutes).list()).containsExactly(30, 5);
        assertThat(performances.values(PERFORMANCE.kind).list()).containsExactly("encore", "program");
        // From the other end it is the same table.
        database.related(third, PIECE.concerts()).addAll(List.of(concert), List.of(PERFORMANCE.minutes.to(7)));
        assertThat(performances.values(PERFORMANCE.minutes).list()).containsExactly(30, 5, 7);
    }

    @Test
    void theValuesOfTheManual_areThoseOfTheRows() {
        QuerySet.Related<Piece> pieces = database.related(concert, CONCERT.pieces());
        pieces.addAll(List.of(first, second), List.of(PERFORMANCE.minutes.to(30), PERFORMANCE.kind.to("encore")));
        assertThat(performances
                        .filter(PERFORMANCE.kind.eq("encore"))
                        .values(PERFORMANCE.minutes)
                        .list())
                .containsExactly(30, 30);
    }

    @Test
    void manyRows_takeOneStatementMore() {
        recorder.assertQueries(2, () -> pieces().addAll(List.of(first, second, third)));
        recorder.assertQueries(1, () -> pieces().addAll(List.of(first, second, third)));
    }

    @Test
    void rowsWithNothingOfTheirOwn_areWrittenAtOnce() {
        QuerySet.Related<Piece> rehearsed = database.related(concert, CONCERT.rehearsed());
        recorder.assertQueries(1, () -> rehearsed.addAll(List.of(first, second)));
        recorder.assertQueries(1, () -> rehearsed.remove(first));
        assertThat(database.objects(REHEARSAL).values(REHEARSAL.piece().title).list())
                .containsExactly("second");
    }

    @Test
    void setAll_keepsTheRowsThatStay() {
        pieces().addAll(List.of(first, second), List.of(PERFORMANCE.minutes.to(30)));
        pieces().setAll(List.of(second, third));
        assertThat(titles(concert)).containsExactly("second", "third");
        assertThat(performances.values(PERFORMANCE.minutes).list()).containsExactly(30, 10);
    }

    @Test
    void removedRows_takeAlongWhatRefersToThem() {
        pieces().addAll(List.of(first, second));
        database.related(other, CONCERT.pieces()).add(first);
        for (Performance performance : performances.list()) {
            database.objects(APPLAUSE).create(new Applause(performance, 60));
        }
        pieces().remove(first);
        assertThat(titles(concert)).containsExactly("second");
        assertThat(database.objects(APPLAUSE).count()).isEqualTo(2);
        pieces().clear();
        assertThat(titles(concert)).isEmpty();
        assertThat(titles(other)).containsExactly("first");
        assertThat(database.objects(APPLAUSE).count()).isEqualTo(1);
    }

    @Test
    void aCreatedObject_isLinkedAtOnce() {
        Piece fresh = pieces().create(new Piece("fresh"));
        assertThat(performances.get().getPiece().getId()).isEqualTo(fresh.getId());
    }

    @Test
    void aGraph_hasWholeLinks() {
        Concert fresh = new Concert("West");
        fresh.setPieces(Set.of(first, new Piece("fresh")));
        fresh.setRehearsed(Set.of(second));
        Concert saved = database.objects(CONCERT).saveGraph(fresh);
        assertThat(titles(saved)).containsExactly("first", "fresh");
        assertThat(performances.values(PERFORMANCE.minutes).list()).containsExactly(10, 10);
        assertThat(performances.values(PERFORMANCE.kind).list()).containsExactly("program", "program");
        assertThat(database.objects(REHEARSAL).count()).isEqualTo(1);
    }

    @Test
    void bothEndsAndTheEntityBetween_areTold() {
        List<String> told = new ArrayList<>();
        database.events().afterEveryWrite(change -> {
            switch (change) {
                case LinksChange<?> links -> told.add(links.entity() + "." + links.relation());
                case BulkChange<?> bulk -> told.add(bulk.operation() + " " + bulk.rows() + " " + bulk.entity());
                case Saved<?> saved -> told.add("saved " + saved.entity());
                case Removed<?> removed -> told.add("removed " + removed.entity());
            }
        });
        pieces().addAll(List.of(first, second));
        assertThat(told).containsExactly(Operation.CREATED + " 2 Performance", "Concert.pieces", "Piece.concerts");
        told.clear();
        pieces().remove(first);
        assertThat(told).containsExactly(Operation.DELETED + " 1 Performance", "Concert.pieces", "Piece.concerts");
        told.clear();
        pieces().remove(third);
        assertThat(told).isEmpty();
        database.related(concert, CONCERT.rehearsed()).add(first);
        assertThat(told).containsExactly(Operation.CREATED + " 1 Rehearsal", "Concert.rehearsed");
    }

    @Test
    void valuesThatFitNoEntityBetween_areRefused() {
        recorder.clear();
        assertThatThrownBy(() -> database.related(concert, CONCERT.proposed())
                        .addAll(List.of(first), List.of(PERFORMANCE.minutes.to(5))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("map an entity over the table 'proposal'");
        assertThatThrownBy(() -> pieces().addAll(
                                List.of(first), List.of(PERFORMANCE.concert().to(other))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("told by the objects that are added");
        assertThatThrownBy(() ->
                        pieces().addAll(List.of(first), List.of(PERFORMANCE.minutes.to(PERFORMANCE.minutes.plus(1)))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("not an expression");
        assertThat(performances.exists()).isFalse();
    }
}
