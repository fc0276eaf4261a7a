package org.fetchwise.meta;

/**
 * Turns objects into JSON and back, for attributes that hold a record, a map or a list in a column of JSON. Core brings none:
 * the module {@code fetchwise-jackson} does, and so does any class that is registered as a service of this type, in a
 * {@code provides} of its module or in {@code META-INF/services/org.fetchwise.meta.JsonCodec}. One object serves all threads.
 */
public interface JsonCodec {
    /**
     * {@return the document that says a value}
     *
     * @param value the value, never null
     * @param type the type of the attribute
     * @throws org.fetchwise.error.MappingException if the value cannot be said in JSON
     */
    String write(Object value, JsonType type);

    /**
     * {@return the value that a document says} It must be of the type's class.
     *
     * @param document the document
     * @param type the type of the attribute
     * @throws org.fetchwise.error.MappingException if the document says no such value
     */
    Object read(String document, JsonType type);
}
