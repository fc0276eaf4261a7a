package org.fetchwise.processor;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What an element stands in. */
final class Enclosing {
    private Enclosing() {}

    /** {@return the class that declares a field or method} */
    static TypeElement type(Element member) {
        return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
    }

    /** {@return the package that an element belongs to} */
    static PackageElement packageOf(Element element) {
        Element at = element;
        while (!(at instanceof PackageElement)) {
            at = Objects.requireNonNull(at.getEnclosingElement());
        }
        return (PackageElement) at;
    }

    /** {@return the name of the package that an element belongs to, empty for the unnamed one} */
    static String packageName(Element element) {
        return packageOf(element).getQualifiedName().toString();
    }

    /** {@return a field or method as messages name it, as in {@code Post.title}} */
    static String describe(Element member) {
        return type(member).getSimpleName() + "." + member.getSimpleName();
    }
}
