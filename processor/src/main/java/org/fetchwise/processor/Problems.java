package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Collects what is to be said about a class, so that everything about it is said at once. Not thread-safe. */
final class Problems {
    private final List<Consumer<Messager>> found = new ArrayList<>();
    private boolean errors;

    /** Says that something is wrong with an element. */
    void error(Element element, String message) {
        errors = true;
        found.add(messager -> messager.printMessage(Kind.ERROR, message, element));
    }

    /** Says that something is wrong with an annotation of an element. */
    void error(Element element, AnnotationMirror annotation, String message) {
        errors = true;
        found.add(messager -> messager.printMessage(Kind.ERROR, message, element, annotation));
    }

    /** Says that something compiles, but will surprise. */
    void warning(Element element, String message) {
        found.add(messager -> messager.printMessage(Kind.WARNING, message, element));
    }

    /** Keeps a warning about a line within a method, for which the compiler has another door. */
    void warning(Runnable report) {
        found.add(messager -> report.run());
    }

    /** Tells something that is good to know. */
    void note(Element element, String message) {
        found.add(messager -> messager.printMessage(Kind.NOTE, message, element));
    }

    boolean hasErrors() {
        return errors;
    }

    /** Hands everything over to the compiler, in the order in which it was found. */
    void report(Messager messager) {
        found.forEach(problem -> problem.accept(messager));
        found.clear();
    }
}
