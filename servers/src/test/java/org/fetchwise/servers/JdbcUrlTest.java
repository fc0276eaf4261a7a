package org.fetchwise.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JdbcUrlTest {
    @Test
    void withDatabase_keepsServerAndParameters() {
        var url = JdbcUrl.parse("jdbc:postgresql://db.example:5432/postgres?user=me&password=secret", "property");

        assertThat(url.withDatabase("blog").text())
                .isEqualTo("jdbc:postgresql://db.example:5432/blog?user=me&password=secret");
    }

    @Test
    void toString_showsNoCredentials() {
        assertThat(JdbcUrl.parse("jdbc:mariadb://me:secret@localhost/test?password=secret", "property"))
                .hasToString("jdbc:mariadb://localhost/");
    }

    @Test
    void parse_ofUrlWithoutHost_saysWhatIsNeeded() {
        assertThatThrownBy(() -> JdbcUrl.parse("jdbc:postgresql:blog?password=secret", "fetchwise.test.postgresql"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Dfetchwise.test.postgresql")
                .hasMessageContaining("host and database")
                .hasMessageNotContaining("secret");
    }
}
