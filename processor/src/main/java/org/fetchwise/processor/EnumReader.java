package org.fetchwise.processor;

import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Decides how the constants of an enum are stored: by name, by position, or by what one of their fields holds. */
final class EnumReader {
    private static final Map<String, ValueKind> STORED = Map.of(
            "byte", ValueKind.BYTE,
            "short", ValueKind.SHORT,
            "int", ValueKind.INTEGER,
            "${java.lang:Byte}", ValueKind.BYTE,
            "${java.lang:Short}", ValueKind.SHORT,
            "${java.lang:Integer}", ValueKind.INTEGER,
            "${java.lang:String}", ValueKind.STRING);

    private final Problems problems;

    EnumReader(Problems problems) {
        this.problems = problems;
    }

    /** {@return the type of a field's column, or null after the problem was reported} */
    @Nullable
    ColumnType read(VariableElement field, TypeElement type, String text, String from) {
        return read(field, type, text, from, Jpa.ENUMERATED);
    }

    /** {@return the type of the column of a map's keys, or null after the problem was reported} */
    @Nullable
    ColumnType readMapKey(VariableElement field, TypeElement type, String text, String from) {
        return read(field, type, text, from, Jpa.MAP_KEY_ENUMERATED);
    }

    private @Nullable ColumnType read(
            VariableElement field, TypeElement type, String text, String from, String annotation) {
        if (!ClassRules.canBeNamed(type)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " has a private enum, which generated code cannot name. Make "
                            + type.getSimpleName() + " package-private.");
            return null;
        }
        AnnotationView enumerated = AnnotationView.find(field, annotation);
        String strategy = enumerated == null ? "" : enumerated.constant("value", "ORDINAL");
        for (VariableElement held : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (AnnotationView.isPresent(held, Jpa.ENUMERATED_VALUE)) {
                return byValue(field, held, strategy, text, from);
            }
        }
        boolean byName = strategy.equals("STRING");
        ValueKind kind = byName ? ValueKind.ENUM_BY_NAME : ValueKind.ENUM_BY_ORDINAL;
        return new ColumnType(
                kind,
                kind,
                text,
                text,
                "",
                "${ValueType}.%s(%s.class)".formatted(byName ? "enumByName" : "enumByOrdinal", text));
    }

    private @Nullable ColumnType byValue(
            VariableElement field, VariableElement held, String strategy, String text, String from) {
        ValueKind stored = STORED.get(TypeText.erased(held.asType()));
        String name = held.getSimpleName().toString();
        String where = Enclosing.describe(held);
        if (stored == null) {
            problems.error(
                    field,
                    where + " has @EnumeratedValue, but is neither a String nor a byte, short or int. Declare one of "
                            + "these.");
            return null;
        }
        if (!strategy.isEmpty() && strategy.equals("STRING") != (stored == ValueKind.STRING)) {
            problems.error(
                    field,
                    Enclosing.describe(field) + " is stored as EnumType." + strategy + ", but " + where
                            + ", which has @EnumeratedValue, is of another type. Remove @Enumerated.");
            return null;
        }
        String access = access(held, name, from);
        if (access == null) {
            problems.error(
                    field,
                    where + " has @EnumeratedValue, but generated code cannot read it. Add a public method " + name
                            + "() to the enum.");
            return null;
        }
        return new ColumnType(
                ValueKind.ENUM_BY_VALUE,
                stored,
                text,
                text,
                "",
                "${ValueType}.enumByValue(%s.class, ${ValueType}.%s, constant -> constant.%s)"
                        .formatted(text, stored.constant(), access));
    }

    /** {@return how the value of a constant is read, or null where it cannot be} */
    private static @Nullable String access(VariableElement held, String name, String from) {
        if (ConverterReader.canBeReached(held, from)) {
            return name;
        }
        String getter = "get" + AccessorReader.capitalized(name);
        for (ExecutableElement method :
                ElementFilter.methodsIn(Enclosing.type(held).getEnclosedElements())) {
            String called = method.getSimpleName().toString();
            if (method.getParameters().isEmpty()
                    && (called.equals(name) || called.equals(getter))
                    && ConverterReader.canBeReached(method, from)) {
                return called + "()";
            }
        }
        return null;
    }
}
