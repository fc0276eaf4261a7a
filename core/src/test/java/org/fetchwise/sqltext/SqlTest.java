package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.domain.Books;
import org.fetchwise.query.Projection;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
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
}
