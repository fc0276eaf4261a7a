package org.fetchwise.blackbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.blackbox.processor.Gadget.Colour;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RowReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the objects behave whose class the processor writes. */
final class ManagedObjectTest {
    private static final EntityMeta<Gadget> META = QGadget.META;
    private static final EntityAccess<Gadget> ACCESS = META.access();

    private final List<String> touched = new ArrayList<>();

    @Test
    void read_fillsFieldsAndMarksThem() throws SQLException {
        Gadget gadget =
                read("1, 'bolt', 7, 2.5, 'BLUE', 'acme'", "id", "name", "weight", "price", "colour", "maker.code");

        assertThat(gadget.getId()).isEqualTo(1);
        assertThat(gadget.getName()).isEqualTo("bolt");
        assertThat(gadget.getWeight()).isEqualTo(7);
        assertThat(gadget.getPrice()).isEqualTo(2.5f);
        assertThat(gadget.getColour()).isEqualTo(Colour.BLUE);
        assertThat(get(gadget, "maker.code")).isEqualTo("acme");
        assertThat(touched).isEmpty();
        assertThat(managed(gadget).$ready()).isEqualTo(bits("id", "name", "weight", "price", "colour", "maker.code"));
        assertThat(managed(gadget).$dirty()).isZero();
    }

    @Test
    void read_takesColumnsInTheOrderOfTheirBits() throws SQLException {
        Gadget gadget = read("9, 4", "weight", "id");

        assertThat(gadget.getId()).isEqualTo(9);
        assertThat(gadget.getWeight()).isEqualTo(4);
    }

    @Test
    void read_ofNull_replacesWhatTheConstructorMade() throws SQLException {
        Gadget gadget = read("null, null, null", "name", "colour", "maker.code");

        assertThat(gadget.getName()).isNull();
        assertThat(gadget.getColour()).isNull();
        assertThat(gadget.getMaker()).isNull();
        assertThat(touched).isEmpty();
    }

    @Test
    void getter_ofWhatIsNotLoaded_asksTheGroup() throws SQLException {
        Gadget gadget = read("1, 'acme'", "id", "maker.code");

        gadget.getManual();
        gadget.getMaker();
        gadget.getDealers();

        assertThat(touched).containsExactly("manual", "maker", "dealers");
    }

    @Test
    void getter_ofWhatTheGroupLoaded_answers() throws SQLException {
        Gadget gadget = read("1", "id");
        ACCESS.set(gadget, index("manual"), "turn left");
        managed(gadget).$makeReady(bits("manual"));

        assertThat(gadget.getManual()).isEqualTo("turn left");
        managed(gadget).$makeUnready(bits("manual"));
        gadget.getManual();
        assertThat(touched).containsExactly("manual");
    }

    @Test
    void setter_makesLoadedAndDirty() throws SQLException {
        Gadget gadget = read("1", "id");

        gadget.rename("nut");

        assertThat(gadget.getName()).isEqualTo("nut");
        assertThat(touched).isEmpty();
        assertThat(managed(gadget).$dirty()).isEqualTo(bits("name"));
        managed(gadget).$clean(-1L);
        assertThat(managed(gadget).$dirty()).isZero();
    }

    @Test
    void setter_ofToOne_changesItsForeignKey() throws SQLException {
        Gadget gadget = read("1, 'acme'", "id", "maker.code");

        gadget.setMaker(new Maker("umbrella"));

        assertThat(get(gadget, "maker.code")).isEqualTo("umbrella");
        assertThat(managed(gadget).$dirty()).isEqualTo(bits("maker.code"));
        gadget.setMaker(null);
        assertThat(get(gadget, "maker.code")).isNull();
        assertThat(touched).isEmpty();
    }

    @Test
    void setter_ofToMany_isNoChangeOfTheRow() throws SQLException {
        Gadget gadget = read("1", "id");

        gadget.setDealers(List.of(new Maker("acme")));

        assertThat(gadget.getDealers()).hasSize(1);
        assertThat(managed(gadget).$dirty()).isZero();
    }

    @Test
    void foreignKey_ofLoadedRelation_isItsKey() throws SQLException {
        Gadget gadget = read("1, 'acme'", "id", "maker.code");
        ACCESS.set(gadget, index("maker"), new Maker("acme"));
        managed(gadget).$makeReady(bits("maker"));

        assertThat(get(gadget, "maker.code")).isEqualTo("acme");
    }

    @Test
    void foreignKey_ofPlainObject_isTheKeyOfTheRelatedOne() {
        Gadget gadget = new Gadget();
        gadget.setMaker(new Maker("acme"));

        assertThat(get(gadget, "maker.code")).isEqualTo("acme");
    }

    @Test
    void plainObject_neverAsks() {
        Gadget gadget = new Gadget();

        assertThat(gadget.getName()).isEqualTo("unnamed");
        assertThat(gadget.getManual()).isNull();
        assertThat(gadget.getDealers()).isEmpty();
    }

    @Test
    void set_writesEveryAttribute() {
        Gadget gadget = new Gadget();
        ACCESS.set(gadget, index("weight"), 3);
        ACCESS.set(gadget, index("price"), null);
        ACCESS.set(gadget, index("colour"), Colour.BLUE);
        ACCESS.set(gadget, index("dealers"), List.of());

        assertThat(get(gadget, "weight")).isEqualTo(3);
        assertThat(get(gadget, "price")).isNull();
        assertThat(get(gadget, "colour")).isEqualTo(Colour.BLUE);
        assertThat(get(gadget, "dealers")).isEqualTo(List.of());
    }

    @Test
    void get_ofUnknownIndex_isRefused() {
        assertThatThrownBy(() -> ACCESS.get(new Gadget(), 99)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void save_alwaysWritesWhatMethodsWriteDirectly() {
        assertThat(META.alwaysWritten()).isEqualTo(bits("weight"));
    }

    /** Reads one row of a database; the values stand in the order of the columns' bits. */
    private Gadget read(String values, String... attributes) throws SQLException {
        FetchGroup group = (entity, attribute) -> touched.add(name(attribute));
        Gadget gadget = ACCESS.newManaged(group);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + values)) {
            RowReader row = new RowReader(rows);
            assertThat(row.next()).isTrue();
            ACCESS.read(gadget, row, bits(attributes), 1);
        }
        return gadget;
    }

    private static @Nullable Object get(Gadget gadget, String attribute) {
        return ACCESS.get(gadget, index(attribute));
    }

    private static Managed managed(Gadget gadget) {
        return (Managed) gadget;
    }

    private static long bits(String... attributes) {
        long bits = 0;
        for (String attribute : attributes) {
            bits |= attribute(attribute).bit();
        }
        return bits;
    }

    private static int index(String attribute) {
        return attribute(attribute).index();
    }

    private static Attribute attribute(String name) {
        Attribute attribute = META.find(name);
        if (attribute == null) {
            throw new AssertionError("no attribute " + name);
        }
        return attribute;
    }

    private static String name(int index) {
        return index < META.columns().size()
                ? META.columns().get(index).name()
                : META.relations().get(index - META.columns().size()).name();
    }
}
