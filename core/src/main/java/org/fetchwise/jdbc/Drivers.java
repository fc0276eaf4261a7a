package org.fetchwise.jdbc;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.fetchwise.error.ExecutionException;

/** Knows which driver a URL needs. */
final class Drivers {
    private Drivers() {}

    /** Fails, and says what to add, if no driver understands a URL. Of the URL only the product is told: it may hold a password. */
    static void require(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException absent) {
            String product = url.split(":", 3)[1];
            throw new ExecutionException(
                    "There is no JDBC driver for URLs that begin with 'jdbc:" + product + ":'. " + wayOut(product),
                    absent);
        }
    }

    private static String wayOut(String product) {
        return switch (product) {
            case "postgresql" -> add("org.postgresql:postgresql");
            case "mariadb" -> add("org.mariadb.jdbc:mariadb-java-client");
            case "mysql" -> add("com.mysql:mysql-connector-j");
            case "sqlite" -> add("org.xerial:sqlite-jdbc");
            case "h2" -> add("com.h2database:h2");
            default -> "Check the URL, or add the database's driver to the class path.";
        };
    }

    private static String add(String artifact) {
        return "Add " + artifact + " to the class path.";
    }
}
