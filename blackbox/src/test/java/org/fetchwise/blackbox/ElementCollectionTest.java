package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.OnConflict.onConflict;
import static org.fetchwise.blackbox.company.QTeam.TEAM;
import static org.fetchwise.expr.Functions.lookup;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Address;
import org.fetchwise.blackbox.company.Money;
import org.fetchwise.blackbox.company.Position;
import org.fetchwise.blackbox.company.Team;
import org.fetchwise.error.LazyLoadException;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.LongAggregate;
import org.fetchwise.meta.FetchMode;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections of values, which stand in tables of their own: read, loaded for all peers, filtered, counted and written. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ElementCollectionTest {
    private static final Money TEN = new Money(new BigDecimal("10.00"), Money.Currency.EURO);
    private static final Money FIVE = new Money(new BigDecimal("5.00"), null);

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Team> teams;
    private final Team red;
    private final Team blue;

    ElementCollectionTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        teams = database.objects(TEAM);
        Team first = new Team("red");
        first.setSkills(Set.of("java", "sql"));
        first.setDays(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        first.setAgenda(List.of("open", "talk", "open"));
        first.setOffices(List.of(
                new Address("Elm 1", "Oslo", 3, new Position(59.5, 10.75)), new Address(null, "Rome", null, null)));
        first.setBudgets(List.of(TEN, FIVE, TEN));
        Team second = new Team("blue");
        second.setSkills(Set.of("sql"));
        second.setAbove(first);
        red = teams.create(first);
        List<Team> created = teams.bulkCreate(List.of(second, new Team("none")));
        blue = created.get(0);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    /** The manual shows these lines. */
    private void manual(Team team) {
        teams.filter(TEAM.skills().contains("sql"));
        teams.filter(TEAM.offices().value().city.eq("Oslo"));
        teams.filter(lookup("skills__startswith", "ja"));
        teams.prefetchRelated(TEAM.skills(), TEAM.parts().offices());
        teams.values(TEAM.name, TEAM.skills().count());

        database.related(team, TEAM.agenda()).add("close");
        database.related(team, TEAM.skills()).setAll(Set.of("java", "sql"));
    }

    private List<String> names(QuerySet<Team, ?> query) {
        return query.orderBy(TEAM.id).values(TEAM.name).list();
    }

    @Test
    void values_areLoadedForAllPeers_withOneStatement() {
        List<Team> read = teams.orderBy(TEAM.id).list();
        int before = recorder.texts().size();
        assertThat(read.get(0).getSkills()).containsExactlyInAnyOrder("java", "sql");
        assertThat(read.get(1).getSkills()).containsExactly("sql").isEqualTo(Set.of("sql"));
        assertThat(read.get(2).getSkills()).isEmpty();
        assertThat(recorder.texts()).hasSize(before + 1);
        assertThat(read.get(0).getDays()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(read.get(0).getAgenda()).containsExactly("open", "talk", "open");
        assertThat(read.get(0).getBudgets()).containsExactlyInAnyOrder(TEN, FIVE, TEN);
        List<Address> offices = read.get(0).getOffices();
        assertThat(offices).extracting(Address::getCity).containsExactly("Rome", "Oslo");
        assertThat(offices.get(0).getPosition()).isNull();
        assertThat(offices.get(1).getPosition()).isEqualTo(new Position(59.5, 10.75));
    }

    @Test
    void sizes_areCountedForAllPeers() {
        List<Team> read = teams.orderBy(TEAM.id).list();
        int before = recorder.texts().size();
        assertThat(read.stream().map(team -> team.getBudgets().size()).toList()).containsExactly(3, 0, 0);
        assertThat(recorder.texts()).hasSize(before + 1);
        assertThat(recorder.texts().getLast()).contains("COUNT");
    }

    @Test
    void values_arePrefetched_alsoBehindRelations() {
        List<Team> read = teams.fetchMode(FetchMode.RAISE)
                .prefetchRelated(TEAM.skills(), TEAM.parts().skills())
                .orderBy(TEAM.id)
                .list();
        assertThat(read.get(0).getSkills()).hasSize(2);
        assertThat(read.get(0).getParts().get(0).getSkills()).containsExactly("sql");
        assertThatThrownBy(() -> read.get(0).getAgenda().size())
                .isInstanceOf(LazyLoadException.class)
                .hasMessageContaining("Add .prefetchRelated(TEAM.agenda())");
    }

    @Test
    void pathsLeadToValues() {
        manual(red);
        assertThat(names(teams.filter(TEAM.skills().contains("sql")))).containsExactly("red", "blue");
        assertThat(names(teams.filter(TEAM.skills().value.startsWith("ja")))).containsExactly("red");
        assertThat(names(teams.filter(TEAM.days().value.eq(DayOfWeek.FRIDAY)))).containsExactly("red");
        assertThat(names(teams.exclude(TEAM.skills().value.eq("java")))).containsExactly("blue", "none");
        assertThat(names(teams.filter(TEAM.skills().none()))).containsExactly("none");
        assertThat(names(teams.filter(TEAM.above().skills().value.eq("java")))).containsExactly("blue");
        assertThat(names(teams.filter(TEAM.offices().value().city.eq("Oslo")))).containsExactly("red");
        assertThat(names(teams.filter(TEAM.offices().value().position().latitude.gt(50.0))))
                .containsExactly("red");
        assertThat(names(teams.filter(TEAM.budgets().contains(FIVE)))).containsExactly("red");
        assertThat(names(teams.filter(TEAM.budgets().contains(new Money(FIVE.amount(), Money.Currency.CROWN)))))
                .isEmpty();
    }

    @Test
    void namesLeadToValues() {
        assertThat(names(teams.filter(lookup("skills", "java")))).containsExactly("red");
        assertThat(names(teams.filter(lookup("skills__icontains", "SQ")).distinct()))
                .containsExactly("red", "blue");
        assertThat(names(teams.filter(lookup("skills__in", List.of("java", "x")))))
                .containsExactly("red");
        assertThat(names(teams.filter(lookup("days", "FRIDAY")))).containsExactly("red");
        assertThat(names(teams.filter(lookup("offices__city__startswith", "Os"))))
                .containsExactly("red");
        assertThat(names(teams.filter(lookup("offices__position__latitude__gt", 50))))
                .containsExactly("red");
        assertThat(names(teams.exclude(lookup("parts__skills", "sql")))).containsExactly("blue", "none");
        assertThatThrownBy(() -> teams.filter(lookup("skills__nothing", "java")).count())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void values_areCountedAndSummedUp_eachCollectionByItself() {
        LongAggregate<Team> skills = TEAM.skills().count();
        LongAggregate<Team> budgets = TEAM.budgets().count();
        assertThat(teams.orderBy(TEAM.id)
                        .values(skills, budgets)
                        .into((some, more) -> some + "/" + more)
                        .list())
                .containsExactly("2/3", "1/0", "0/0");
        assertThat(teams.aggregate(TEAM.budgets().value().amount.sum())).isEqualByComparingTo("25");
    }

    @Test
    void relatedValues_areAQuerySet() {
        assertThat(database.related(red, TEAM.agenda()).list()).containsExactly("open", "talk", "open");
        assertThat(database.related(red, TEAM.skills()).count()).isEqualTo(2);
        assertThat(database.related(red, TEAM.skills())
                        .filter(lookup("value", "sql"))
                        .list())
                .containsExactly("sql");
        assertThat(database.related(red, TEAM.agenda()).exists()).isTrue();
        try (var stream = database.related(red, TEAM.offices()).stream()) {
            assertThat(stream.map(Address::getCity)).containsExactly("Rome", "Oslo");
        }
    }

    @Test
    void collections_areChangedByTheirOwner() {
        database.related(red, TEAM.skills()).addAll(List.of("sql", "go"));
        assertThat(red.getSkills()).containsExactlyInAnyOrder("java", "sql", "go");
        database.related(red, TEAM.skills()).remove("java");
        assertThat(red.getSkills()).containsExactlyInAnyOrder("sql", "go");
        database.related(red, TEAM.agenda()).add("close");
        database.related(red, TEAM.agenda()).remove("talk");
        assertThat(red.getAgenda()).containsExactly("open", "open", "close");
        database.related(red, TEAM.agenda()).setAll(List.of("close", "open"));
        assertThat(teams.get(TEAM.id.eq(red.getId())).getAgenda()).containsExactly("close", "open");
        database.related(red, TEAM.offices()).clear();
        assertThat(red.getOffices()).isEmpty();
        database.related(blue, TEAM.budgets()).addAll(List.of(FIVE, FIVE));
        assertThat(blue.getBudgets()).containsExactly(FIVE, FIVE);
        assertThatThrownBy(() -> red.getSkills().add("c"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Change it through db.related(team, TEAM.skills())");
    }

    @Test
    void save_writesCollectionsThatWereReplaced() {
        Team read = teams.get(TEAM.id.eq(red.getId()));
        read.setName("purple");
        read.setSkills(Set.of("c", "sql"));
        teams.save(read);
        assertThat(read.getSkills()).containsExactlyInAnyOrder("c", "sql");
        Team again = teams.get(TEAM.id.eq(red.getId()));
        assertThat(again.getName()).isEqualTo("purple");
        assertThat(again.getSkills()).containsExactlyInAnyOrder("c", "sql");
        assertThat(again.getAgenda()).containsExactly("open", "talk", "open");
        int before = recorder.texts().size();
        again.setName("pink");
        teams.save(again);
        assertThat(recorder.texts()).hasSize(before + 1);
    }

    @Test
    void upsert_refusesCollections() {
        Team green = new Team("green");
        green.setSkills(Set.of("sql"));
        assertThatThrownBy(() ->
                        teams.bulkUpsert(List.of(green), onConflict(TEAM.id).update(TEAM.name)))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith("This Team holds a collection of values");
    }

    @Test
    void explanations_tellTheRowsOfValues() {
        Team green = new Team("green");
        green.setSkills(Set.of("sql", "java"));
        assertThat(teams.explainBulkCreate(List.of(green)))
                .contains("1. insert of 1 Team\n", "2. insert of 2 values of Team.skills, 1,000 at a time")
                .endsWith("writes\n    Team_skills, team\n");
        assertThatThrownBy(() -> teams.withoutKeys().bulkCreate(List.of(green)))
                .isInstanceOf(QueryException.class)
                .hasMessageEndingWith("Take bulkCreate(...) with keys.");
    }

    @Test
    void deletion_takesTheValuesAlong() {
        teams.filter(TEAM.name.eq("none")).delete();
        assertThat(teams.filter(TEAM.name.eq("blue")).delete().rows())
                .containsEntry("Team", 1L)
                .containsEntry("Team_skills", 1L);
        assertThat(teams.delete(red).rows()).containsEntry("Team_budgets", 3L);
        assertThat(teams.count()).isZero();
    }
}
