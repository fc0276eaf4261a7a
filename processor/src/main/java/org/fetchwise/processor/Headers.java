package org.fetchwise.processor;

/** The annotations above every generated class. */
final class Headers {
    private Headers() {}

    /**
     * {@return the annotations, one a line}
     *
     * @param generated whether the code may say that it is generated
     * @param deprecated whether it names something deprecated
     */
    static String annotations(boolean generated, boolean deprecated) {
        return (generated ? "@${Generated}(\"" + FetchwiseProcessor.class.getName() + "\")\n" : "")
                + (deprecated ? "@SuppressWarnings(\"deprecation\")\n" : "");
    }

    static String annotations(EntityModel entity) {
        return annotations(
                entity.traits().hasGeneratedAnnotation(), entity.traits().deprecated());
    }
}
