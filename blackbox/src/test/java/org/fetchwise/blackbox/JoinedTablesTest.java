package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.fleet.QBill.BILL;
import static org.fetchwise.blackbox.fleet.QCar.CAR;
import static org.fetchwise.blackbox.fleet.QGarage.GARAGE;
import static org.fetchwise.blackbox.fleet.QLorry.LORRY;
import static org.fetchwise.blackbox.fleet.QPaper.PAPER;
import static org.fetchwise.blackbox.fleet.QTrip.TRIP;
import static org.fetchwise.blackbox.fleet.QTruck.TRUCK;
import static org.fetchwise.blackbox.fleet.QVehicle.VEHICLE;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.fleet.Bill;
import org.fetchwise.blackbox.fleet.Car;
import org.fetchwise.blackbox.fleet.Garage;
import org.fetchwise.blackbox.fleet.Lorry;
import org.fetchwise.blackbox.fleet.Paper;
import org.fetchwise.blackbox.fleet.Permit;
import org.fetchwise.blackbox.fleet.Trip;
import org.fetchwise.blackbox.fleet.Truck;
import org.fetchwise.blackbox.fleet.Vehicle;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities that extend each other, each with a table of its own: queries, relations and writes over several tables. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class JoinedTablesTest {
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Vehicle> vehicles;
    private final QuerySet.Of<Car> cars;
    private final QuerySet.Of<Truck> trucks;
    private final QuerySet.Of<Garage> garages;
    private final Garage north;
    private final Garage south;

    JoinedTablesTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        vehicles = database.objects(VEHICLE).orderBy(VEHICLE.plate);
        cars = database.objects(CAR).orderBy(CAR.plate);
        trucks = database.objects(TRUCK).orderBy(TRUCK.plate);
        garages = database.objects(GARAGE).orderBy(GARAGE.id);
        north = garages.create(new Garage("north"));
        south = garages.create(new Garage("south"));
        Car car = cars.create(new Car("A", north, 5));
        Truck truck = new Truck("B", north, 7000);
        truck.setEscort(car);
        truck.setWorkshop(south);
        List<Vehicle> made = database.objects(VEHICLE)
                .bulkCreate(List.of(truck, new Lorry("C", south, 9000, 2), new Vehicle("D", null)));
        database.objects(TRIP).bulkCreate(List.of(new Trip(car, 10), new Trip(made.get(1), 20)));
        recorder.clear();
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static List<String> classes(List<? extends Vehicle> found) {
        return found.stream()
                .map(vehicle -> vehicle.getPlate() + " "
                        + vehicle.getClass().getSuperclass().getSimpleName())
                .toList();
    }

    /** The page about mapping shows these. */
    @Test
    void theManualsCode_works() {
        vehicles.filter(VEHICLE.asTruck().load.gt(8000));
        trucks.filter(TRUCK.plate.eq("B")).update(TRUCK.load.to(TRUCK.load.plus(1)));
        garages.values(GARAGE.name, GARAGE.trucks().count());

        assertThat(recorder.texts()).hasSize(1);
        assertThat(trucks.get(TRUCK.plate.eq("B")).getLoad()).isEqualTo(7001);
    }

    @Test
    void theTables_areJoinedWhereTheirColumnsAreAskedFor() {
        vehicles.orderBy(VEHICLE.id).list();
        trucks.orderBy(TRUCK.id).list();
        trucks.orderBy(TRUCK.id).values(TRUCK.load).list();
        garages.values(GARAGE.trucks().count()).list();
        garages.filter(GARAGE.repairs().load.gt(3)).values(GARAGE.name).list();

        assertThat(recorder.texts().stream()
                        .map(text -> text.replace('`', '"').replace("\"", ""))
                        .toList())
                .containsExactly(
                        "SELECT vehicle.id, vehicle.plate, vehicle.version, vehicle.garage_id, CASE WHEN"
                                + " lorry.vehicle_id IS NOT NULL THEN 3 WHEN truck.vehicle_id IS NOT NULL THEN 2 WHEN"
                                + " car.id IS NOT NULL THEN 1 ELSE 0 END, car.seats, truck.load_kg, truck.escort_id,"
                                + " truck.workshop_id, lorry.trailers FROM vehicle LEFT JOIN lorry ON lorry.vehicle_id"
                                + " = vehicle.id LEFT JOIN truck ON truck.vehicle_id = vehicle.id LEFT JOIN car ON"
                                + " car.id = vehicle.id ORDER BY vehicle.id",
                        "SELECT truck.vehicle_id, vehicle.plate, vehicle.version, vehicle.garage_id, CASE WHEN"
                                + " lorry.vehicle_id IS NOT NULL THEN 3 ELSE 2 END, truck.load_kg, truck.escort_id,"
                                + " truck.workshop_id, lorry.trailers FROM truck JOIN vehicle ON vehicle.id ="
                                + " truck.vehicle_id LEFT JOIN lorry ON lorry.vehicle_id = truck.vehicle_id ORDER BY"
                                + " truck.vehicle_id",
                        "SELECT truck.load_kg FROM truck ORDER BY truck.vehicle_id",
                        "SELECT (SELECT COUNT(*) FROM truck JOIN vehicle ON vehicle.id = truck.vehicle_id WHERE"
                                + " vehicle.garage_id = garage.id) AS count(trucks) FROM garage ORDER BY garage.id",
                        "SELECT garage.name FROM garage JOIN truck repairs ON repairs.workshop_id = garage.id WHERE"
                                + " repairs.load_kg > ? ORDER BY garage.id");
    }

    @Test
    void aQueryOfTheRoot_givesObjectsOfEachClass_withOneStatement() {
        List<Vehicle> all = vehicles.list();

        assertThat(classes(all)).containsExactly("A Car", "B Truck", "C Lorry", "D Vehicle");
        assertThat(((Car) all.get(0)).getSeats()).isEqualTo(5);
        assertThat(((Truck) all.get(1)).getLoad()).isEqualTo(7000);
        assertThat(((Lorry) all.get(2)).getLoad()).isEqualTo(9000);
        assertThat(((Lorry) all.get(2)).getTrailers()).isEqualTo(2);
        assertThat(((Truck) all.get(1)).getEscort()).isSameAs(all.get(0));
        assertThat(recorder.texts()).hasSize(1);
        assertThat(recorder.texts().getFirst()).contains("LEFT JOIN").doesNotContain(" INNER ");
    }

    @Test
    void aQueryOfASubclass_joinsWhatItInherits() {
        assertThat(classes(trucks.list())).containsExactly("B Truck", "C Lorry");
        assertThat(recorder.texts().getFirst()).contains(" JOIN ");
        assertThat(classes(database.objects(LORRY).list())).containsExactly("C Lorry");
        assertThat(trucks.count()).isEqualTo(2);
        assertThat(recorder.texts().getLast()).doesNotContain("JOIN");
        assertThat(trucks.filter(TRUCK.plate.eq("A")).exists()).isFalse();
        assertThat(trucks.values(TRUCK.plate, TRUCK.load).list()).hasSize(2);
        assertThat(trucks.aggregate(TRUCK.load.sum())).isEqualTo(16_000);
        assertThat(trucks.filter(TRUCK.garage().name.eq("north"), TRUCK.load.gt(1))
                        .values(TRUCK.plate)
                        .list())
                .containsExactly("B");
        Truck one = trucks.get(TRUCK.load.eq(9000));
        assertThat(trucks.get(TRUCK.id.eq(one.getId()))).isInstanceOf(Lorry.class);
        assertThat(trucks.inBulk(List.of(one.getId()))).hasSize(1);
    }

    @Test
    void conditionsOnSubclasses_standInQueriesOfTheRoot() {
        assertThat(vehicles.filter(VEHICLE.asTruck().load.gt(8000))
                        .values(VEHICLE.plate)
                        .list())
                .containsExactly("C");
        assertThat(vehicles.filter(VEHICLE.asTruck().escort().seats.eq(5))
                        .values(VEHICLE.plate)
                        .list())
                .containsExactly("B");
        assertThat(vehicles.exclude(VEHICLE.asTruck().load.gt(8000))
                        .values(VEHICLE.plate)
                        .list())
                .containsExactly("A", "B", "D");
        assertThat(vehicles.filter(VEHICLE.isInstance(TRUCK))
                        .values(VEHICLE.plate)
                        .list())
                .containsExactly("B", "C");
        assertThat(vehicles.exclude(VEHICLE.isInstance(TRUCK))
                        .values(VEHICLE.plate)
                        .list())
                .containsExactly("A", "D");
        assertThat(database.objects(TRIP)
                        .filter(TRIP.vehicle().isInstance(LORRY))
                        .values(TRIP.km)
                        .list())
                .containsExactly(20);
        assertThat(vehicles.values(VEHICLE.asTruck().asLorry().trailers).list()).hasSize(4);
    }

    @Test
    void relations_leadToObjectsOfEachClass() {
        assertThat(classes(database.objects(TRIP).orderBy(TRIP.km).selectRelated(TRIP.vehicle()).list().stream()
                        .map(Trip::getVehicle)
                        .toList()))
                .containsExactly("A Car", "C Lorry");
        assertThat(recorder.texts()).hasSize(1);

        recorder.clear();
        List<Garage> lazy = garages.list();
        assertThat(classes(lazy.get(0).getVehicles())).containsExactlyInAnyOrder("A Car", "B Truck");
        assertThat(classes(lazy.get(1).getVehicles())).containsExactly("C Lorry");
        assertThat(recorder.texts()).hasSize(2);
        assertThat(classes(lazy.get(0).getTrucks())).containsExactly("B Truck");
        assertThat(classes(lazy.get(1).getTrucks())).containsExactly("C Lorry");
        assertThat(classes(lazy.get(1).getRepairs())).containsExactly("B Truck");
        assertThat(lazy.get(0).getRepairs()).isEmpty();
        assertThat(recorder.texts()).hasSize(4);

        recorder.clear();
        List<Garage> prefetched = garages.prefetchRelated(GARAGE.trucks().trips(), GARAGE.repairs())
                .list();
        assertThat(prefetched.get(1).getTrucks().getFirst().getTrips()).hasSize(1);
        assertThat(recorder.texts()).hasSize(4);
    }

    @Test
    void relationsToSubclasses_areFilteredAndCounted() {
        assertThat(garages.filter(GARAGE.trucks().load.gt(8000))
                        .values(GARAGE.name)
                        .list())
                .containsExactly("south");
        assertThat(garages.filter(GARAGE.repairs().plate.eq("B"))
                        .values(GARAGE.name)
                        .list())
                .containsExactly("south");
        assertThat(garages.values(GARAGE.vehicles().count()).list()).containsExactly(2L, 1L);
        assertThat(garages.values(GARAGE.trucks().count()).list()).containsExactly(1L, 1L);
        assertThat(garages.values(GARAGE.repairs().count()).list()).containsExactly(0L, 1L);
        assertThat(garages.values(GARAGE.trucks().plate.max()).list()).containsExactly("B", "C");
        assertThat(garages.values(GARAGE.trucks().load.sum()).list()).containsExactly(7000L, 9000L);
        assertThat(garages.exclude(GARAGE.trucks().load.gt(8000))
                        .values(GARAGE.name)
                        .list())
                .containsExactly("north");
        assertThat(database.related(north, GARAGE.trucks()).count()).isEqualTo(1);
        assertThat(database.related(south, GARAGE.repairs()).values(TRUCK.plate).list())
                .containsExactly("B");
    }

    @Test
    void peersOfAllClasses_areLoadedTogether() {
        List<Vehicle> all = vehicles.only(VEHICLE.plate).list();
        recorder.clear();
        all.forEach(Vehicle::getGarage);
        assertThat(all.get(1).getGarage().getName()).isEqualTo("north");
        assertThat(recorder.texts()).hasSizeLessThanOrEqualTo(2);
        recorder.clear();
        assertThat(((Truck) all.get(1)).getLoad()).isEqualTo(7000);
        assertThat(((Truck) all.get(2)).getLoad()).isEqualTo(9000);
        assertThat(recorder.texts()).hasSize(1);
    }

    @Test
    void creation_beginsWithTheTableOfTheRoot() {
        Lorry lorry = database.objects(LORRY).create(new Lorry("L", north, 1, 3));

        assertThat(recorder.texts()).hasSize(3);
        assertThat(recorder.texts().get(0)).contains("vehicle");
        assertThat(recorder.texts().get(2)).contains("lorry");
        assertThat(lorry.getId()).isNotNull();
        assertThat(((Lorry) vehicles.get(VEHICLE.plate.eq("L"))).getTrailers()).isEqualTo(3);
        assertThat(vehicles.create(new Car("M", south, 2))).isInstanceOf(Car.class);
        assertThat(cars.count()).isEqualTo(2);
    }

    @Test
    void saving_updatesTheTablesThatChanged() {
        Lorry lorry = (Lorry) vehicles.get(VEHICLE.plate.eq("C"));
        recorder.clear();
        lorry.setLoad(9001);
        vehicles.save(lorry);
        assertThat(recorder.texts()).hasSize(2);
        assertThat(recorder.texts().get(0)).contains("vehicle").contains("version");
        assertThat(recorder.texts().get(1)).contains("truck").contains("load_kg");
        assertThat(lorry.getVersion()).isEqualTo(1);

        Lorry stale = (Lorry) vehicles.get(VEHICLE.plate.eq("C"));
        lorry.setPlate("CC");
        lorry.setTrailers(4);
        vehicles.save(lorry);
        stale.setLoad(1);
        assertThatThrownBy(() -> vehicles.save(stale)).isInstanceOf(StaleObjectException.class);
        assertThatThrownBy(() -> vehicles.delete(stale)).isInstanceOf(StaleObjectException.class);
        Lorry read = (Lorry) vehicles.get(VEHICLE.plate.eq("CC"));
        assertThat(read.getLoad()).isEqualTo(9001);
        assertThat(read.getTrailers()).isEqualTo(4);
    }

    @Test
    void querysets_updateOneOrSeveralTables() {
        assertThat(trucks.filter(TRUCK.plate.eq("B")).update(TRUCK.load.to(TRUCK.load.plus(1))))
                .isEqualTo(1);
        assertThat(trucks.get(TRUCK.plate.eq("B")).getLoad()).isEqualTo(7001);
        assertThat(trucks.filter(TRUCK.load.gt(8000)).update(TRUCK.plate.to("X")))
                .isEqualTo(1);
        assertThat(trucks.filter(TRUCK.plate.eq("X")).updateAll(List.of(TRUCK.plate.to("Y"), TRUCK.load.to(1))))
                .isEqualTo(1);
        assertThat(vehicles.values(VEHICLE.plate).list()).containsExactly("A", "B", "D", "Y");
        assertThat(trucks.aggregate(TRUCK.load.min())).isEqualTo(1);
        assertThatThrownBy(() -> trucks.update(TRUCK.load.to(TRUCK.version)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("bulkUpdate");
    }

    @Test
    void bulkUpdates_writeEachTableWithAStatement() {
        List<Truck> read = trucks.list();
        recorder.clear();
        read.forEach(truck -> truck.setLoad(5));
        read.forEach(truck -> truck.setPlate(truck.getPlate() + "!"));
        assertThat(trucks.bulkUpdate(read, List.of(TRUCK.plate, TRUCK.load))).isEqualTo(2);
        assertThat(recorder.texts()).hasSize(2);
        assertThat(trucks.values(TRUCK.plate).list()).containsExactly("B!", "C!");
        assertThat(trucks.values(TRUCK.load).list()).containsExactly(5, 5);
    }

    @Test
    void deletion_endsWithTheTableOfTheRoot() {
        assertThat(trucks.filter(TRUCK.load.gt(8000)).delete().total()).isEqualTo(2);
        assertThat(classes(vehicles.list())).containsExactly("A Car", "B Truck", "D Vehicle");
        Car car = cars.get();
        cars.delete(car);
        assertThat(trucks.get().getEscort()).isNull();
        assertThat(database.objects(TRIP).count()).isZero();
        Truck idle = trucks.get();
        idle.setWorkshop(null);
        trucks.save(idle);
        garages.delete();
        assertThat(classes(vehicles.list())).containsExactly("D Vehicle");
        assertThat(vehicles.delete().total()).isEqualTo(1);
    }

    @Test
    void aColumn_mayTellTheClass() {
        UUID permit = new UUID(1, 1);
        UUID bill = new UUID(2, 2);
        database.objects(PAPER).bulkCreate(List.of(new Permit(permit, "p", "NO"), new Bill(bill, "b", 12)));
        recorder.clear();
        List<Paper> papers = database.objects(PAPER).orderBy(PAPER.title).list();

        assertThat(recorder.texts()).hasSize(1);
        assertThat(((Bill) papers.get(0)).getAmount()).isEqualTo(12);
        assertThat(((Permit) papers.get(1)).getCountry()).isEqualTo("NO");
        assertThat(database.objects(PAPER)
                        .filter(PAPER.isInstance(BILL))
                        .values(PAPER.title)
                        .list())
                .containsExactly("b");
        assertThat(database.objects(BILL).get().getTitle()).isEqualTo("b");
    }

    @Test
    void whatKnowsOfOneTable_isRefusedByName() {
        assertThatThrownBy(() -> cars.bulkUpsert(List.of(new Car("Z", north, 1)), onConflict(CAR.plate)))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("inBulk");
        assertThatThrownBy(() -> cars.withoutKeys().bulkCreate(List.of(new Car("Z", north, 1))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("bulkCreate(...) with keys");
    }

    @Test
    void theTables_areThoseOfTheMapping() {
        assertThat(library.schema().validate().all()).isEmpty();
    }

    @Test
    void aCollectionOfOneSide_hasItsColumnInTheTableOfItsRows() {
        Garage second = garages.list().get(1);
        database.related(second, GARAGE.washed()).add(trucks.get(TRUCK.plate.eq("B")));
        Truck made = database.related(second, GARAGE.washed()).create(new Truck("E", north, 100));
        assertThat(second.getWashed()).extracting(Truck::getPlate).containsExactlyInAnyOrder("B", "E");
        assertThat(garages.filter(GARAGE.washed().load.gt(5000))
                        .values(GARAGE.name)
                        .list())
                .containsExactly("south");
        assertThat(garages.values(GARAGE.name, GARAGE.washed().load.sum())
                        .into((name, sum) -> name + " " + sum)
                        .list())
                .containsExactly("north null", "south 7100");
        recorder.clear();
        assertThat(database.related(second, GARAGE.washed()).values(TRUCK.load).list())
                .containsExactlyInAnyOrder(7000, 100);
        assertThat(recorder.texts().stream()
                        .map(text -> text.replace('`', '"').replace("\"", ""))
                        .toList())
                .containsExactly("SELECT truck.load_kg FROM truck WHERE truck.washed_in = ?");
        database.related(second, GARAGE.washed()).remove(made);
        assertThat(garages.list().get(1).getWashed())
                .extracting(Truck::getPlate)
                .containsExactly("B");
    }

    @Test
    void theReferenceToTheTableAbove_hasTheNameThatTheMappingGives() {
        assertThat(library.schema().statements())
                .filteredOn(statement -> statement.contains("fk_truck_is_vehicle"))
                .hasSize(1);
    }
}
