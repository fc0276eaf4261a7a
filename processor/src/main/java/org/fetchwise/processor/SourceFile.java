package org.fetchwise.processor;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One generated source file. Its text names classes by marks: <code>${package:Name}</code>, or <code>${Name}</code> for
 * the classes that generated code is made of. Rendering replaces them by simple names and imports, or by full names
 * where two classes share a simple name, and breaks long lines.
 */
final class SourceFile {
    private static final Pattern MARK = Pattern.compile("\\$\\{(?:([^:}]*):)?([^}]+)}");

    private static final Map<String, TypeName> KNOWN = Map.ofEntries(
            known("java.lang", "Class"),
            known("java.lang", "Override"),
            known("java.lang", "Object"),
            known("java.util", "ArrayList"),
            known("java.util", "List"),
            known("java.util", "Objects"),
            known("java.util", "Set"),
            known("java.sql", "SQLException"),
            known("java.lang.invoke", "MethodHandles"),
            known("java.lang.invoke", "VarHandle"),
            known("javax.annotation.processing", "Generated"),
            known("org.jspecify.annotations", "Nullable"),
            known("org.fetchwise", "BaseQuerySet"),
            known("org.fetchwise", "Model"),
            known("org.fetchwise", "QuerySetType"),
            known("org.fetchwise", "QueryState"),
            known("org.fetchwise.annotation", "DeleteRule"),
            known("org.fetchwise.expr", "Condition"),
            known("org.fetchwise.expr", "ElementsPath"),
            known("org.fetchwise.expr", "EmbeddedPath"),
            known("org.fetchwise.expr", "EntityPath"),
            known("org.fetchwise.expr", "ToOne"),
            known("org.fetchwise.expr", "ToMany"),
            known("org.fetchwise.expr", "BooleanColumn"),
            known("org.fetchwise.expr", "DecimalColumn"),
            known("org.fetchwise.expr", "DoubleColumn"),
            known("org.fetchwise.expr", "IntColumn"),
            known("org.fetchwise.expr", "LongColumn"),
            known("org.fetchwise.expr", "StringColumn"),
            known("org.fetchwise.expr", "TemporalColumn"),
            known("org.fetchwise.expr", "ValueColumn"),
            known("org.fetchwise.meta", "ColumnAttribute"),
            known("org.fetchwise.meta", "ColumnAttribute.Trait"),
            known("org.fetchwise.meta", "ElementTable"),
            known("org.fetchwise.meta", "EmbeddedAttribute"),
            known("org.fetchwise.meta", "EntityAccess"),
            known("org.fetchwise.meta", "EntityMeta"),
            known("org.fetchwise.meta", "Extras"),
            known("org.fetchwise.meta", "FetchGroup"),
            known("org.fetchwise.meta", "HiddenCallback"),
            known("org.fetchwise.meta", "Inheritance"),
            known("org.fetchwise.meta", "JsonType"),
            known("org.fetchwise.meta", "KeyGeneration"),
            known("org.fetchwise.meta", "Lifecycle"),
            known("org.fetchwise.meta", "ForeignKeyConstraint"),
            known("org.fetchwise.meta", "JoinColumns"),
            known("org.fetchwise.meta", "LegacyTimes"),
            known("org.fetchwise.meta", "LinkTable"),
            known("org.fetchwise.meta", "Managed"),
            known("org.fetchwise.meta", "OrderBy"),
            known("org.fetchwise.meta", "ReadOnlyAccess"),
            known("org.fetchwise.meta", "RelationAttribute"),
            known("org.fetchwise.meta", "RowReader"),
            known("org.fetchwise.meta", "TableConstraints"),
            known("org.fetchwise.meta", "ToManyAttribute"),
            known("org.fetchwise.meta", "ToManyAttribute.Container"),
            known("org.fetchwise.meta", "ToOneAttribute"),
            known("org.fetchwise.meta", "ValueType"));

    private final TypeName type;
    private final Map<String, TypeName> bySimpleName = new HashMap<>();
    private final Set<String> imports = new TreeSet<>();

    /**
     * Begins a file.
     *
     * @param type the class that it declares
     * @param nested the simple names of the classes nested in it
     */
    SourceFile(TypeName type, String... nested) {
        this.type = type;
        bySimpleName.put(type.simpleName(), type);
        for (String name : nested) {
            bySimpleName.put(name, type.sibling(type.nestedName() + "." + name));
        }
    }

    TypeName type() {
        return type;
    }

    /** {@return the whole file} */
    String render(String body) {
        String text = LineBreaks.apply(resolve(body));
        StringBuilder file = new StringBuilder();
        if (!type.packageName().isEmpty()) {
            file.append("package ").append(type.packageName()).append(";\n\n");
        }
        imports.forEach(name -> file.append("import ").append(name).append(";\n"));
        return file.append(imports.isEmpty() ? "" : "\n").append(text).toString();
    }

    private String resolve(String body) {
        Matcher mark = MARK.matcher(body);
        StringBuilder text = new StringBuilder();
        while (mark.find()) {
            TypeName name = mark.group(1) == null ? core(mark.group(2)) : new TypeName(mark.group(1), mark.group(2));
            mark.appendReplacement(text, Matcher.quoteReplacement(nameOf(name)));
        }
        return mark.appendTail(text).toString();
    }

    private static TypeName core(String simpleName) {
        TypeName name = KNOWN.get(simpleName);
        if (name == null) {
            throw new IllegalArgumentException("no class of generated code is called " + simpleName);
        }
        return name;
    }

    private String nameOf(TypeName name) {
        TypeName holder = bySimpleName.computeIfAbsent(name.simpleName(), simpleName -> name);
        if (!holder.equals(name)) {
            return name.qualifiedName();
        }
        if (needsImport(name)) {
            imports.add(name.qualifiedName());
        }
        return name.simpleName();
    }

    private boolean needsImport(TypeName name) {
        boolean nestedHere = name.qualifiedName().startsWith(type.qualifiedName() + ".");
        boolean topLevel = name.simpleName().equals(name.nestedName());
        boolean visible = name.packageName().equals(type.packageName())
                || name.packageName().equals("java.lang")
                || name.packageName().isEmpty();
        return !nestedHere && !(topLevel && visible);
    }

    private static Map.Entry<String, TypeName> known(String packageName, String nestedName) {
        TypeName name = new TypeName(packageName, nestedName);
        return entry(name.simpleName(), name);
    }
}
