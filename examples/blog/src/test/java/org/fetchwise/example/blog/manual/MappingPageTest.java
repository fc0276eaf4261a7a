package org.fetchwise.example.blog.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.schema.Difference.Kind.EXTRA_TABLE;

import java.sql.SQLException;
import org.fetchwise.schema.SchemaDifferences;
import org.junit.jupiter.api.Test;

/** The code of the pages about mapping. */
class MappingPageTest extends SmallBlog {
    MappingPageTest() throws SQLException {}

    @Test
    void validation() {
        SchemaDifferences differences = db.schema().validate();
        differences.without(EXTRA_TABLE).requireNone();

        assertThat(differences.toString()).isNotNull();
    }
}
