package org.fetchwise.blackbox.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.start.QMaker.MAKER;
import static org.fetchwise.blackbox.start.QProduct.PRODUCT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The program that the manual begins with. */
class StartTest {
    private final List<String> printed = new ArrayList<>();

    @Test
    void program_printsWhatItReads() {
        JdbcDataSource connections = new JdbcDataSource();
        connections.setURL("jdbc:h2:mem:start;DB_CLOSE_DELAY=-1");

        run(Database.of(connections));

        assertThat(printed).containsExactly("Anvil by Acme: 45.00", "Rope by Acme: 9.00");
    }

    private void run(Database db) {
        db.schema(MAKER, PRODUCT).create();
        Products products = db.querySet(Products.class);

        Maker acme = new Maker();
        acme.setName("Acme");
        products.saveGraph(List.of(product("Anvil", "50", acme), product("Rope", "10", acme)));

        products.madeBy("Acme").update(PRODUCT.price.to(PRODUCT.price.times(new BigDecimal("0.9"))));

        for (Product product : products.upTo(new BigDecimal("100")).orderBy(PRODUCT.name)) {
            print(product.getName() + " by " + product.getMaker().getName() + ": " + product.getPrice());
        }
    }

    private static Product product(String name, String price, Maker maker) {
        Product product = new Product();
        product.setName(name);
        product.setPrice(new BigDecimal(price));
        product.setMaker(maker);
        return product;
    }

    private void print(String line) {
        printed.add(line);
    }
}
