package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QSpecimen.SPECIMEN;
import static org.fetchwise.expr.Functions.field;
import static org.fetchwise.expr.Functions.lookup;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Specimen;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.expr.AnyAggregate;
import org.fetchwise.expr.DecimalAggregate;
import org.fetchwise.expr.DecimalExpr;
import org.fetchwise.servers.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Decimals are added, multiplied and compared as decimals, also where the database keeps binary numbers. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ExactDecimalsTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final Engine engine;
    private final Library library;
    private final QuerySet.Of<Specimen> specimens;

    ExactDecimalsTest(Engine engine) {
        this.engine = engine;
        library = Library.empty(engine);
        specimens = library.database().objects(SPECIMEN);
    }

    @AfterEach
    void drop() throws SQLException {
        library.close();
    }

    private void given(List<BigDecimal> values) {
        specimens.bulkCreate(IntStream.range(0, values.size())
                .mapToObj(at -> {
                    Specimen specimen = new Specimen();
                    specimen.setId(at + 1L);
                    specimen.setLetter('x');
                    specimen.setDecimal(values.get(at));
                    return specimen;
                })
                .toList());
    }

    @Test
    void whatIsCalculated_getsTheDigitsOfItsColumn() {
        given(List.of(new BigDecimal("19.2525")));
        specimens.update(SPECIMEN.decimal.to(SPECIMEN.decimal.times(new BigDecimal("1.1"))));
        assertThat(specimens.values(SPECIMEN.decimal).get()).isEqualByComparingTo("21.1778");
    }

    @Test
    void calculations_areExact() {
        given(List.of(new BigDecimal("0.1")));
        BigDecimal fifth = new BigDecimal("0.2");
        DecimalExpr<Specimen> sum = SPECIMEN.decimal.plus(fifth);
        assertThat(specimens.filter(sum.eq(new BigDecimal("0.3"))).count()).isOne();
        assertThat(specimens
                        .filter(lookup(
                                "decimal__lt", field("decimal").plus(fifth).minus(fifth)))
                        .count())
                .isZero();
        assertThat(specimens
                        .filter(SPECIMEN.decimal.times(new BigDecimal("1.1")).eq(new BigDecimal("0.11")))
                        .count())
                .isOne();
        assertThat(specimens
                        .filter(SPECIMEN.decimal.minus(new BigDecimal("0.3")).eq(fifth.negate()))
                        .count())
                .isOne();
        assertThat(specimens.values(sum.named("sum")).first())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.3"));
        specimens.update(SPECIMEN.decimal.to(sum));
        assertThat(specimens.filter(SPECIMEN.decimal.eq(new BigDecimal("0.3"))).count())
                .isOne();
    }

    @Test
    void sums_areExact() {
        given(IntStream.range(0, 1_000).mapToObj(at -> CENT).toList());
        assertThat(specimens.aggregate(SPECIMEN.decimal.sum())).isEqualByComparingTo("10");
        AnyAggregate average = field("decimal").avg();
        assertThat(specimens.aggregate(average))
                .isInstanceOfSatisfying(
                        BigDecimal.class, value -> assertThat(value).isEqualByComparingTo(CENT));
        DecimalAggregate<Specimen> sum = SPECIMEN.decimal.sum();
        assertThat(specimens
                        .filter(SPECIMEN.id.le(3))
                        .groupBy(SPECIMEN.flag)
                        .values(SPECIMEN.flag, sum)
                        .list())
                .singleElement()
                .satisfies(row -> assertThat(row.get(sum)).isEqualByComparingTo("0.03"));
    }

    @Test
    void sum_ofMoreDigitsThanAreKept_isRefused() {
        Assumptions.assumeTrue(engine == Engine.SQLITE);
        given(List.of(new BigDecimal("99999999999.999"), new BigDecimal("0.0001")));
        BigDecimal little = new BigDecimal("0.00001");
        assertThatThrownBy(() -> specimens
                        .values(SPECIMEN.decimal.plus(little).named("sum"))
                        .list())
                .isInstanceOf(ExecutionException.class)
                .hasMessageStartingWith("SQLite: a sum of decimals has more digits than a decimal keeps here");
        assertThat(specimens.aggregate(SPECIMEN.decimal.sum())).isEqualByComparingTo("99999999999.9991");
    }
}
