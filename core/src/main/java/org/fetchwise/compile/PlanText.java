package org.fetchwise.compile;

import java.util.stream.Collectors;
import org.fetchwise.plan.RowShape;
import org.fetchwise.plan.RowShape.EntityNode;
import org.fetchwise.plan.RowShape.ValueColumn;

/** Prints what stands in the columns of a result. */
final class PlanText {
    private PlanText() {}

    static String of(RowShape shape) {
        return switch (shape) {
            case RowShape.Objects objects -> {
                StringBuilder text = new StringBuilder();
                node(text, objects.root(), "");
                if (objects.owner() != null) {
                    text.append("\nowner: column ").append(objects.owner().column());
                }
                for (ValueColumn annotation : objects.annotations()) {
                    text.append('\n')
                            .append(annotation.name())
                            .append(": column ")
                            .append(annotation.column());
                }
                yield text.toString();
            }
            case RowShape.Fields fields ->
                fields.columns().stream()
                        .map(column -> column.name() + ": column " + column.column())
                        .collect(Collectors.joining("\n"));
        };
    }

    private static void node(StringBuilder text, EntityNode node, String indent) {
        int last = node.first() + Long.bitCount(node.columns()) - 1;
        text.append(indent)
                .append(
                        node.relation() == null
                                ? node.meta().name()
                                : node.relation().name())
                .append(": columns ")
                .append(node.first())
                .append(" to ")
                .append(last);
        for (EntityNode joined : node.joined()) {
            text.append('\n');
            node(text, joined, indent + "    ");
        }
    }
}
