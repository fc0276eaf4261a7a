import org.fetchwise.jackson.JacksonCodec;
import org.fetchwise.meta.JsonCodec;

/** JSON for attributes that hold records, maps and lists, read and written by Jackson. */
module org.fetchwise.jackson {
    requires transitive org.fetchwise.core;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports org.fetchwise.jackson;

    provides JsonCodec with
            JacksonCodec;
}
