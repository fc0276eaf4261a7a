package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.company.QCustomer.CUSTOMER;
import static org.fetchwise.blackbox.company.QProject.PROJECT;
import static org.fetchwise.blackbox.company.QStep.STEP;
import static org.fetchwise.expr.Functions.prefetch;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Customer;
import org.fetchwise.blackbox.company.Project;
import org.fetchwise.blackbox.company.Step;
import org.fetchwise.error.QueryException;
import org.fetchwise.expr.Prefetch;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Collections in an order of their own: that of attributes, or that of a column that keeps their positions. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class CollectionOrderTest {
    private final Library library;
    private final Database database;
    private final QuerySet.Of<Project> projects;

    CollectionOrderTest(Engine engine) {
        library = Library.empty(engine);
        database = library.database();
        projects = database.objects(PROJECT).orderBy(PROJECT.title);
        library.execute("""
            INSERT INTO "customer" ("revision", "name") VALUES (0, 'Ada'), (0, 'Bert'), (0, 'Cleo');
            INSERT INTO "project" ("title") VALUES ('A'), ('B');
            INSERT INTO "step" ("title", "urgent", "project_id", "planned_id", "place") VALUES
                ('one', FALSE, 1, 1, 2), ('two', TRUE, 1, 1, 0), ('three', TRUE, 1, 2, 0), ('four', FALSE, 2, 1, 1);
            INSERT INTO "project_customer" ("project_id", "customer_id", "rank_of") VALUES
                (1, 1, 1), (1, 2, 0), (1, 3, 2), (2, 1, 0), (2, 3, 1);
            """);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(Step::getTitle).toList();
    }

    private static List<String> names(List<Customer> customers) {
        return customers.stream().map(Customer::getName).toList();
    }

    @Test
    void attributesOrderACollection_notTheDefaultOfItsEntity() {
        Project first = projects.list().get(0);
        assertThat(titles(first.getSteps())).containsExactly("two", "three", "one");
        assertThat(titles(
                        projects.prefetchRelated(PROJECT.steps()).list().get(0).getSteps()))
                .containsExactly("two", "three", "one");
        assertThat(titles(database.related(first, PROJECT.steps()).list())).containsExactly("two", "three", "one");
        assertThat(titles(database.objects(STEP).list())).containsExactly("four", "three", "two", "one");
    }

    @Test
    void aColumnKeepsThePositions() {
        List<Project> read = projects.list();
        assertThat(titles(read.get(0).getPlan())).containsExactly("two", "four", "one");
        assertThat(titles(read.get(1).getPlan())).containsExactly("three");
        assertThat(names(read.get(0).getCustomers())).containsExactly("Bert", "Ada", "Cleo");
        assertThat(names(read.get(1).getCustomers())).containsExactly("Ada", "Cleo");
        assertThat(names(database.related(read.get(0), PROJECT.customers()).list()))
                .containsExactly("Bert", "Ada", "Cleo");
        assertThat(names(database.related(read.get(0), PROJECT.customers())
                        .reverse()
                        .list()))
                .containsExactly("Cleo", "Ada", "Bert");
    }

    @Test
    void aPrefetch_hasItsOwnOrderAndSlice() {
        Prefetch<Project, List<Customer>> two =
                prefetch(PROJECT.customers(), database.objects(CUSTOMER).limit(2));
        Prefetch<Project, List<Step>> byTitle =
                prefetch(PROJECT.steps(), database.objects(STEP).orderBy(STEP.title));
        Project first = projects.prefetchRelated(two, byTitle).list().get(0);
        assertThat(names(two.of(first))).containsExactly("Bert", "Ada");
        assertThat(titles(byTitle.of(first))).containsExactly("one", "three", "two");
    }

    @Test
    void changes_keepThePositions_inALinkTable() {
        Project first = projects.list().get(0);
        List<Customer> all = database.objects(CUSTOMER).orderBy(CUSTOMER.id).list();
        QuerySet.Related<Customer> related = database.related(first, PROJECT.customers());
        related.remove(all.get(0));
        assertThat(names(first.getCustomers())).containsExactly("Bert", "Cleo");
        related.addAll(List.of(all.get(0), all.get(1)));
        assertThat(names(first.getCustomers())).containsExactly("Bert", "Cleo", "Ada");
        related.setAll(all.reversed());
        assertThat(names(projects.list().get(0).getCustomers())).containsExactly("Cleo", "Bert", "Ada");
        related.clear();
        related.add(all.get(2));
        assertThat(names(first.getCustomers())).containsExactly("Cleo");
        assertThat(names(projects.list().get(1).getCustomers())).containsExactly("Ada", "Cleo");
    }

    @Test
    void changes_keepThePositions_inTheTableOfTheTarget() {
        Project first = projects.list().get(0);
        List<Step> all = database.objects(STEP).orderBy(STEP.id).list();
        QuerySet.Related<Step> plan = database.related(first, PROJECT.plan());
        plan.add(all.get(2));
        assertThat(titles(first.getPlan())).containsExactly("two", "four", "one", "three");
        plan.remove(all.get(3));
        assertThat(titles(first.getPlan())).containsExactly("two", "one", "three");
        plan.setAll(List.of(all.get(0), all.get(3), all.get(1)));
        assertThat(titles(projects.list().get(0).getPlan())).containsExactly("one", "four", "two");
        plan.clear();
        assertThat(first.getPlan()).isEmpty();
        plan.addAll(List.of(all.get(1), all.get(0)));
        assertThat(titles(first.getPlan())).containsExactly("two", "one");
    }

    @Test
    void newObjects_getTheirPositions() {
        Project garden = new Project();
        garden.setTitle("Garden");
        List<Step> plan = IntStream.range(0, 600)
                .mapToObj(number -> step("step " + (599 - number)))
                .toList();
        garden.setPlan(plan);
        garden.setCustomers(
                database.objects(CUSTOMER).orderBy(CUSTOMER.name.desc()).list());
        Project made = projects.saveGraph(garden);
        Project read = projects.get(PROJECT.id.eq(made.getId()));
        assertThat(titles(read.getPlan())).isEqualTo(titles(plan));
        assertThat(names(read.getCustomers())).containsExactly("Cleo", "Bert", "Ada");
        database.related(read, PROJECT.plan()).add(database.objects(STEP).create(step("last")));
        assertThat(read.getPlan().getLast().getTitle()).isEqualTo("last");
    }

    private static Step step(String title) {
        Step step = new Step();
        step.setTitle(title);
        return step;
    }

    @Test
    void change_fromTheOtherSide_isRefused() {
        Customer ada = database.objects(CUSTOMER).get(CUSTOMER.name.eq("Ada"));
        assertThat(ada.getProjects()).hasSize(2);
        assertThatThrownBy(() -> database.related(ada, CUSTOMER.projects())
                        .add(projects.list().get(0)))
                .isInstanceOf(QueryException.class)
                .hasMessageStartingWith(
                        "The rows of Customer.projects have positions among those of Project.customers: change it from"
                                + " there");
    }
}
