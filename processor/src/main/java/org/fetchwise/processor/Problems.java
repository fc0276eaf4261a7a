package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Collects what is to be said about classes, so that everything about one class is said at once. Not thread-safe. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    private record Problem(
            Kind kind,
            String message,
            Element element,
            @Nullable AnnotationMirror annotation) {}

    void error(Element element, String message) {
        found.add(new Problem(Kind.ERROR, message, element, null));
    }

    void error(Element element, AnnotationMirror annotation, String message) {
        found.add(new Problem(Kind.ERROR, message, element, annotation));
    }

    void warning(Element element, String message) {
        found.add(new Problem(Kind.WARNING, message, element, null));
    }

    void note(Element element, String message) {
        found.add(new Problem(Kind.NOTE, message, element, null));
    }

    /** {@return whether an error was found, as opposed to a warning} */
    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.kind == Kind.ERROR);
    }

    /** Hands everything over to the compiler, in the order in which it was found. */
    void report(Messager messager) {
        for (Problem problem : found) {
            if (problem.annotation == null) {
                messager.printMessage(problem.kind, problem.message, problem.element);
            } else {
                messager.printMessage(problem.kind, problem.message, problem.element, problem.annotation);
            }
        }
        found.clear();
    }
}
