package org.fetchwise.servers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JDBC URL of a server, taken apart around the database's name.
 *
 * @param server everything before the name, up to and with the slash
 * @param database the name
 * @param parameters everything after the name, from the question mark on; empty when there is nothing
 */
record JdbcUrl(String server, String database, String parameters) {
    private static final Pattern FORM = Pattern.compile("(jdbc:[a-z]+://[^/]+/)([^?]*)(\\?.*)?");

    /**
     * {@return the parts of a URL}
     *
     * @param property the system property that the URL comes from, for the message: the URL itself may hold a password
     */
    static JdbcUrl parse(String url, String property) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "-D" + property
                            + " needs a JDBC URL with host and database, such as jdbc:postgresql://localhost:5432/postgres?user=me");
        }
        String parameters = matcher.group(3);
        return new JdbcUrl(matcher.group(1), matcher.group(2), parameters == null ? "" : parameters);
    }

    JdbcUrl withDatabase(String name) {
        return new JdbcUrl(server, name, parameters);
    }

    String text() {
        return server + database + parameters;
    }

    /** {@return host and port: what may be shown} */
    @Override
    public String toString() {
        int credentials = server.lastIndexOf('@');
        return credentials < 0
                ? server
                : server.substring(0, server.indexOf("//") + 2) + server.substring(credentials + 1);
    }
}
