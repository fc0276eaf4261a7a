package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fetchwise.blackbox.company.QCustomer.CUSTOMER;
import static org.fetchwise.expr.Functions.caseWhen;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.lag;
import static org.fetchwise.expr.Functions.lookup;
import static org.fetchwise.expr.Functions.rowNumber;
import static org.fetchwise.expr.Functions.window;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.company.Address;
import org.fetchwise.blackbox.company.Customer;
import org.fetchwise.blackbox.company.Money;
import org.fetchwise.blackbox.company.Position;
import org.fetchwise.error.QueryException;
import org.fetchwise.event.Saved;
import org.fetchwise.expr.Condition;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.Managed;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects that are embedded in rows: classes and records, one in another, with columns of their own names. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class EmbeddedTest {
    private static final Money BUDGET = new Money(new BigDecimal("12.50"), Money.Currency.CROWN);

    private final Library library;
    private final QueryRecorder recorder = new QueryRecorder();
    private final QuerySet.Of<Customer> customers;

    EmbeddedTest(Engine engine) {
        library = Library.empty(engine);
        customers = library.database().withListener(recorder).objects(CUSTOMER).orderBy(CUSTOMER.id);
        library.execute("""
            INSERT INTO "customer" ("revision", "name", "street", "city", "floor", "latitude", "longitude", "work_city",
                    "amount", "currency") VALUES
                (0, 'Ada', 'Elm 1', 'Oslo', 3, 59.5, 10.75, NULL, 12.50, 1),
                (0, 'Bert', NULL, 'Rome', NULL, NULL, NULL, 'Oslo', 12.50, 0),
                (0, 'Cleo', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            """);
    }

    @AfterEach
    void drop() throws SQLException {
        assertThat(library.pool().lent()).isZero();
        library.close();
    }

    private List<String> names(Condition<? super Customer> condition) {
        return customers.filter(condition).values(CUSTOMER.name).list();
    }

    /** The page about mapping shows these. */
    @Test
    void theManualsCode_works() {
        Money price = BUDGET;
        recorder.clear();

        customers.filter(CUSTOMER.home().city.eq("Oslo"));
        customers.filter(lookup("home__position__latitude__gt", 50));
        customers.filter(CUSTOMER.budget().eq(price));
        customers.orderBy(CUSTOMER.home().city);
        customers.values(CUSTOMER.name, CUSTOMER.budget());
        customers.update(CUSTOMER.budget().to(price));

        assertThat(recorder.texts()).hasSize(1);
        assertThat(customers.filter(CUSTOMER.budget().eq(price)).count()).isEqualTo(3);
    }

    @Test
    @SuppressWarnings("unchecked") // the change is one of customers
    void aListener_isToldWhatAnObjectHeld_thatWasChangedBehindItsEntity() {
        List<Saved<Customer>> told = new ArrayList<>();
        library.database().events().afterWrite(CUSTOMER, change -> told.add((Saved<Customer>) change));
        Customer ada = customers.get(CUSTOMER.name.eq("Ada"));
        ada.getHome().setCity("Bergen");
        ada.setHome(new Address("Oak 2", "Narvik", 3, null));
        ada.setBudget(null);
        customers.save(ada);
        Saved<Customer> saved = told.getFirst();
        assertThat(saved.before(CUSTOMER.home().city)).isEqualTo("Oslo");
        assertThat(saved.before(CUSTOMER.home().street)).isEqualTo("Elm 1");
        assertThat(saved.after(CUSTOMER.home().city)).isEqualTo("Narvik");
        assertThat(saved.before(CUSTOMER.name)).isEqualTo("Ada");
        ada.getHome().setCity("Oslo");
        customers.save(ada);
        assertThat(told.getLast().before(CUSTOMER.home().city)).isEqualTo("Narvik");
    }

    @Test
    void embeddedObjects_areRead() {
        List<Customer> read = customers.list();
        Address home = read.get(0).getHome();
        assertThat(home.getStreet()).isEqualTo("Elm 1");
        assertThat(home.getCity()).isEqualTo("Oslo");
        assertThat(home.getFloor()).isEqualTo(3);
        assertThat(home.getPosition()).isEqualTo(new Position(59.5, 10.75));
        assertThat(read.get(0).getBudget()).isEqualTo(BUDGET);

        assertThat(read.get(1).getHome().getStreet()).isNull();
        assertThat(read.get(1).getHome().getPosition()).isNull();
        assertThat(read.get(1).getWork().getCity()).isEqualTo("Oslo");
        assertThat(recorder.texts()).hasSize(1);
    }

    @Test
    void whereAllColumnsAreNull_thereIsNoObject() {
        Customer cleo = customers.get(CUSTOMER.name.eq("Cleo"));
        assertThat(cleo.getHome()).isNull();
        assertThat(cleo.getBudget()).isNull();
        assertThat(names(CUSTOMER.home().isNull())).containsExactly("Cleo");
        assertThat(names(CUSTOMER.home().isNotNull())).containsExactly("Ada", "Bert");
        assertThat(names(CUSTOMER.home().position().isNull())).containsExactly("Bert", "Cleo");
        assertThat(names(CUSTOMER.work().isNull().not())).containsExactly("Bert");
    }

    @Test
    void parts_areComparedAndOrdered() {
        assertThat(names(CUSTOMER.home().city.eq("Oslo"))).containsExactly("Ada");
        assertThat(names(CUSTOMER.work().city.eq("Oslo"))).containsExactly("Bert");
        assertThat(names(CUSTOMER.home().position().latitude.gt(50))).containsExactly("Ada");
        assertThat(names(CUSTOMER.budget().currency.eq(Money.Currency.EURO))).containsExactly("Bert");
        assertThat(customers
                        .filter(CUSTOMER.home().isNotNull())
                        .orderBy(CUSTOMER.home().city.desc())
                        .values(CUSTOMER.name)
                        .list())
                .containsExactly("Bert", "Ada");
        assertThat(customers
                        .filter(CUSTOMER.home().isNotNull())
                        .orderBy(CUSTOMER.budget().desc())
                        .values(CUSTOMER.name)
                        .list())
                .containsExactly("Ada", "Bert");
    }

    @Test
    void wholeObjects_areComparedPartByPart() {
        assertThat(names(CUSTOMER.budget().eq(BUDGET))).containsExactly("Ada");
        assertThat(names(CUSTOMER.budget().ne(BUDGET))).containsExactly("Bert", "Cleo");
        assertThat(names(CUSTOMER.budget()
                        .isIn(List.of(BUDGET, new Money(new BigDecimal("12.50"), Money.Currency.EURO)))))
                .containsExactly("Ada", "Bert");
        assertThat(names(CUSTOMER.budget().isIn(List.of()))).isEmpty();
        Address rome = new Address(null, "Rome", null, null);
        assertThat(names(CUSTOMER.home().eq(rome))).containsExactly("Bert");
        assertThat(names(CUSTOMER.home().isIn(List.of(rome)))).containsExactly("Bert");
        assertThat(names(CUSTOMER.home().eq(CUSTOMER.home()))).containsExactly("Ada");
        assertThat(names(CUSTOMER.home().position().isIn(List.of(new Position(59.5, 10.75)))))
                .containsExactly("Ada");
    }

    @Test
    void pathsGivenAsText_goIntoObjects() {
        assertThat(names(lookup("home__city", "Oslo"))).containsExactly("Ada");
        assertThat(names(lookup("home__position__latitude__gt", 50))).containsExactly("Ada");
        assertThat(names(lookup("budget", BUDGET))).containsExactly("Ada");
        assertThat(names(lookup("budget__in", List.of(BUDGET)))).containsExactly("Ada");
        assertThat(names(lookup("work__isnull", false))).containsExactly("Bert");
        assertThat(customers
                        .filter(CUSTOMER.home().isNotNull())
                        .orderBy(field("home__city").desc())
                        .values(CUSTOMER.name)
                        .list())
                .containsExactly("Bert", "Ada");
        assertThatThrownBy(() -> names(lookup("home__town", "Oslo")))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("town");
    }

    @Test
    void values_giveObjectsAndParts() {
        assertThat(customers.values(CUSTOMER.budget()).list())
                .containsExactly(BUDGET, new Money(new BigDecimal("12.50"), Money.Currency.EURO), null);
        assertThat(customers.values(CUSTOMER.name, CUSTOMER.home().city).list())
                .extracting(row -> row.get(CUSTOMER.home().city))
                .containsExactly("Oslo", "Rome", null);
        assertThat(customers.values(CUSTOMER.name, CUSTOMER.home().position()).list())
                .extracting(row -> row.get(CUSTOMER.home().position()))
                .containsExactly(new Position(59.5, 10.75), null, null);
    }

    @Test
    void wholeObjects_makeGroups_andPartsOfWindows() {
        assertThat(customers
                        .orderBy()
                        .groupBy(CUSTOMER.budget())
                        .values(CUSTOMER.budget(), CUSTOMER.count())
                        .list())
                .extracting(row -> row.get(CUSTOMER.budget()), row -> row.get(CUSTOMER.count()))
                .containsExactlyInAnyOrder(
                        tuple(BUDGET, 1L),
                        tuple(new Money(new BigDecimal("12.50"), Money.Currency.EURO), 1L),
                        tuple(null, 1L));
        assertThat(customers
                        .orderBy()
                        .groupBy(CUSTOMER.home().position())
                        .values(CUSTOMER.count())
                        .list())
                .containsExactlyInAnyOrder(1L, 2L);
        var place = rowNumber()
                .over(window().partitionBy(CUSTOMER.home().position()).orderBy(CUSTOMER.id))
                .named("place");
        assertThat(customers.values(CUSTOMER.name, place).into(Map::entry).list())
                .containsExactly(Map.entry("Ada", 1L), Map.entry("Bert", 1L), Map.entry("Cleo", 2L));
    }

    @Test
    void nothingIsCalculatedOfAWholeObject() {
        assertThatThrownBy(() -> customers
                        .values(lag(CUSTOMER.budget()).over(window().orderBy(CUSTOMER.id)))
                        .list())
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("'(budget.amount, budget.currency)' has several columns")
                .hasMessageContaining("take one of its columns");
        assertThatThrownBy(() -> customers
                        .values(caseWhen(CUSTOMER.name.eq("Ada"))
                                .then(CUSTOMER.budget())
                                .otherwiseNull())
                        .list())
                .isInstanceOf(QueryException.class);
        var first = customers.values(CUSTOMER.budget()).limit(1).asSubquery();
        assertThatThrownBy(() -> customers.values(first).list()).isInstanceOf(QueryException.class);
    }

    @Test
    void whatIsLeftOut_isLoadedAsAWhole_forAllPeers() {
        List<Customer> read = customers.defer(CUSTOMER.home().city).list();
        assertThat(recorder.texts().get(0)).doesNotContainPattern("\\W(street|city)\\W");
        assertThat(read.get(0).getHome().getStreet()).isEqualTo("Elm 1");
        assertThat(read.get(1).getHome().getCity()).isEqualTo("Rome");
        assertThat(read.get(2).getHome()).isNull();
        assertThat(recorder.texts()).hasSize(2);

        recorder.clear();
        List<Customer> only = customers.only(CUSTOMER.home()).list();
        assertThat(only.get(0).getHome().getPosition()).isEqualTo(new Position(59.5, 10.75));
        assertThat(recorder.texts()).hasSize(1);
        assertThat(only.get(0).getName()).isEqualTo("Ada");
        assertThat(CUSTOMER.budget().of(only.get(0))).isEqualTo(BUDGET);
        assertThat(CUSTOMER.home().city.of(only.get(1))).isEqualTo("Rome");
        assertThat(recorder.texts()).hasSize(3);
    }

    @Test
    void anObjectThatIsReadAgain_isUnchanged() {
        Customer ada = customers.get(CUSTOMER.id.eq(1));
        ada.getHome().setCity("Bergen");
        customers.refresh(ada);
        assertThat(((Managed) ada).$dirty()).isZero();
        assertThat(ada.getHome().getCity()).isEqualTo("Oslo");
    }

    @Test
    void changes_areNoticed_alsoThoseOfThePartsOfAnObject() {
        Customer ada = customers.get(CUSTOMER.id.eq(1));
        assertThat(((Managed) ada).$dirty()).isZero();

        ada.getHome().setCity("Bergen");
        assertThat(((Managed) ada).$dirty())
                .isEqualTo(CUSTOMER.asEntity().columns().stream()
                        .filter(column -> column.name().equals("home.city"))
                        .mapToLong(Attribute::bit)
                        .sum());
        ((Managed) ada).$clean(-1L);
        assertThat(((Managed) ada).$dirty()).isZero();
        ada.getHome().setCity("Oslo");
        assertThat(((Managed) ada).$dirty()).isNotZero();
        ((Managed) ada).$clean(-1L);

        ada.setBudget(new Money(BigDecimal.ONE, Money.Currency.EURO));
        assertThat(((Managed) ada).$dirty())
                .isEqualTo(Objects.requireNonNull(CUSTOMER.asEntity().findEmbedded("budget"))
                        .bits());
    }

    @Test
    void updates_setObjectsAndParts() {
        customers
                .filter(CUSTOMER.name.eq("Bert"))
                .update(CUSTOMER.budget().to(BUDGET), CUSTOMER.home().city.to("Bonn"));
        customers
                .filter(CUSTOMER.name.eq("Ada"))
                .update(CUSTOMER.home().toNull(), CUSTOMER.work().to(CUSTOMER.home()));

        List<Customer> read = customers.list();
        assertThat(read.get(1).getBudget()).isEqualTo(BUDGET);
        assertThat(read.get(1).getHome().getCity()).isEqualTo("Bonn");
        assertThat(read.get(0).getHome()).isNull();
        assertThat(read.get(0).getWork().getPosition()).isEqualTo(new Position(59.5, 10.75));
    }
}
