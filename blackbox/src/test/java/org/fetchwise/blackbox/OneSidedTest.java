package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.fair.QHall.HALL;
import static org.fetchwise.blackbox.fair.QHelper.HELPER;
import static org.fetchwise.blackbox.fair.QLamp.LAMP;
import static org.fetchwise.blackbox.fair.QPermit.PERMIT;
import static org.fetchwise.blackbox.fair.QPoster.POSTER;
import static org.fetchwise.blackbox.fair.QStand.STAND;
import static org.fetchwise.blackbox.fair.QWare.WARE;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.prefetch;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.fair.Hall;
import org.fetchwise.blackbox.fair.HallId;
import org.fetchwise.blackbox.fair.Helper;
import org.fetchwise.blackbox.fair.Lamp;
import org.fetchwise.blackbox.fair.Permit;
import org.fetchwise.blackbox.fair.Poster;
import org.fetchwise.blackbox.fair.Stand;
import org.fetchwise.blackbox.fair.Ware;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections whose rows refer to their owner by columns that the collection declares. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class OneSidedTest {
    private final QueryRecorder recorder = new QueryRecorder();
    private final Library library;
    private final Database database;
    private final QuerySet.Of<Stand> stands;

    OneSidedTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        stands = database.objects(STAND).orderBy(STAND.id);
        library.execute("""
            INSERT INTO "stand" ("name") VALUES ('books'), ('cheese'), ('empty');
            INSERT INTO "ware" ("title", "price", "stand_id") VALUES
                ('atlas', 30, 1), ('novel', 10, 1), ('gouda', 5, 2), ('lost', 1, NULL);
            INSERT INTO "poster" ("text", "stand_id", "place") VALUES ('read', 1, 1), ('more', 1, 0), ('eat', 2, 0);
            INSERT INTO "helper" ("name", "stand_id") VALUES ('Cleo', 1), ('Ada', 1), ('Bert', 2);
            INSERT INTO "stand_permit" ("number", "stand_id") VALUES (7, 1);
            INSERT INTO "hall" ("town", "number") VALUES ('Oslo', 1), ('Oslo', 2), ('Bonn', 1);
            INSERT INTO "lamp" ("watts", "hall_town", "hall_number") VALUES
                (40, 'Oslo', 1), (60, 'Oslo', 2), (25, 'Oslo', 1);
            """);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static List<String> titles(Collection<Ware> wares) {
        return wares.stream().map(Ware::getTitle).sorted().toList();
    }

    private static List<String> texts(Collection<Poster> posters) {
        return posters.stream().map(Poster::getText).toList();
    }

    /** The page about mapping shows these. */
    @Test
    void theManualsCode_works() {
        Stand stand = stands.list().get(2);
        Ware lost = database.objects(WARE).get(WARE.title.eq("lost"));
        stands.filter(STAND.wares().price.gt(20));
        stands.values(STAND.name, STAND.wares().price.sum());
        database.related(stand, STAND.wares()).create(new Ware("map", 4));
        database.related(stand, STAND.wares()).add(lost);

        assertThat(titles(stand.getWares())).containsExactly("lost", "map");
    }

    @Test
    void oneTouch_loadsThemForAllPeers() {
        recorder.assertQueries(2, () -> {
            List<Stand> all = stands.list();
            assertThat(titles(all.get(0).getWares())).containsExactly("atlas", "novel");
            assertThat(titles(all.get(1).getWares())).containsExactly("gouda");
            assertThat(all.get(2).getWares()).isEmpty();
        });
        recorder.assertQueries(
                2, () -> assertThat(stands.list().get(0).getWares().size()).isEqualTo(2));
        assertThat(texts(stands.list().get(0).getPosters())).containsExactly("more", "read");
    }

    @Test
    void aTargetThatMapsTheColumn_knowsItsOwner() {
        recorder.assertQueries(2, () -> {
            Stand books = stands.list().get(0);
            assertThat(books.getHelpers()).extracting(Helper::getName).containsExactly("Ada", "Cleo");
            assertThat(books.getHelpers())
                    .extracting(Helper::getStand)
                    .allSatisfy(owner -> assertThat(owner).isSameAs(books));
        });
        assertThat(stands.list().get(0).getPermits())
                .extracting(Permit::getStandId)
                .containsExactly(1L);
    }

    @Test
    void keysOfSeveralColumns() {
        List<Hall> halls =
                database.objects(HALL).orderBy(HALL.town, HALL.number).list();
        assertThat(halls.get(0).getLamps()).isEmpty();
        assertThat(halls.get(1).getLamps()).extracting(Lamp::getWatts).containsExactlyInAnyOrder(40, 25);
        assertThat(database.objects(HALL)
                        .filter(HALL.lamps().watts.gt(50))
                        .values(HALL.number)
                        .list())
                .containsExactly(2);
        Lamp lamp = database.related(halls.get(0), HALL.lamps()).create(new Lamp(15));
        assertThat(database.objects(HALL)
                        .filter(HALL.lamps().id.eq(lamp.getId()))
                        .get()
                        .getTown())
                .isEqualTo("Bonn");
        database.objects(HALL).delete(halls.get(1));
        assertThat(database.objects(LAMP).count()).isEqualTo(4);
        assertThat(database.objects(HALL).filter(lookup("lamps__isnull", true)).count())
                .isZero();
    }

    @Test
    void prefetches_andTheirSlices() {
        Prefetch<Stand, List<Ware>> dearest = prefetch(
                STAND.wares(), database.objects(WARE).orderBy(WARE.price.desc()).limit(1));
        recorder.assertQueries(4, () -> {
            List<Stand> all = stands.prefetchRelated(STAND.wares(), STAND.posters(), dearest)
                    .list();
            assertThat(titles(all.get(0).getWares())).containsExactly("atlas", "novel");
            assertThat(texts(all.get(0).getPosters())).containsExactly("more", "read");
            assertThat(titles(dearest.of(all.get(0)))).containsExactly("atlas");
        });
    }

    @Test
    void filtersAndAggregates() {
        assertThat(stands.filter(STAND.wares().price.gt(20)).values(STAND.name).list())
                .containsExactly("books");
        assertThat(stands.exclude(STAND.wares().price.gt(20)).values(STAND.name).list())
                .containsExactly("cheese", "empty");
        assertThat(stands.filter(lookup("wares__title__startswith", "go"))
                        .values(STAND.name)
                        .list())
                .containsExactly("cheese");
        assertThat(stands.filter(STAND.wares().id.isNull()).values(STAND.name).list())
                .containsExactly("empty");
        assertThat(stands.values(
                                STAND.name,
                                STAND.wares().price.sum(),
                                STAND.posters().count())
                        .into((name, sum, count) -> name + " " + sum + " " + count)
                        .list())
                .containsExactly("books 40 2", "cheese 5 1", "empty null 0");
        Stand books = stands.list().get(0);
        assertThat(titles(database.related(books, STAND.wares())
                        .filter(WARE.price.lt(20))
                        .list()))
                .containsExactly("novel");
    }

    @Test
    void changes_ofACollection() {
        Stand books = stands.list().get(0);
        QuerySet.Related<Ware> wares = database.related(books, STAND.wares());
        Ware lost = database.objects(WARE).get(WARE.title.eq("lost"));
        wares.add(lost);
        assertThat(titles(books.getWares())).containsExactly("atlas", "lost", "novel");
        wares.remove(lost);
        assertThat(titles(books.getWares())).containsExactly("atlas", "novel");
        Ware made = recorder.assertQueries(1, () -> wares.create(new Ware("map", 4)));
        wares.getOrCreate(List.of(WARE.title.to("globe")), List.of(WARE.price.to(9)));
        assertThat(titles(books.getWares())).containsExactly("atlas", "globe", "map", "novel");
        wares.setAll(List.of(made, lost));
        assertThat(titles(books.getWares())).containsExactly("lost", "map");
        wares.clear();
        assertThat(books.getWares()).isEmpty();
        assertThat(database.objects(WARE).count()).isEqualTo(6);
    }

    @Test
    void positions_stayWithoutGaps() {
        Stand books = stands.list().get(0);
        QuerySet.Related<Poster> posters = database.related(books, STAND.posters());
        Poster eat = database.objects(POSTER).get(POSTER.text.eq("eat"));
        posters.add(eat);
        assertThat(texts(books.getPosters())).containsExactly("more", "read", "eat");
        posters.remove(books.getPosters().get(0));
        assertThat(texts(stands.list().get(0).getPosters())).containsExactly("read", "eat");
    }

    @Test
    void aRowThatNeedsItsOwner_isCreatedWithIt() {
        Stand cheese = stands.list().get(1);
        assertThatThrownBy(() -> database.objects(PERMIT).create(new Permit(8)))
                .isInstanceOf(QueryException.class)
                .hasMessage("This Permit needs 'stand_id', which only its Stand knows: create it with"
                        + " db.related(…, …).create(…) of that Stand, or add a @ManyToOne with the same @JoinColumn to"
                        + " Permit.");
        Permit permit = database.related(cheese, STAND.permits()).create(new Permit(8));
        assertThat(permit.getStandId()).isEqualTo(cheese.getId());
        assertThat(cheese.getPermits()).extracting(Permit::getNumber).containsExactly(8);
        assertThatThrownBy(() -> database.related(cheese, STAND.permits()).clear())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("clear would leave a Permit without its stand_id, which it must have.");
    }

    @Test
    void newGraphs_areSavedWithTheirCollections() {
        Stand tea = new Stand("tea");
        tea.setWares(List.of(new Ware("green", 3), new Ware("black", 2)));
        tea.setPosters(List.of(new Poster("drink"), new Poster("tea")));
        Stand salt = new Stand("salt");
        salt.setWares(List.of(new Ware("sea", 1)));
        stands.saveGraph(List.of(tea, salt));
        assertThat(titles(stands.get(STAND.name.eq("tea")).getWares())).containsExactly("black", "green");
        assertThat(texts(stands.get(STAND.name.eq("tea")).getPosters())).containsExactly("drink", "tea");
        assertThat(titles(stands.get(STAND.name.eq("salt")).getWares())).containsExactly("sea");
        Hall hall = new Hall("Rome", 3);
        hall.setLamps(Set.of(new Lamp(100)));
        database.objects(HALL).saveGraph(hall);
        assertThat(database.objects(HALL).get(HALL.lamps().watts.eq(100)).getTown())
                .isEqualTo("Rome");
    }

    @Test
    void deletions_takeRowsAlong_orLetGoOfThem() {
        database.objects(PERMIT).filter(PERMIT.number.eq(7)).delete();
        database.objects(HELPER).delete();
        stands.filter(STAND.name.eq("books")).delete();
        assertThat(texts(database.objects(POSTER).list())).containsExactly("eat");
        assertThat(database.objects(WARE).count()).isEqualTo(4);
        assertThat(stands.filter(STAND.wares().id.isNotNull())
                        .values(STAND.name)
                        .list())
                .containsExactly("cheese");
        assertThat(database.objects(HALL).get(HALL.town.eq("Bonn")).getNumber()).isEqualTo(1);
        assertThat(database.objects(HALL).inBulk(List.of(new HallId("Oslo", 2))))
                .hasSize(1);
    }
}
