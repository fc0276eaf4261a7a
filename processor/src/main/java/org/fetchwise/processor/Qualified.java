package org.fetchwise.processor;

/** Names with a schema and a catalog before them. */
final class Qualified {
    private Qualified() {}

    /**
     * {@return a name with dots between it and the schema and the catalog that an annotation names}
     *
     * @param annotation an annotation with the members {@code schema} and {@code catalog}
     * @param name the name itself
     */
    static String name(AnnotationView annotation, String name) {
        String schema = annotation.string("schema", "");
        String catalog = annotation.string("catalog", "");
        return (catalog.isEmpty() ? "" : catalog + ".") + (schema.isEmpty() ? "" : schema + ".") + name;
    }
}
