package org.fetchwise.blackbox.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.start.QBrand.BRAND;
import static org.fetchwise.blackbox.start.QProduct.PRODUCT;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.fetchwise.Database;
import org.fetchwise.testkit.MockDataSource;
import org.fetchwise.testkit.MockRows;
import org.fetchwise.testkit.QueryRecorder;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The tests that the manual shows. */
class ProductsTest {
    private final Database db = database();
    private final QueryRecorder recorder = new QueryRecorder();
    private final Products products = db.withListener(recorder).querySet(Products.class);

    private static Database database() {
        JdbcDataSource connections = new JdbcDataSource();
        connections.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Database database = Database.of(connections);
        database.schema(BRAND, PRODUCT).create();
        Products products = database.querySet(Products.class);
        products.saveGraph(List.of(product("Anvil", "Acme"), product("Rope", "Bree")));
        return database;
    }

    private static Product product(String name, String brand) {
        Brand made = new Brand();
        made.setName(brand);
        Product product = new Product();
        product.setName(name);
        product.setBrand(made);
        return product;
    }

    @Test
    void brands_areLoadedTogether() {
        recorder.assertQueries(2, () -> {
            for (Product product : products) {
                assertThat(product.getBrand().getName()).isNotEmpty();
            }
        });
    }

    @Test
    void upTo_givesProducts() {
        MockRows rows = MockRows.of(List.of(List.of(1L, "Anvil", new BigDecimal("45.00"), 7L)));
        Database mock = Database.of(new MockDataSource("PostgreSQL", text -> rows));

        List<Product> found =
                mock.querySet(Products.class).upTo(new BigDecimal("50")).list();

        assertThat(found).extracting(Product::getName).containsExactly("Anvil");
    }
}
