package org.fetchwise.blackbox.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.start.QBrand.BRAND;
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
        db.schema(BRAND, PRODUCT).create();
        Products products = db.querySet(Products.class);

        Brand acme = new Brand();
        acme.setName("Acme");
        products.saveGraph(List.of(product("Anvil", "50", acme), product("Rope", "10", acme)));

        products.of("Acme").update(PRODUCT.price.to(PRODUCT.price.times(new BigDecimal("0.9"))));

        for (Product product : products.upTo(new BigDecimal("100")).orderBy(PRODUCT.name)) {
            print(product.getName() + " by " + product.getBrand().getName() + ": " + product.getPrice());
        }
    }

    private static Product product(String name, String price, Brand brand) {
        Product product = new Product();
        product.setName(name);
        product.setPrice(new BigDecimal(price));
        product.setBrand(brand);
        return product;
    }

    private void print(String line) {
        printed.add(line);
    }
}
