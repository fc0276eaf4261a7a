package org.fetchwise.processor;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * Names are resolved here, because the compiler has not yet attributed the bodies when processors run: an identifier is
 * a field unless a variable of that name is in scope, and a variable is an entity if it is declared as one.
 */
/**
 * Finds where a method uses the fields and getters of its entity, on this object or on another one of the same class.
 */
final class FieldUses extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** The type by which a variable is remembered that holds an object just made, which nothing can be loaded into. */
    private static final String FRESH = "new";

    private static final Set<Tree.Kind> STEPS = EnumSet.of(
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    private final String entity;
    private final Set<String> fields;
    private final List<Use> found = new ArrayList<>();
    private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

    private FieldUses(String entity, Set<String> fields) {
        this.entity = entity;
        this.fields = fields;
    }

    /** How something is used. */
    enum Kind {
        /** A field is read. */
        READ,
        /** A field is written. */
        WRITE,
        /** A method without parameters is called. */
        CALL,
        /** The object's class is asked for. */
        CLASS
    }

    /**
     * One use.
     *
     * @param kind how
     * @param name the field, or the method
     * @param tree where
     */
    record Use(Kind kind, String name, Tree tree) {}

    static FieldUses of(MethodTree method, String entity, Set<String> fields) {
        FieldUses uses = new FieldUses(entity, fields);
        uses.scan(method, null);
        return uses;
    }

    List<Use> found() {
        return found;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        note(Kind.READ, tree);
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        if (fieldOf(tree) != null) {
            note(Kind.READ, tree);
            return null;
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void nothing) {
        if (fieldOf(tree.getVariable()) == null) {
            scan(tree.getVariable(), null);
        } else {
            note(Kind.WRITE, tree.getVariable());
        }
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void nothing) {
        note(Kind.WRITE, tree.getVariable());
        return super.visitCompoundAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void nothing) {
        if (STEPS.contains(tree.getKind())) {
            note(Kind.WRITE, tree.getExpression());
        }
        return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
        ExpressionTree method = tree.getMethodSelect();
        if (tree.getArguments().isEmpty()) {
            if (method instanceof IdentifierTree identifier) {
                called(identifier.getName().toString(), tree);
            } else if (method instanceof MemberSelectTree select && isEntity(select.getExpression())) {
                called(select.getIdentifier().toString(), tree);
            }
        }
        scan(tree.getTypeArguments(), null);
        if (method instanceof MemberSelectTree select) {
            scan(select.getExpression(), null);
        }
        return scan(tree.getArguments(), null);
    }

    private void called(String name, Tree tree) {
        found.add(new Use(name.equals("getClass") ? Kind.CLASS : Kind.CALL, name, tree));
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        scan(tree.getInitializer(), null);
        Map<String, String> scope = scopes.peek();
        if (scope != null) {
            boolean fresh = tree.getInitializer() instanceof NewClassTree;
            Tree type = tree.getType();
            scope.put(tree.getName().toString(), fresh ? FRESH : type == null ? "" : type.toString());
        }
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        return scoped(() -> {
            scan(tree.getParameters(), null);
            return scan(tree.getBody(), null);
        });
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void nothing) {
        return scoped(() -> super.visitBlock(tree, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void nothing) {
        return scoped(() -> {
            scan(tree.getParameters(), null);
            return scan(tree.getBody(), null);
        });
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void nothing) {
        return scoped(() -> super.visitForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void nothing) {
        return scoped(() -> super.visitEnhancedForLoop(tree, null));
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void nothing) {
        return scoped(() -> super.visitTry(tree, null));
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void nothing) {
        return scoped(() -> super.visitCatch(tree, null));
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void nothing) {
        return scoped(() -> super.visitCase(tree, null));
    }

    private @Nullable Void scoped(Supplier<@Nullable Void> visit) {
        scopes.push(new HashMap<>());
        try {
            return visit.get();
        } finally {
            scopes.pop();
        }
    }

    private void note(Kind kind, Tree tree) {
        String field = fieldOf(tree);
        if (field != null) {
            found.add(new Use(kind, field, tree));
        }
    }

    /** {@return the field that an expression means, or null} */
    private @Nullable String fieldOf(Tree tree) {
        Tree expression = bare(tree);
        if (expression instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return fields.contains(name) && typeOf(name) == null ? name : null;
        }
        if (expression instanceof MemberSelectTree select && isEntity(select.getExpression())) {
            String name = select.getIdentifier().toString();
            return fields.contains(name) ? name : null;
        }
        return null;
    }

    /** {@return whether an expression is an object of the entity's class, as far as can be told} */
    private boolean isEntity(ExpressionTree tree) {
        Tree expression = bare(tree);
        if (expression instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            return name.equals("this") || entity.equals(typeOf(name));
        }
        return expression instanceof TypeCastTree cast
                && cast.getType().toString().equals(entity);
    }

    private static Tree bare(Tree tree) {
        return tree instanceof ParenthesizedTree parenthesized ? bare(parenthesized.getExpression()) : tree;
    }

    /** {@return the declared type of a variable in scope, or null where there is no such variable} */
    private @Nullable String typeOf(String variable) {
        for (Map<String, String> scope : scopes) {
            String type = scope.get(variable);
            if (type != null) {
                return type;
            }
        }
        return null;
    }
}
