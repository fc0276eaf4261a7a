package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.zoo.QAnimal.ANIMAL;
import static org.fetchwise.blackbox.zoo.QCat.CAT;
import static org.fetchwise.blackbox.zoo.QCheckup.CHECKUP;
import static org.fetchwise.blackbox.zoo.QWarden.WARDEN;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.fetchwise.Database;
import org.fetchwise.blackbox.zoo.Animal;
import org.fetchwise.blackbox.zoo.Cat;
import org.fetchwise.blackbox.zoo.Checkup;
import org.fetchwise.blackbox.zoo.Collar;
import org.fetchwise.blackbox.zoo.Dog;
import org.fetchwise.blackbox.zoo.Puppy;
import org.fetchwise.blackbox.zoo.Warden;
import org.fetchwise.servers.Engine;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Entities that extend each other, in the table that Fetchwise has created: what either has written, the other reads. Hibernate has
 * no types for SQLite of its own.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
class HibernateZooTest {
    // A field, because the log manager forgets the levels of loggers that nobody holds.
    private final Logger log = Logger.getLogger("org.hibernate");
    private final Library library;
    private final Database database;
    private final SessionFactory hibernate;

    HibernateZooTest(Engine engine) {
        log.setLevel(Level.SEVERE);
        library = Library.own(engine);
        database = library.database();
        hibernate = new Configuration()
                .addAnnotatedClasses(
                        Animal.class, Cat.class, Checkup.class, Collar.class, Dog.class, Puppy.class, Warden.class)
                .setProperty("hibernate.connection.url", library.url())
                .setProperty("hibernate.globally_quoted_identifiers", true)
                .setProperty("hibernate.globally_quoted_identifiers_skip_column_definitions", true)
                .buildSessionFactory();
    }

    @AfterEach
    void close() throws SQLException {
        hibernate.close();
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void whatHibernatePersists_isReadByFetchwise() {
        hibernate.inTransaction(session -> {
            Warden ada = new Warden("Ada");
            session.persist(ada);
            Dog rex = new Dog("Rex", ada, 9);
            rex.setCollar(new Collar("red", 7));
            rex.setNicknames(Set.of("R"));
            session.persist(rex);
            Cat tom = new Cat("Tom", ada, 7);
            tom.setEnemy(rex);
            session.persist(tom);
            session.persist(new Puppy("Bit", null, 2, 6));
            session.persist(new Checkup(tom, "fat"));
        });

        List<Animal> read = database.objects(ANIMAL).orderBy(ANIMAL.id).list();
        assertThat(read).extracting(Animal::noise).containsExactly("woof", "meow", "wiff");
        assertThat(((Dog) read.get(0)).getCollar()).isEqualTo(new Collar("red", 7));
        assertThat(read.get(0).getNicknames()).containsExactly("R");
        assertThat(((Cat) read.get(1)).getEnemy()).isSameAs(read.get(0));
        assertThat(((Puppy) read.get(2)).getWeeks()).isEqualTo(6);
        assertThat(database.objects(CHECKUP).get().getAnimal()).isInstanceOf(Cat.class);
    }

    @Test
    void whatFetchwiseWrites_isReadByHibernate() {
        Warden ada = database.objects(WARDEN).create(new Warden("Ada"));
        Dog rex = new Dog("Rex", ada, 9);
        rex.setCollar(new Collar("red", 7));
        rex.setNicknames(Set.of("R"));
        List<Animal> made = database.objects(ANIMAL).bulkCreate(List.of(rex, new Puppy("Bit", null, 2, 6)));
        Cat tom = new Cat("Tom", ada, 7);
        tom.setEnemy((Dog) made.get(0));
        database.objects(CAT).create(tom);
        database.objects(CHECKUP).create(new Checkup(made.get(1), "small"));

        List<Object> read = hibernate.fromSession(session -> {
            List<Animal> animals = session.createSelectionQuery("from Animal order by id", Animal.class)
                    .getResultList();
            return List.of(
                    animals.stream().map(Animal::noise).toList(),
                    ((Dog) animals.get(0)).getCollar(),
                    Set.copyOf(animals.get(0).getNicknames()),
                    ((Cat) animals.get(2)).getEnemy().getName(),
                    session.createSelectionQuery("select c.animal from Checkup c", Animal.class)
                            .getSingleResult()
                            .getName());
        });
        assertThat(read)
                .containsExactly(List.of("woof", "wiff", "meow"), new Collar("red", 7), Set.of("R"), "Rex", "Bit");
    }
}
