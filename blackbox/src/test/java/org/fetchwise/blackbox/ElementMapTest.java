package org.fetchwise.blackbox;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.company.QTeam.TEAM;
import static org.fetchwise.expr.Functions.lookup;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Address;
import org.fetchwise.blackbox.company.Team;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Values by keys in a table of their own, on every database. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ElementMapTest {
    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final Database database;
    private final QuerySet.Of<Team> teams;

    ElementMapTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database().withListener(recorder);
        teams = database.objects(TEAM).orderBy(TEAM.name);
        Team core = new Team("core");
        core.setMottos(Map.of("en", "on and on", "no", "videre"));
        core.setGuests(Map.of(MONDAY, new Address("Elm 1", "Oslo", 3, null)));
        Team web = new Team("web");
        web.setMottos(Map.of("en", "wide"));
        teams.bulkCreate(List.of(core, web));
        teams.create(new Team("zoo"));
        recorder.clear();
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    @Test
    void maps_areReadForAllPeers() {
        List<Team> read = teams.list();
        assertThat(read.get(0).getMottos().get("no")).isEqualTo("videre");
        assertThat(read.get(1).getMottos()).isEqualTo(Map.of("en", "wide"));
        assertThat(read.get(2).getMottos()).isEmpty();
        assertThat(recorder.texts()).hasSize(2);
        assertThat(read.get(0).getGuests().get(MONDAY)).isNotNull();
        assertThat(read.get(0).getGuests().values())
                .extracting(Address::getCity)
                .containsExactly("Oslo");
        assertThat(read.get(0).getGuests().containsKey(FRIDAY)).isFalse();
        assertThat(read.get(1).getGuests().keySet()).isEmpty();
        assertThat(recorder.texts()).hasSize(3);

        recorder.clear();
        assertThat(teams.list().getFirst().getMottos().size()).isEqualTo(2);
        assertThat(recorder.texts()).hasSize(2).last().asString().contains("COUNT(*)");
        recorder.clear();
        assertThat(teams.prefetchRelated(TEAM.mottos(), TEAM.guests())
                        .list()
                        .getFirst()
                        .getMottos())
                .hasSize(2);
        assertThat(recorder.texts()).hasSize(3);
    }

    @Test
    void keysAndValues_areFilteredAndTaken() {
        assertThat(teams.filter(TEAM.mottos().key.eq("no")).values(TEAM.name).list())
                .containsExactly("core");
        assertThat(teams.filter(TEAM.mottos().value.startsWith("w"))
                        .values(TEAM.name)
                        .list())
                .containsExactly("web");
        assertThat(teams.filter(lookup("mottos__key", "en"))
                        .filter(lookup("mottos", "wide"))
                        .values(TEAM.name)
                        .list())
                .containsExactly("web");
        assertThat(teams.filter(TEAM.mottos().contains(Map.entry("en", "wide")))
                        .values(TEAM.name)
                        .list())
                .containsExactly("web");
        assertThat(teams.filter(TEAM.mottos().contains(Map.entry("no", "wide"))).exists())
                .isFalse();
        assertThat(teams.filter(TEAM.guests().value().city.eq("Oslo"))
                        .filter(TEAM.guests().key.eq(MONDAY))
                        .values(TEAM.name)
                        .list())
                .containsExactly("core");
        assertThat(teams.values(TEAM.mottos().count()).list()).containsExactly(2L, 1L, 0L);
    }

    @Test
    void maps_areSavedAsAWhole_orByEntries() {
        Team core = teams.get(TEAM.name.eq("core"));
        core.setMottos(new HashMap<>(Map.of("en", "on", "fr", "encore")));
        core.setGuests(Map.of(FRIDAY, new Address("Oak 2", "Bergen", 1, null)));
        teams.save(core);
        assertThat(core.getMottos()).isEqualTo(Map.of("en", "on", "fr", "encore"));
        Team again = teams.get(TEAM.name.eq("core"));
        assertThat(again.getMottos()).isEqualTo(Map.of("en", "on", "fr", "encore"));
        assertThat(again.getGuests()).containsOnlyKeys(FRIDAY);

        QuerySet.Related<Map.Entry<String, String>> mottos = database.related(again, TEAM.mottos());
        mottos.add(Map.entry("en", "on and on"));
        mottos.add(Map.entry("de", "weiter"));
        assertThat(again.getMottos()).isEqualTo(Map.of("en", "on and on", "fr", "encore", "de", "weiter"));
        mottos.remove(Map.entry("fr", "encore"));
        assertThat(mottos.list()).containsExactlyInAnyOrder(Map.entry("en", "on and on"), Map.entry("de", "weiter"));
        mottos.setAll(Map.of("no", "videre").entrySet());
        assertThat(again.getMottos()).isEqualTo(Map.of("no", "videre"));
        mottos.clear();
        assertThat(again.getMottos()).isEmpty();
        teams.delete(again);
        assertThat(teams.count()).isEqualTo(2);
    }

    @Test
    void whatTheManualShows() {
        Team team = teams.get(TEAM.name.eq("core"));
        teams.filter(TEAM.mottos().key.eq("no"));
        teams.filter(TEAM.guests().value().city.eq("Oslo"));
        database.related(team, TEAM.mottos()).add(Map.entry("de", "weiter"));
        assertThat(team.getMottos()).containsKeys("en", "no", "de");
    }

    @Test
    void aChangeInPlace_isRefused() {
        Team core = teams.get(TEAM.name.eq("core"));
        assertThatThrownBy(() -> core.getMottos().put("fr", "encore"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Change it through db.related(team, TEAM.mottos())");
        assertThatThrownBy(() -> core.getMottos().remove("en")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> core.getMottos().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> core.getMottos().keySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> core.getMottos().entrySet().iterator().next().setValue("x"))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
