package org.fetchwise.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.domain.QBook.BOOK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fetchwise.compile.QueryCompiler;
import org.fetchwise.dialect.Dialect;
import org.fetchwise.domain.Book;
import org.fetchwise.domain.Books;
import org.fetchwise.expr.Condition;
import org.fetchwise.query.Query;
import org.fetchwise.query.QuerySource;
import org.junit.jupiter.api.Test;

/** What holds of any chain of calls. */
class RandomChainTest {
    private static final int CHAINS = 120;
    private static final Pattern READ = Pattern.compile("(?:FROM|JOIN) \"(\\w+)\"");
    private static final Pattern NAMED = Pattern.compile("\"(\\w+)\" AS \\(");

    @Test
    void chaining_neverChangesTheOriginal() {
        for (int seed = 0; seed < CHAINS; seed++) {
            RandomChains chains = new RandomChains(seed);
            List<Books> made = new ArrayList<>(List.of(SqlTest.BOOKS));
            List<String> before = new ArrayList<>(List.of(texts(SqlTest.BOOKS)));
            for (int call = 0; call < 6; call++) {
                Books next = chains.call(made.getLast());
                made.add(next);
                before.add(texts(next));
            }
            List<String> after = made.stream().map(RandomChainTest::texts).toList();
            assertThat(after).as("seed %d", seed).isEqualTo(before);
        }
    }

    /** The query and its SQL everywhere, compiled anew. */
    private static String texts(Books books) {
        Query query = queryOf(books);
        StringBuilder texts = new StringBuilder(query.toString());
        for (Dialect dialect : ExpectedSql.DIALECTS) {
            QueryCompiler compiler = new QueryCompiler(dialect, () -> ExpectedSql.NOW);
            texts.append('\n').append(compiler.bind(query).compiled().statement());
        }
        return texts.toString();
    }

    @Test
    void tablesRead_areThoseOfTheText() {
        QueryCompiler compiler = new QueryCompiler(ExpectedSql.DIALECTS.getFirst(), () -> ExpectedSql.NOW);
        for (int seed = 0; seed < CHAINS; seed++) {
            RandomChains chains = new RandomChains(seed);
            Books books = SqlTest.BOOKS;
            for (int call = 0; call < 6; call++) {
                books = chains.call(books);
                String text =
                        compiler.bind(queryOf(books)).compiled().statement().text();
                Set<String> named = namesBehind(NAMED, text);
                Set<String> tables = namesBehind(READ, text);
                tables.removeAll(named);
                assertThat(compiler.reads(queryOf(books))).as("%s", text).isEqualTo(tables);
            }
        }
    }

    private static Set<String> namesBehind(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    @Test
    void chains_giveTheSameRowsOnH2AndSqlite() {
        try (Library library = Library.open()) {
            for (int seed = 0; seed < CHAINS; seed++) {
                RandomChains chains = new RandomChains(seed);
                Books books = SqlTest.BOOKS;
                for (int call = 0; call < 5; call++) {
                    books = chains.call(books);
                    List<String> rows = library.rows(queryOf(books));
                    assertThat(library.rows(SqlTest.count(books).asQuery()))
                            .as("count of %s", books)
                            .containsExactly(String.valueOf(rows.size()));
                    assertThat(library.rows(SqlTest.exists(books).asQuery()))
                            .as("existence of %s", books)
                            .hasSize(Math.min(1, rows.size()));
                }
            }
        }
    }

    @Test
    void exclude_givesExactlyWhatFilterLeavesOut() {
        try (Library library = Library.open()) {
            List<String> all = library.rows(queryOf(SqlTest.BOOKS.values(BOOK.id)));
            for (int seed = 0; seed < CHAINS; seed++) {
                Condition<Book> condition = new RandomChains(seed).condition(3);
                List<String> both = new ArrayList<>(
                        library.rows(queryOf(SqlTest.BOOKS.filter(condition).values(BOOK.id))));
                both.addAll(
                        library.rows(queryOf(SqlTest.BOOKS.exclude(condition).values(BOOK.id))));
                assertThat(both).as("%s", condition).containsExactlyInAnyOrderElementsOf(all);
            }
        }
    }

    private static Query queryOf(Object querySet) {
        return ((QuerySource) querySet).asQuery();
    }
}
