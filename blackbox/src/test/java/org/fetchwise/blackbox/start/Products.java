package org.fetchwise.blackbox.start;

import static org.fetchwise.blackbox.start.QProduct.PRODUCT;

import java.math.BigDecimal;
import org.fetchwise.QuerySet;

/** The products, and how the shop asks for them. */
public interface Products extends QuerySet<Product, Products> {
    default Products upTo(BigDecimal price) {
        return filter(PRODUCT.price.le(price));
    }

    default Products of(String brand) {
        return filter(PRODUCT.brand().name.eq(brand));
    }
}
