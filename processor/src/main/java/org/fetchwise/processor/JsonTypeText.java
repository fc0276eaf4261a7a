package org.fetchwise.processor;

import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Writes the expressions that make core's {@code JsonType}. */
final class JsonTypeText {
    private JsonTypeText() {}

    static String of(TypeMirror type) {
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null
                    ? "${JsonType}.of(${Object}.class)"
                    : of(wildcard.getExtendsBound());
        }
        String arguments = type instanceof DeclaredType declared && !(type instanceof ArrayType)
                ? declared.getTypeArguments().stream()
                        .map(argument -> ", " + of(argument))
                        .collect(Collectors.joining())
                : "";
        return "${JsonType}.of(" + TypeText.erased(type) + ".class" + arguments + ")";
    }
}
