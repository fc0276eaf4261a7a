package org.fetchwise.meta;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import org.fetchwise.error.MappingException;

/** The codec that is installed. */
final class JsonCodecs {
    private JsonCodecs() {}

    /** {@return the one codec there is; of several, the first that is no part of Fetchwise} */
    static JsonCodec installed(JsonType needed) {
        List<JsonCodec> codecs = ServiceLoader.load(JsonCodec.class, JsonCodecs.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        Iterator<JsonCodec> own = codecs.stream()
                .filter(codec -> !codec.getClass().getName().startsWith("org.fetchwise."))
                .iterator();
        if (own.hasNext()) {
            return own.next();
        }
        if (codecs.isEmpty()) {
            throw new MappingException(
                    "An attribute holds " + needed + " as JSON, but nothing reads and writes JSON. Add "
                            + "org.fetchwise:fetchwise-jackson to the dependencies, or register an implementation of "
                            + JsonCodec.class.getName() + " as a service.");
        }
        return codecs.getFirst();
    }
}
