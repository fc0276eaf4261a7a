package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fetchwise.Database;
import org.fetchwise.domain.Books;
import org.fetchwise.expr.Expr;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.fetchwise.query.TermSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A table of queries and their SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqlTest {
    /** Querysets are made with it; it is never asked. */
    static final Database DB = Database.connect("jdbc:h2:mem:");

    static final Books BOOKS = DB.querySet(Books.class);

    private final List<ExpectedSql> expectations = new ArrayList<>();
    private Library library = Library.empty();

    @BeforeAll
    void open() {
        library = Library.open();
    }

    @AfterAll
    void close() {
        library.close();
    }

    @AfterEach
    void everyExpectationIsChecked() {
        assertThat(expectations).allMatch(ExpectedSql::isChecked, "ends in reads(...), which checks it");
        expectations.clear();
    }

    ExpectedSql expectSql(Object querySet) {
        ExpectedSql expected = new ExpectedSql(((QuerySource) querySet).asQuery(), library);
        expectations.add(expected);
        return expected;
    }

    /** What {@code count()} asks. */
    static QuerySource count(Object querySet) {
        Query query = ((QuerySource) querySet).asQuery();
        return () -> query.withProjection(Projection.countOf(query));
    }

    /** What {@code exists()} asks. */
    static QuerySource exists(Object querySet) {
        Query query = ((QuerySource) querySet).asQuery();
        return () -> query.withProjection(Projection.existenceOf(query));
    }

    /** What {@code aggregate(...)} asks. */
    static QuerySource totals(Object querySet, Expr<?, ?>... values) {
        Query query = ((QuerySource) querySet).asQuery();
        List<Projection.Item> items = Stream.of(values)
                .map(value ->
                        new Projection.Item(Objects.requireNonNull(TermSource.nameOf(value)), TermSource.termOf(value)))
                .toList();
        return () -> query.withProjection(new Projection.Totals(items));
    }
}
