import org.fetchwise.hikari.HikariPoolProvider;
import org.fetchwise.spi.ConnectionPoolProvider;

/** Connection pools for {@code Database.connect}, made by HikariCP. */
module org.fetchwise.hikari {
    requires transitive org.fetchwise.core;
    requires com.zaxxer.hikari;
    requires static org.jspecify;

    provides ConnectionPoolProvider with
            HikariPoolProvider;
}
