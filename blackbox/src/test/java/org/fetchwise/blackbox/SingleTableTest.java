package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.zoo.QAnimal.ANIMAL;
import static org.fetchwise.blackbox.zoo.QCat.CAT;
import static org.fetchwise.blackbox.zoo.QCheckup.CHECKUP;
import static org.fetchwise.blackbox.zoo.QDog.DOG;
import static org.fetchwise.blackbox.zoo.QPuppy.PUPPY;
import static org.fetchwise.blackbox.zoo.QWarden.WARDEN;
import static org.fetchwise.expr.Functions.lookup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.zoo.Animal;
import org.fetchwise.blackbox.zoo.Cat;
import org.fetchwise.blackbox.zoo.Checkup;
import org.fetchwise.blackbox.zoo.Collar;
import org.fetchwise.blackbox.zoo.Dog;
import org.fetchwise.blackbox.zoo.Puppy;
import org.fetchwise.blackbox.zoo.Warden;
import org.fetchwise.error.QueryException;
import org.fetchwise.error.StaleObjectException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Entities that extend each other, in one table: queries of any of them, relations to and from them, and writes. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class SingleTableTest {
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Animal> animals;
    private final QuerySet.Of<Dog> dogs;
    private final QuerySet.Of<Cat> cats;
    private final Warden ada;
    private final Warden bert;
    private final List<Animal> made;

    SingleTableTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        animals = database.objects(ANIMAL).orderBy(ANIMAL.id);
        dogs = database.objects(DOG).orderBy(DOG.id);
        cats = database.objects(CAT).orderBy(CAT.id);
        ada = database.objects(WARDEN).create(new Warden("Ada"));
        bert = database.objects(WARDEN).create(new Warden("Bert"));
        Dog rex = new Dog("Rex", ada, 9);
        rex.setCollar(new Collar("red", 7));
        rex.setTrainer(bert);
        Cat tom = new Cat("Tom", ada, 7);
        tom.setMoods("changing");
        made = new ArrayList<>(animals.bulkCreate(List.of(rex, tom, new Puppy("Bit", bert, 2, 6))));
        made.add(cats.create(new Cat("Kit", null, 9)));
        ((Cat) made.get(1)).setEnemy((Dog) made.get(0));
        animals.save(made.get(1));
        database.objects(CHECKUP)
                .bulkCreate(List.of(
                        new Checkup(made.get(0), "fine"),
                        new Checkup(made.get(1), "fat"),
                        new Checkup(made.get(2), "small")));
        recorder.clear();
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static List<String> classes(List<? extends Animal> found) {
        return found.stream()
                .map(animal -> animal.getName() + " "
                        + animal.getClass().getSuperclass().getSimpleName() + " " + animal.noise())
                .toList();
    }

    /** The page about mapping shows these. */
    @Test
    void theManualsCode_works() {
        QuerySet.Of<Checkup> checkups = database.objects(CHECKUP);

        animals.list(); // dogs, puppies and cats
        dogs.filter(DOG.warden().name.eq("Ada"), DOG.loudness.gt(5));
        animals.filter(ANIMAL.asDog().loudness.gt(5));
        animals.filter(ANIMAL.isInstance(CAT));
        animals.selectRelated(ANIMAL.asDog().trainer());
        checkups.filter(CHECKUP.animal().asCat().lives.lt(9));

        assertThat(checkups.filter(CHECKUP.animal().asCat().lives.lt(9)).count())
                .isEqualTo(1);
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void theDiscriminator_isAskedForOfSubclassesAlone() {
        animals.values(ANIMAL.name).list();
        dogs.values(DOG.name).list();
        database.objects(WARDEN).values(WARDEN.pupils().count()).list();
        cats.filter(CAT.enemy().loudness.gt(3)).values(CAT.name).list();

        assertThat(recorder.texts().stream()
                        .map(text -> text.replace('`', '"').replace("\"", ""))
                        .toList())
                .containsExactly(
                        "SELECT animal.name FROM animal ORDER BY animal.id",
                        "SELECT dog.name FROM animal dog WHERE dog.DTYPE = 'D' OR dog.DTYPE = 'Puppy' ORDER BY dog.id",
                        "SELECT (SELECT COUNT(*) FROM animal dog WHERE (dog.DTYPE = 'D' OR dog.DTYPE = 'Puppy') AND"
                                + " dog.trainer_id = warden.id) AS count(pupils) FROM warden",
                        "SELECT cat.name FROM animal cat JOIN animal enemy ON enemy.id = cat.enemy_id AND (enemy.DTYPE"
                                + " = 'D' OR enemy.DTYPE = 'Puppy') WHERE cat.DTYPE = 'Cat' AND enemy.loudness > ? ORDER"
                                + " BY cat.id");
    }

    @Test
    void bulkCreate_givesManagedObjectsOfEachClass_inTheOrderGiven() {
        List<Animal> more =
                animals.bulkCreate(List.of(new Dog("Max", ada, 1), new Cat("Mia", ada, 1), new Dog("Ben", bert, 1)));

        assertThat(recorder.texts()).hasSize(2);
        assertThat(classes(more)).containsExactly("Max Dog woof", "Mia Cat meow", "Ben Dog woof");
        assertThat(more).extracting(Animal::getId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(database.objects(ANIMAL)
                        .withoutKeys()
                        .bulkCreate(List.of(new Dog("Moe", ada, 1), new Cat("Sue", ada, 1))))
                .isEqualTo(2);
        assertThat(cats.count()).isEqualTo(4);
    }

    @Test
    void aQueryOfTheRoot_givesObjectsOfEachClass_withOneStatement() {
        assertThat(classes(animals.list()))
                .containsExactly("Rex Dog woof", "Tom Cat meow", "Bit Puppy wiff", "Kit Cat meow");
        assertThat(recorder.texts()).hasSize(1);

        Dog rex = (Dog) animals.get(ANIMAL.name.eq("Rex"));
        assertThat(rex.getLoudness()).isEqualTo(9);
        assertThat(rex.getCollar()).isEqualTo(new Collar("red", 7));
        assertThat(((Puppy) animals.get(ANIMAL.name.eq("Bit"))).getWeeks()).isEqualTo(6);
        assertThat(((Puppy) animals.get(ANIMAL.name.eq("Bit"))).getCollar()).isNull();
        assertThat(recorder.texts()).hasSize(4);
    }

    @Test
    void aQueryOfASubclass_leavesOutTheOthers() {
        assertThat(classes(dogs.list())).containsExactly("Rex Dog woof", "Bit Puppy wiff");
        assertThat(classes(database.objects(PUPPY).list())).containsExactly("Bit Puppy wiff");
        assertThat(cats.count()).isEqualTo(2);
        assertThat(cats.filter(CAT.name.eq("Rex")).exists()).isFalse();
        assertThat(dogs.values(DOG.name).list()).containsExactly("Rex", "Bit");
        assertThat(dogs.aggregate(DOG.loudness.max())).isEqualTo(9);
        assertThat(dogs.filter(DOG.name.startsWith("B"), DOG.warden().name.eq("Bert"))
                        .list())
                .hasSize(1);
        Long rex = made.get(0).getId();
        assertThat(cats.filter(CAT.id.eq(rex)).first()).isEmpty();
        assertThat(animals.get(ANIMAL.id.eq(rex))).isInstanceOf(Dog.class);
    }

    @Test
    void conditionsOnSubclasses_standInQueriesOfTheRoot() {
        assertThat(animals.filter(ANIMAL.asDog().loudness.gt(5))
                        .values(ANIMAL.name)
                        .list())
                .containsExactly("Rex");
        assertThat(animals.filter(ANIMAL.asDog().asPuppy().weeks.eq(6))
                        .values(ANIMAL.name)
                        .list())
                .containsExactly("Bit");
        assertThat(animals.filter(ANIMAL.asDog().trainer().name.eq("Bert"))
                        .values(ANIMAL.name)
                        .list())
                .containsExactly("Rex");
        assertThat(animals.filter(ANIMAL.asDog().collar().colour.eq("red"))
                        .values(ANIMAL.name)
                        .list())
                .containsExactly("Rex");
        assertThat(animals.exclude(ANIMAL.asDog().loudness.gt(5))
                        .values(ANIMAL.name)
                        .list())
                .containsExactly("Tom", "Bit", "Kit");
        assertThat(animals.filter(lookup("loudness__gt", 5)).count()).isEqualTo(1);
        assertThat(animals.filter(ANIMAL.isInstance(DOG)).values(ANIMAL.name).list())
                .containsExactly("Rex", "Bit");
        assertThat(animals.exclude(ANIMAL.isInstance(DOG)).values(ANIMAL.name).list())
                .containsExactly("Tom", "Kit");
        assertThat(database.objects(CHECKUP)
                        .filter(CHECKUP.animal().isInstance(CAT))
                        .values(CHECKUP.finding)
                        .list())
                .containsExactly("fat");
    }

    @Test
    void relationsToTheRoot_leadToObjectsOfEachClass() {
        List<Checkup> joined = database.objects(CHECKUP)
                .orderBy(CHECKUP.id)
                .selectRelated(CHECKUP.animal())
                .list();
        assertThat(recorder.texts()).hasSize(1);
        assertThat(classes(joined.stream().map(Checkup::getAnimal).toList()))
                .containsExactly("Rex Dog woof", "Tom Cat meow", "Bit Puppy wiff");

        recorder.clear();
        List<Checkup> lazy = database.objects(CHECKUP).orderBy(CHECKUP.id).list();
        assertThat(classes(lazy.stream().map(Checkup::getAnimal).toList()))
                .containsExactly("Rex Dog woof", "Tom Cat meow", "Bit Puppy wiff");
        assertThat(recorder.texts()).hasSize(2);

        recorder.clear();
        List<Warden> wardens = database.objects(WARDEN)
                .orderBy(WARDEN.id)
                .prefetchRelated(WARDEN.animals().checkups())
                .list();
        assertThat(recorder.texts()).hasSize(3);
        assertThat(wardens.get(0).getAnimals()).extracting(Animal::noise).containsExactlyInAnyOrder("woof", "meow");
        assertThat(wardens.get(1).getPupils()).extracting(Dog::getLoudness).containsExactly(9);
        assertThat(database.objects(WARDEN)
                        .filter(WARDEN.pupils().loudness.gt(5))
                        .count())
                .isEqualTo(1);
        assertThat(database.objects(WARDEN)
                        .orderBy(WARDEN.id)
                        .values(WARDEN.animals().count())
                        .list())
                .containsExactly(2L, 1L);
    }

    @Test
    void whatTheRootDeclares_isLoadedForPeersOfAllClasses() {
        List<Animal> all = animals.list();
        recorder.clear();
        List<String> wardens = new ArrayList<>();
        for (Animal animal : all) {
            wardens.add(animal.getWarden() == null ? "" : animal.getWarden().getName());
        }
        assertThat(wardens).containsExactly("Ada", "Ada", "Bert", "");
        assertThat(recorder.texts()).hasSize(1);

        recorder.clear();
        assertThat(all.get(1).getCheckups()).hasSize(1);
        assertThat(all.get(3).getCheckups()).isEmpty();
        assertThat(all.get(2).getCheckups()).hasSize(1);
        assertThat(recorder.texts()).hasSize(1);
    }

    @Test
    void whatASubclassDeclares_isLoadedForItsPeersAlone() {
        List<Animal> all = animals.list();
        recorder.clear();
        assertThat(((Cat) all.get(3)).getMoods()).isNull();
        assertThat(((Cat) all.get(1)).getMoods()).isEqualTo("changing");
        assertThat(recorder.texts()).hasSize(1);
        assertThat(((Cat) all.get(1)).getEnemy()).isSameAs(all.get(0));
        assertThat(recorder.texts()).hasSize(1);
        assertThat(((Dog) all.get(0)).getTrainer().getName()).isEqualTo("Bert");
        assertThat(((Dog) all.get(2)).getTrainer()).isNull();
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void onlySomeColumns_areReadOfEachClass() {
        List<Animal> all = animals.only(ANIMAL.name).list();
        assertThat(classes(all)).containsExactly("Rex Dog woof", "Tom Cat meow", "Bit Puppy wiff", "Kit Cat meow");
        recorder.clear();
        assertThat(((Cat) all.get(1)).getLives()).isEqualTo(7);
        assertThat(((Cat) all.get(3)).getLives()).isEqualTo(9);
        assertThat(recorder.texts()).hasSize(1);
        assertThat(((Dog) all.get(0)).getCollar()).isEqualTo(new Collar("red", 7));
        assertThat(((Dog) all.get(2)).getLoudness()).isEqualTo(2);
        assertThat(recorder.texts()).hasSize(3);
    }

    @Test
    void relationsOfSubclasses_areJoinedAndPrefetchedFromTheRoot() {
        List<Animal> joined = animals.selectRelated(
                        ANIMAL.asDog().trainer(), ANIMAL.asCat().enemy())
                .list();
        assertThat(((Dog) joined.get(0)).getTrainer().getName()).isEqualTo("Bert");
        assertThat(((Cat) joined.get(1)).getEnemy()).isSameAs(joined.get(0));
        assertThat(((Cat) joined.get(3)).getEnemy()).isNull();
        assertThat(recorder.texts()).hasSize(1);

        recorder.clear();
        List<Animal> prefetched =
                animals.prefetchRelated(ANIMAL.asDog().trainer()).list();
        assertThat(((Dog) prefetched.get(0)).getTrainer().getName()).isEqualTo("Bert");
        assertThat(((Dog) prefetched.get(2)).getTrainer()).isNull();
        assertThat(recorder.texts()).hasSize(2);
    }

    @Test
    void objects_areSavedAndDeletedByWhicheverQueryset() {
        Dog rex = (Dog) animals.get(ANIMAL.name.eq("Rex"));
        rex.setLoudness(10);
        rex.setName("Rexi");
        animals.save(rex);
        Cat plain = new Cat("New", bert, 3);
        plain.setNicknames(Set.of("N"));
        Animal created = animals.create(plain);
        assertThat(created).isInstanceOf(Cat.class);
        assertThat(cats.get(CAT.name.eq("New")).getNicknames()).containsExactly("N");
        assertThat(dogs.get(DOG.name.eq("Rexi")).getLoudness()).isEqualTo(10);

        assertThat(dogs.update(DOG.loudness.to(1))).isEqualTo(2);
        assertThat(animals.filter(ANIMAL.isInstance(CAT)).update(ANIMAL.name.to("cat")))
                .isEqualTo(3);
        assertThat(dogs.filter(DOG.loudness.eq(1)).count()).isEqualTo(2);

        Animal stale = animals.get(ANIMAL.id.eq(created.getId()));
        created.setName("Newer");
        animals.save(created);
        assertThatThrownBy(() -> animals.delete(stale)).isInstanceOf(StaleObjectException.class);
        assertThat(cats.get(CAT.id.eq(created.getId())).getNicknames()).containsExactly("N");
        animals.delete(created);
        assertThat(cats.count()).isEqualTo(2);
        assertThat(dogs.delete().total()).isEqualTo(4);
        assertThat(animals.count()).isEqualTo(2);
        database.objects(WARDEN).filter(WARDEN.name.eq("Ada")).delete();
        assertThat(animals.values(ANIMAL.asCat().lives).list()).containsExactly(9);
    }

    @Test
    void statementsOfTheUser_giveObjectsOfEachClass() {
        String all = library.engine() == Engine.MARIADB
                ? "SELECT * FROM `animal` ORDER BY `id`"
                : "SELECT * FROM \"animal\" ORDER BY \"id\"";
        assertThat(classes(database.sql(all).list(Animal.class)))
                .containsExactly("Rex Dog woof", "Tom Cat meow", "Bit Puppy wiff", "Kit Cat meow");
        assertThat(((Dog) database.sql(all).list(Animal.class).get(0)).getCollar())
                .isEqualTo(new Collar("red", 7));
        assertThatThrownBy(() -> database.sql(all.replace("*", "id")).list(Animal.class))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("'DTYPE'");
    }

    @Test
    void whatNeedsTheClass_isRefusedByName() {
        assertThatThrownBy(() -> database.ref(ANIMAL, 1L))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("[Animal, Cat, Dog, Puppy]");
        assertThat(database.ref(CAT, 1L).getName()).isNotNull();
        assertThatThrownBy(() -> animals.createAll(List.of(ANIMAL.name.to("x"))))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Animal is abstract");
        assertThatThrownBy(() -> animals.bulkUpsert(List.of(new Cat("Tim", ada, 1)), onConflict(ANIMAL.id)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("Take the queryset of Cat");
        assertThat(cats.createAll(List.of(CAT.name.to("Set"), CAT.lives.to(1))).getId())
                .isNotNull();
        assertThat(cats.count()).isEqualTo(3);
    }

    @Test
    void theSchema_isThatOfTheMapping() {
        assertThat(library.schema().validate().all()).isEmpty();
    }

    @Test
    void aHierarchy_isReadLikeATable_andFilteredInARelation() {
        assertThat(classes(animals.filter(ANIMAL.name.ne("Kit"))
                        .asTable("some_animals")
                        .list()))
                .containsExactly("Rex Dog woof", "Tom Cat meow", "Bit Puppy wiff");
        assertThat(dogs.asTable("some_dogs")
                        .filter(DOG.loudness.gt(5))
                        .values(DOG.name)
                        .list())
                .isEqualTo(dogs.filter(DOG.loudness.gt(5)).values(DOG.name).list())
                .isNotEmpty();
        assertThat(database.objects(WARDEN)
                        .orderBy(WARDEN.id)
                        .values(WARDEN.animals()
                                .filtered(ANIMAL.asDog().loudness.gt(0))
                                .count())
                        .list())
                .isEqualTo(database.objects(WARDEN)
                        .orderBy(WARDEN.id)
                        .values(WARDEN.animals().count(ANIMAL.asDog().loudness.gt(0)))
                        .list());
    }
}
