package org.fetchwise.processor;

import javax.lang.model.element.TypeElement;

/**
 * The name of a class. In text it stands as a mark that {@link SourceFile} replaces by the shortest name that is right
 * there.
 *
 * @param packageName the package, empty for the unnamed one
 * @param nestedName the name within the package, with dots between nested classes
 */
record TypeName(String packageName, String nestedName) {
    static TypeName of(TypeElement type) {
        String qualified = type.getQualifiedName().toString();
        String packageName = Enclosing.packageName(type);
        return new TypeName(
                packageName, packageName.isEmpty() ? qualified : qualified.substring(packageName.length() + 1));
    }

    String simpleName() {
        return nestedName.substring(nestedName.lastIndexOf('.') + 1);
    }

    String qualifiedName() {
        return packageName.isEmpty() ? nestedName : packageName + "." + nestedName;
    }

    /** {@return a class of the same package} */
    TypeName sibling(String name) {
        return new TypeName(packageName, name);
    }

    /** {@return the mark that stands for this name in text} */
    @Override
    public String toString() {
        return "${" + packageName + ":" + nestedName + "}";
    }
}
