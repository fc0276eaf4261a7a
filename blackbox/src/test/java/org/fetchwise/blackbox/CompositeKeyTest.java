package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.depot.QCrate.CRATE;
import static org.fetchwise.blackbox.depot.QItem.ITEM;
import static org.fetchwise.blackbox.depot.QKeeper.KEEPER;
import static org.fetchwise.blackbox.depot.QPlate.PLATE;
import static org.fetchwise.blackbox.depot.QRack.RACK;
import static org.fetchwise.blackbox.depot.QRemark.REMARK;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.outer;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.depot.Crate;
import org.fetchwise.blackbox.depot.Item;
import org.fetchwise.blackbox.depot.ItemId;
import org.fetchwise.blackbox.depot.Keeper;
import org.fetchwise.blackbox.depot.Place;
import org.fetchwise.blackbox.depot.Plate;
import org.fetchwise.blackbox.depot.Rack;
import org.fetchwise.blackbox.depot.Remark;
import org.fetchwise.blackbox.depot.RemarkId;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Condition;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of several columns, wherever a key is: relations, lookups, writes, and the schema. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class CompositeKeyTest {
    private static final Place NORTH_1 = new Place("north", 1);
    private static final Place NORTH_2 = new Place("north", 2);
    private static final Place SOUTH_1 = new Place("south", 1);

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Rack> racks;
    private final QuerySet.Of<Crate> crates;
    private final QuerySet.Of<Item> items;

    CompositeKeyTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        racks = database.objects(RACK).orderBy(field("pk"));
        crates = database.objects(CRATE).orderBy(CRATE.id);
        items = database.objects(ITEM).orderBy(field("pk"));
        Rack first = database.objects(RACK).create(new Rack(NORTH_1, "a"));
        Rack second = database.objects(RACK).create(new Rack(NORTH_2, "b"));
        Rack third = database.objects(RACK).create(new Rack(SOUTH_1, "c"));
        database.objects(PLATE).create(new Plate(first, "one"));
        database.objects(PLATE).create(new Plate(third, "three"));
        Crate apples = crates.create(new Crate("apples", first));
        Crate pears = crates.create(new Crate("pears", first));
        crates.create(new Crate("plums", third));
        crates.create(new Crate("loose", null));
        List<Item> made = database.objects(ITEM)
                .bulkCreate(
                        List.of(new Item(apples, 1, "red"), new Item(apples, 2, "green"), new Item(pears, 1, "long")));
        Remark remark = new Remark(new RemarkId(null, LocalDate.of(2024, 5, 1)), made.get(1), "sour");
        remark.setSeenHall("north");
        remark.setSeenBay(2);
        database.objects(REMARK).create(remark);
        List<Keeper> keepers = database.objects(KEEPER)
                .bulkCreate(
                        List.of(new Keeper("NO", 1, "Ada"), new Keeper("NO", 2, "Bert"), new Keeper("SE", 1, "Cleo")));
        database.related(first, RACK.keepers()).addAll(List.of(keepers.get(0), keepers.get(2)));
        database.related(second, RACK.keepers()).addAll(List.of(keepers.get(1), keepers.get(2)));
        recorder.clear();
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private List<String> labels(Condition<? super Rack> condition) {
        return racks.filter(condition).values(RACK.label).list();
    }

    /** The page about mapping shows these. */
    @Test
    void theManualsCode_works() {
        Place place = NORTH_1;

        racks.get(RACK.place().eq(place));
        racks.filter(lookup("pk__in", List.of(place)));
        racks.inBulk(List.of(place));
        racks.orderBy(field("pk"));
        crates.filter(CRATE.rack().place().hall.eq("north"));

        assertThat(recorder.texts()).hasSize(2);
        assertThat(crates.filter(CRATE.rack().place().hall.eq("north")).count()).isEqualTo(2);
    }

    @Test
    void listsOfRelatedValues_areFoundByTheWholeKey() {
        assertThat(racks.values(RACK.crates().list(crates.values(CRATE.title))).list())
                .containsExactly(List.of("apples", "pears"), List.of(), List.of("plums"));
        assertThat(racks.values(RACK.crates()
                                .list(crates.orderBy(CRATE.title.desc())
                                        .limit(1)
                                        .values(CRATE.title)))
                        .list())
                .containsExactly(List.of("pears"), List.of(), List.of("plums"));
        assertThat(crates.values(CRATE.rack().one(racks.values(RACK.label))).list())
                .containsExactly("a", "a", "c", null);
        assertThat(racks.values(RACK.keepers()
                                .list(database.objects(KEEPER)
                                        .orderBy(KEEPER.name)
                                        .values(KEEPER.name)))
                        .list())
                .containsExactly(List.of("Ada", "Cleo"), List.of("Bert", "Cleo"), List.of());
        assertThat(items.values(ITEM.title, ITEM.remarks().list(REMARK.words))
                        .into((title, words) -> title + words)
                        .list())
                .containsExactly("red[]", "long[]", "green[sour]");
        assertThat(recorder.texts()).hasSize(10);
        assertThat(racks.values(RACK.crates().list(CRATE.title)).explain()).contains("sql of Rack.crates for all rows");
        assertThat(racks.values(RACK.crates().first(crates.orderBy(CRATE.title.desc()), CRATE.title))
                        .list())
                .containsExactly("pears", null, "plums");
    }

    @Test
    void objects_areFoundByKey() {
        assertThat(racks.get(RACK.place().eq(NORTH_2)).getLabel()).isEqualTo("b");
        assertThat(labels(lookup("pk", SOUTH_1))).containsExactly("c");
        assertThat(labels(lookup("pk__in", List.of(NORTH_1, SOUTH_1)))).containsExactly("a", "c");
        assertThat(labels(lookup("place__hall", "north"))).containsExactly("a", "b");
        assertThat(items.get(lookup("pk", new ItemId(1L, 2))).getTitle()).isEqualTo("green");
        assertThat(database.objects(KEEPER).get(lookup("pk", List.of("SE", 1))).getName())
                .isEqualTo("Cleo");
        assertThat(racks.contains(racks.first().orElseThrow())).isTrue();
        assertThat(racks.inBulk(List.of(SOUTH_1, NORTH_1)).values())
                .extracting(Rack::getLabel)
                .containsExactly("c", "a");
        assertThat(racks.inBulk().keySet()).containsExactly(NORTH_1, NORTH_2, SOUTH_1);
        Map<ItemId, Item> byKey = items.inBulk(List.of(new ItemId(2L, 1), new ItemId(7L, 1)));
        assertThat(byKey).containsOnlyKeys(new ItemId(2L, 1));
        assertThat(racks.reverse().values(RACK.place()).list()).containsExactly(SOUTH_1, NORTH_2, NORTH_1);
    }

    @Test
    void relations_areLoadedForAllPeers() {
        List<Crate> read = crates.list();
        assertThat(read.get(0).getRack().getLabel()).isEqualTo("a");
        assertThat(read.get(1).getRack()).isSameAs(read.get(0).getRack());
        assertThat(read.get(2).getRack().getLabel()).isEqualTo("c");
        assertThat(read.get(3).getRack()).isNull();
        assertThat(recorder.texts()).hasSize(2);

        assertThat(read.get(0).getRack().getCrates()).containsExactly(read.get(0), read.get(1));
        assertThat(read.get(0).getItems()).extracting(Item::getTitle).containsExactlyInAnyOrder("red", "green");
        assertThat(read.get(0).getRack().getPlate().getInscription()).isEqualTo("one");
        assertThat(read.get(2).getRack().getPlate().getRack())
                .isSameAs(read.get(2).getRack());
        assertThat(recorder.texts()).hasSize(5);

        Item green = read.get(0).getItems().stream()
                .filter(item -> item.getLine() == 2)
                .findFirst()
                .orElseThrow();
        Remark remark = green.getRemarks().get(0);
        assertThat(remark.getItem()).isSameAs(green);
        assertThat(remark.getSeen().getLabel()).isEqualTo("b");
        assertThat(recorder.texts()).hasSize(7);
    }

    @Test
    void manyToMany_overSeveralColumns() {
        List<Rack> read = racks.list();
        assertThat(read.get(0).getKeepers()).extracting(Keeper::getName).containsExactlyInAnyOrder("Ada", "Cleo");
        assertThat(read.get(1).getKeepers()).extracting(Keeper::getName).containsExactlyInAnyOrder("Bert", "Cleo");
        assertThat(read.get(2).getKeepers()).isEmpty();
        assertThat(recorder.texts()).hasSize(2);
        assertThat(labels(RACK.keepers().name.eq("Cleo"))).containsExactly("a", "b");
        assertThat(racks.values(RACK.label, RACK.keepers().count()).list())
                .extracting(row -> row.get(RACK.label) + row.get(RACK.keepers().count()))
                .containsExactly("a2", "b2", "c0");

        Keeper ada = database.objects(KEEPER).get(KEEPER.name.eq("Ada"));
        QuerySet.Related<Keeper> ofFirst = database.related(read.get(0), RACK.keepers());
        ofFirst.remove(ada);
        assertThat(ofFirst.values(KEEPER.name).list()).containsExactly("Cleo");
        ofFirst.setAll(List.of(ada));
        assertThat(ofFirst.values(KEEPER.name).list()).containsExactly("Ada");
        ofFirst.clear();
        assertThat(ofFirst.count()).isZero();
        assertThat(database.related(ada, KEEPER.racks()).exists()).isFalse();
    }

    @Test
    void joinsAndPrefetches() {
        Crate crate = crates.selectRelated(CRATE.rack().plate()).get(CRATE.title.eq("pears"));
        assertThat(crate.getRack().getPlate().getInscription()).isEqualTo("one");
        assertThat(recorder.texts()).hasSize(1);

        List<Rack> read = racks.prefetchRelated(RACK.crates().items().remarks(), RACK.keepers())
                .list();
        assertThat(read.get(0).getCrates().get(0).getItems()).hasSize(2);
        assertThat(read.get(0).getKeepers()).hasSize(2);
        assertThat(recorder.texts()).hasSize(6);

        assertThat(crates.filter(CRATE.rack().place().eq(NORTH_1)).count()).isEqualTo(2);
        assertThat(crates.filter(CRATE.rack().label.eq("c")).count()).isEqualTo(1);
        assertThat(crates.filter(CRATE.rack().isNull()).values(CRATE.title).list())
                .containsExactly("loose");
        assertThat(crates.filter(CRATE.rack().eq(read.get(2)))
                        .values(CRATE.title)
                        .list())
                .containsExactly("plums");
        assertThat(crates.filter(CRATE.rack().isIn(List.of(read.get(2), read.get(0))))
                        .count())
                .isEqualTo(3);
        assertThat(crates.exclude(CRATE.rack().eq(read.get(0)))
                        .values(CRATE.title)
                        .list())
                .containsExactly("plums", "loose");
        assertThat(database.objects(PLATE)
                        .filter(PLATE.rack().crates().title.eq("plums"))
                        .values(PLATE.inscription)
                        .list())
                .containsExactly("three");
    }

    @Test
    void countsAndSubqueries() {
        assertThat(racks.filter(RACK.crates().title.isNotNull()).distinct().count())
                .isEqualTo(2);
        assertThat(racks.filter(RACK.crates().title.isNotNull())
                        .distinct()
                        .values(RACK.label)
                        .list())
                .containsExactly("a", "c");
        assertThat(labels(RACK.crates().any())).containsExactly("a", "c");
        assertThat(labels(RACK.crates().none())).containsExactly("b");
        assertThat(crates.filter(
                                CRATE.rack().isIn(racks.filter(RACK.place().hall.eq("north"))))
                        .count())
                .isEqualTo(2);
        assertThat(crates.filter(CRATE.rack().isIn(racks.limit(1)))
                        .values(CRATE.title)
                        .list())
                .containsExactly("apples", "pears");
        assertThat(labels(crates.filter(CRATE.rack().eq(outer(RACK))).asExists()))
                .containsExactly("a", "c");
        assertThat(racks.annotate(RACK.crates().count().named("many"))
                        .values(RACK.label, RACK.crates().count())
                        .list())
                .extracting(row -> row.get(RACK.crates().count()))
                .containsExactly(2L, 0L, 1L);
        assertThat(racks.limit(2).filter(RACK.label.ne("a")).values(RACK.label).list())
                .containsExactly("b");
        assertThat(racks.count()).isEqualTo(3);
        assertThat(racks.exists()).isTrue();
    }

    @Test
    void pages_endTheirOrderWithTheKey() {
        QuerySet.Of<Item> all =
                database.objects(ITEM).orderBy(ITEM.crate().rack().place().hall);
        var page = all.keyset(2);
        assertThat(page.items()).extracting(Item::getTitle).containsExactly("red", "long");
        assertThat(all.keyset(2, page.next().orElseThrow()).items())
                .extracting(Item::getTitle)
                .containsExactly("green");
    }

    @Test
    void rows_areUpdatedAndRefreshed() {
        Rack rack = racks.get(RACK.place().eq(NORTH_2));
        rack.setLabel("B");
        racks.save(rack);
        assertThat(rack.getRevision()).isEqualTo(1);
        assertThat(racks.filter(RACK.crates().any()).update(RACK.label.to("used")))
                .isEqualTo(2);
        racks.refresh(rack);
        assertThat(racks.values(RACK.label).list()).containsExactly("used", "B", "used");

        List<Item> read = items.list();
        read.forEach(item -> item.setTitle(item.getTitle() + "!"));
        assertThat(items.bulkUpdate(read, List.of(ITEM.title))).isEqualTo(3);
        assertThat(items.values(ITEM.title).list()).containsExactlyInAnyOrder("red!", "green!", "long!");

        Crate loose = crates.get(CRATE.title.eq("loose"));
        loose.setRack(rack);
        crates.save(loose);
        assertThat(database.related(rack, RACK.crates()).values(CRATE.title).list())
                .containsExactly("loose");
        database.related(rack, RACK.crates()).clear();
        assertThat(crates.filter(CRATE.rack().isNull()).count()).isEqualTo(1);
        crates.filter(CRATE.title.eq("plums")).update(CRATE.rack().to(rack));
        assertThat(database.related(rack, RACK.crates()).values(CRATE.title).list())
                .containsExactly("plums");
        crates.filter(CRATE.title.eq("plums")).update(CRATE.rack().toNull());
        assertThat(crates.filter(CRATE.rack().isNull()).count()).isEqualTo(2);

        Rack reference = racks.ref(SOUTH_1);
        assertThat(reference.getLabel()).isEqualTo("used");
        assertThat(database.objects(KEEPER).ref(List.of("SE", 1)).getName()).isEqualTo("Cleo");
    }

    @Test
    void saving_insertsOrUpdatesByKey() {
        database.objects(KEEPER).save(new Keeper("DK", 7, "Dora"));
        database.objects(KEEPER).save(new Keeper("DK", 7, "Dorothea"));
        assertThat(database.objects(KEEPER).count()).isEqualTo(4);
        assertThat(database.objects(KEEPER).get(KEEPER.country.eq("DK")).getName())
                .isEqualTo("Dorothea");
        Item again = new Item(crates.get(CRATE.title.eq("pears")), 1, "longer");
        items.save(again);
        assertThat(items.count()).isEqualTo(3);
        assertThat(items.get(lookup("pk", new ItemId(2L, 1))).getTitle()).isEqualTo("longer");
        assertThatThrownBy(() -> items.create(new Item(null, 1, "nowhere")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("has no key");
    }

    @Test
    void deletions_followReferences() {
        assertThat(racks.get(RACK.place().eq(NORTH_1))).isNotNull();
        String explained = racks.filter(RACK.place().eq(NORTH_1)).explainDelete();
        recorder.clear();
        var deleted = racks.filter(RACK.place().eq(NORTH_1)).delete();
        assertThat(explained).contains(recorder.texts());
        assertThat(deleted.rows()).containsEntry("Rack", 1L).containsEntry("Plate", 1L);
        assertThat(crates.filter(CRATE.rack().isNull()).count()).isEqualTo(3);
        crates.delete(crates.get(CRATE.title.eq("apples")));
        assertThat(items.values(ITEM.title).list()).containsExactly("long");
        assertThat(database.objects(REMARK).count()).isZero();
    }

    @Test
    void theTables_areThoseOfTheMapping() {
        assertThat(library.schema().validate().all()).isEmpty();
    }

    @Test
    void valuesOfCollections_belongToSuchKeys() {
        QuerySet.Of<Rack> stands = database.objects(RACK).orderBy(field("pk"));
        Rack rack = stands.get(RACK.place().eq(NORTH_1));
        rack.setNotes(List.of("low", "wide", "low"));
        rack.setReach(Set.of(NORTH_2, SOUTH_1));
        stands.save(rack);
        Rack made = new Rack(new Place("west", 7), "w");
        made.setNotes(List.of("new"));
        stands.create(made);
        database.related(made, RACK.notes()).add("old");

        recorder.clear();
        List<Rack> read = stands.list();
        assertThat(read.getFirst().getNotes().getFirst()).isEqualTo("low");
        assertThat(read)
                .extracting(Rack::getNotes)
                .map(List::copyOf)
                .containsExactly(List.of("low", "wide", "low"), List.of(), List.of(), List.of("new", "old"));
        assertThat(read.getFirst().getReach()).containsExactlyInAnyOrder(NORTH_2, SOUTH_1);
        assertThat(read.getLast().getReach()).isEmpty();
        assertThat(recorder.texts()).hasSize(3);

        assertThat(stands.filter(RACK.reach().value().hall.eq("south")).get())
                .satisfies(found ->
                        assertThat(database.sameRow(found, read.getFirst())).isTrue());
        assertThat(stands.filter(RACK.notes().contains("old"))
                        .values(RACK.label)
                        .list())
                .containsExactly("w");
        assertThat(stands.values(RACK.notes().count()).list()).containsExactly(3L, 0L, 0L, 2L);
        assertThat(stands.prefetchRelated(RACK.notes()).list().getLast().getNotes())
                .hasSize(2);
        stands.delete(made);
        assertThat(stands.filter(RACK.notes().contains("old")).exists()).isFalse();
    }

    @Test
    void rowsReadLikeATable_andRelationsWithAcondition_goByTheWholeKey() {
        QuerySet.Of<Rack> north =
                racks.filter(RACK.place().hall.eq("north")).limit(5).asTable("north_racks");
        assertThat(crates.filter(CRATE.rack().isIn(north)).values(CRATE.title).list())
                .containsExactly("apples", "pears");
        assertThat(north.filter(RACK.crates().any(CRATE.title.startsWith("p")))
                        .values(RACK.label)
                        .list())
                .containsExactly("a");
        assertThat(labels(RACK.crates().filtered(CRATE.title.eq("plums")).title.isNull()))
                .containsExactly("a", "b");
        assertThat(labels(RACK.crates().filtered(CRATE.rack().label.eq("c")).id.isNotNull()))
                .containsExactly("c");
        assertThat(racks.filter(RACK.keepers()
                                .filtered(KEEPER.name.eq("Bert"))
                                .name
                                .isNull())
                        .values(RACK.label)
                        .list())
                .containsExactly("a", "c");
    }
}
