package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.visits.QVisit.VISIT;

import java.sql.SQLException;
import java.util.List;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.visits.Visit;
import org.fetchwise.error.QueryException;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The callbacks of {@code jakarta.persistence}: of an entity, of its superclass, and of the listener that this names. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class CallbacksTest {
    private final Library library;
    private final QuerySet.Of<Visit> visits;

    CallbacksTest(Engine engine) {
        library = Library.empty(engine);
        visits = library.database().objects(VISIT);
    }

    @AfterEach
    void everyConnectionIsBack() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static Visit by(String visitor) {
        Visit visit = new Visit();
        visit.setVisitor(visitor);
        return visit;
    }

    @Test
    void aNewObject_isToldBefore_andTheObjectOfItsRowAfterwards() {
        Visit plain = by("Ada Byron");
        Visit created = visits.create(plain);
        assertThat(plain.trace()).containsExactly("PrePersist", "superclass", "entity");
        assertThat(created.trace()).containsExactly("PostPersist");
        assertThat(visits.values(VISIT.slug).list()).containsExactly("ada-byron");
    }

    @Test
    void aSavedObject_isTold_andWhatItsCallbackChangesIsWritten() {
        Visit created = visits.create(by("Ada"));
        Visit partial = visits.only(VISIT.visitor).get(VISIT.id.eq(created.getId()));
        assertThat(partial.trace()).containsExactly("PostLoad");
        partial.trace().clear();
        visits.save(partial);
        assertThat(partial.trace()).isEmpty();
        partial.setVisitor("Bert");
        visits.save(partial);
        assertThat(partial.trace()).containsExactly("PreUpdate", "superclass", "entity", "PostUpdate");
        assertThat(visits.values(VISIT.slug).list()).containsExactly("bert");
        assertThat(partial.getSlug()).isEqualTo("bert");
    }

    @Test
    void aDeletedObject_isTold() {
        Visit created = visits.create(by("Ada"));
        created.trace().clear();
        visits.delete(created);
        assertThat(created.trace()).containsExactly("PreRemove", "PostRemove");
    }

    @Test
    void everyObjectThatIsRead_isToldOnce() {
        visits.bulkCreate(List.of(by("Ada"), by("Bert")));
        assertThat(visits.list()).allSatisfy(visit -> assertThat(visit.trace()).containsExactly("PostLoad"));
        try (var stream = visits.stream()) {
            assertThat(stream.toList())
                    .allSatisfy(visit -> assertThat(visit.trace()).containsExactly("PostLoad"));
        }
        Visit visit = visits.defer(VISIT.slug).get(VISIT.visitor.eq("Ada"));
        assertThat(visit.getSlug()).isEqualTo("ada");
        assertThat(visit.trace()).containsExactly("PostLoad");
        visits.refresh(visit);
        assertThat(visit.trace()).containsExactly("PostLoad", "PostLoad");
    }

    @Test
    void manyObjects_areTold_andQueriesTellNobody() {
        List<Visit> plain = List.of(by("Ada"), by("Bert"));
        List<Visit> made = visits.bulkCreate(plain);
        assertThat(plain).allSatisfy(visit -> assertThat(visit.trace()).contains("PrePersist"));
        assertThat(made).allSatisfy(visit -> assertThat(visit.trace()).containsExactly("PostPersist"));
        made.forEach(visit -> visit.setVisitor(visit.getVisitor() + " again"));
        made.forEach(visit -> visit.trace().clear());
        visits.bulkUpdate(made, List.of(VISIT.visitor));
        assertThat(made)
                .allSatisfy(visit ->
                        assertThat(visit.trace()).containsExactly("PreUpdate", "superclass", "entity", "PostUpdate"));
        assertThat(visits.orderBy(VISIT.slug).values(VISIT.slug).list()).containsExactly("ada-again", "bert-again");
        visits.update(VISIT.visitor.to("Cleo"));
        visits.delete();
        assertThat(made).allSatisfy(visit -> assertThat(visit.trace()).hasSize(4));
    }

    @Test
    void whatACallbackChanges_mustBeLoadedByAllObjectsOfABulkUpdate() {
        visits.bulkCreate(List.of(by("Ada"), by("Bert")));
        library.execute("UPDATE \"visit\" SET \"slug\" = 'other'");
        List<Visit> partial = visits.only(VISIT.visitor).list();
        partial.getFirst().setVisitor("Cleo");
        assertThat(visits.bulkUpdate(partial, List.of(VISIT.visitor))).isEqualTo(2);
        assertThat(visits.orderBy(VISIT.slug).values(VISIT.slug).list()).containsExactly("bert", "cleo");
        assertThatThrownBy(() -> visits.bulkUpdate(List.of(by("nobody")), List.of(VISIT.visitor)))
                .isInstanceOf(QueryException.class);
    }

    @Test
    void whatACallbackThrows_undoesTheWrite() {
        assertThatThrownBy(() -> visits.create(by("nobody"))).hasMessage("Nobody came.");
        assertThatThrownBy(() -> visits.bulkCreate(List.of(by("Ada"), by("nobody"))))
                .hasMessage("Nobody came.");
        assertThat(visits.exists()).isFalse();
    }
}
