package org.fetchwise.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of an entity's methods. What is not loaded, and what was changed, is seen through getters and
 * setters only; so a method that reads a field directly may find nothing there, and one that writes a field directly
 * leaves no trace.
 *
 * <p>Constructors are left alone: they run before anything is loaded.
 */
final class BodyScan {
    private final Trees trees;

    private BodyScan(Trees trees) {
        this.trees = trees;
    }

    /** {@return a scan, or null where the compiler does not show its trees} */
    static @Nullable BodyScan of(ProcessingEnvironment environment) {
        try {
            return new BodyScan(Trees.instance(environment));
        } catch (IllegalArgumentException otherCompiler) {
            return null;
        }
    }

    /** {@return the bits of the columns that methods write directly, after warning of what will surprise} */
    long check(TypeElement type, EntityModel entity, AccessorReader accessors, Problems problems) {
        long written = 0;
        for (TypeElement declaring : EntityReader.mappedClasses(type)) {
            // What is said about a class is said where it is compiled as an entity; a superclass has many below it.
            written |= checkClass(declaring, entity, accessors, declaring.equals(type) ? problems : new Problems());
        }
        return written;
    }

    private long checkClass(TypeElement type, EntityModel entity, AccessorReader accessors, Problems problems) {
        ClassTree tree = trees.getTree(type);
        TreePath path = trees.getPath(type);
        if (tree == null || path == null) {
            return entity.writableColumnsOf(TypeName.of(type));
        }
        long written = 0;
        for (Tree member : tree.getMembers()) {
            if (member instanceof MethodTree method
                    && method.getBody() != null
                    && trees.getElement(new TreePath(path, method)) instanceof ExecutableElement element
                    && !element.getSimpleName().contentEquals("<init>")) {
                written |= check(
                        new Subject(type, entity, accessors, element), method, path.getCompilationUnit(), problems);
            }
        }
        return written;
    }

    private long check(Subject subject, MethodTree method, CompilationUnitTree unit, Problems problems) {
        FieldUses uses = FieldUses.of(method, subject.type.getSimpleName().toString(), subject.fieldNames());
        Set<String> said = new HashSet<>();
        long written = 0;
        for (FieldUses.Use use : uses.found()) {
            if (subject.isOwnAccessor(use.name())) {
                continue;
            }
            if (use.kind() == FieldUses.Kind.WRITE || subject.mayChange(use)) {
                written |= subject.writableBit(use.name());
            }
            String surprise = subject.surprise(use);
            if (surprise != null && !subject.isSilenced() && said.add(surprise)) {
                problems.warning(() -> trees.printMessage(Kind.WARNING, surprise, use.tree(), unit));
            }
        }
        return written;
    }

    /** A method of an entity, and what may surprise in it. */
    private record Subject(TypeElement type, EntityModel entity, AccessorReader accessors, ExecutableElement method) {
        private static final Map<String, Integer> IDENTITY_METHODS = Map.of("equals", 1, "hashCode", 0, "toString", 0);

        Set<String> fieldNames() {
            return entity.fields().map(FieldModel::name).collect(Collectors.toSet());
        }

        boolean isOwnAccessor(String name) {
            return EntityReader.mappedFields(type).stream()
                    .filter(field -> field.getSimpleName().contentEquals(name))
                    .anyMatch(this::isAccessorOf);
        }

        private boolean isAccessorOf(VariableElement field) {
            return accessors.getters(field).contains(method)
                    || accessors.setters(field).contains(method);
        }

        /** {@return the bit of the column that a field, or the foreign key of a relation, is kept in} */
        long writableBit(String name) {
            return entity.columns().stream()
                    .filter(column ->
                            column.name().equals(name) || column.name().startsWith(name + "."))
                    .mapToLong(column -> entity.writableColumns() & 1L << column.index())
                    .reduce(0, (first, second) -> first | second);
        }

        /** {@return whether a method gets hold of an embedded object past its getter, and so may change it unnoticed} */
        boolean mayChange(FieldUses.Use use) {
            return use.kind() == FieldUses.Kind.READ
                    && entity.embedded().stream()
                            .anyMatch(object -> object.name().equals(use.name()) && object.isChangeable());
        }

        @Nullable
        String surprise(FieldUses.Use use) {
            return switch (use.kind()) {
                case READ -> readSurprise(use.name());
                case WRITE -> writeSurprise(use.name());
                case CALL -> callSurprise(use.name());
                case CLASS -> classSurprise();
            };
        }

        private @Nullable String readSurprise(String name) {
            ColumnModel column = entity.findColumn(name);
            RelationModel relation = entity.findRelation(name);
            FieldModel field = relation != null
                    ? relation.field()
                    : column != null
                            ? column.field()
                            : entity.embedded().stream()
                                    .map(EmbeddedModel::field)
                                    .filter(candidate -> candidate.name().equals(name))
                                    .findFirst()
                                    .orElse(null);
            if (field == null || field.getters().isEmpty() || (column != null && column.is(Trait.KEY))) {
                return null;
            }
            if (relation != null && isIdentityMethod()) {
                return identitySurprise(name);
            }
            return Enclosing.describe(method) + " reads the field " + name
                    + " directly, which holds nothing while it is not loaded. Write "
                    + field.getters().getFirst().name() + "().";
        }

        private @Nullable String writeSurprise(String name) {
            RelationModel relation = entity.findRelation(name);
            if (relation == null) {
                return null;
            }
            String way = relation.field().setters().isEmpty()
                    ? "Add a setter, and call it."
                    : "Write " + relation.field().setters().getFirst().name() + "(…).";
            return Enclosing.describe(method) + " writes the relation " + name
                    + " directly, which is undone when it is loaded. " + way;
        }

        private @Nullable String callSurprise(String getter) {
            boolean touches = entity.relations().stream()
                    .flatMap(relation -> relation.field().getters().stream())
                    .anyMatch(accessor -> accessor.name().equals(getter));
            return touches && isIdentityMethod() ? identitySurprise(getter + "()") : null;
        }

        private String identitySurprise(String what) {
            return Enclosing.describe(method) + " touches " + what
                    + ", so that comparing or printing an object may run a query. Leave relations out.";
        }

        private @Nullable String classSurprise() {
            String name = type.getSimpleName().toString();
            if (method.getSimpleName().contentEquals("equals")) {
                return Enclosing.describe(method)
                        + " compares getClass(), so that an object from a query, which belongs to a "
                        + "subclass, never equals a plain one. Write other instanceof " + name + " that && ….";
            }
            return method.getSimpleName().contentEquals("hashCode")
                    ? Enclosing.describe(method)
                            + " uses getClass(), which differs between an object from a query and a plain "
                            + "one. Write " + name + ".class.hashCode()."
                    : null;
        }

        private boolean isIdentityMethod() {
            Integer parameters = IDENTITY_METHODS.get(method.getSimpleName().toString());
            return parameters != null && parameters == method.getParameters().size();
        }

        boolean isSilenced() {
            return Stream.<Element>of(method, type).anyMatch(element -> {
                AnnotationView annotation = AnnotationView.find(element, "java.lang.SuppressWarnings");
                return annotation != null && annotation.strings("value").contains("fetchwise");
            });
        }
    }
}
