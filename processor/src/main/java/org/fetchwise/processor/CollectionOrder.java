package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The order of the rows of a to-many relation.
 *
 * @param terms the order by attributes of the target; empty for its default one
 * @param column the column that keeps their positions, or null
 */
record CollectionOrder(
        List<EntityModel.OrderTerm> terms, @Nullable String column) {
    CollectionOrder {
        terms = List.copyOf(terms);
    }

    /** {@return the order that the annotations of a field declare} */
    static CollectionOrder of(VariableElement field) {
        AnnotationView position = AnnotationView.find(field, Jpa.ORDER_COLUMN);
        String column = position == null ? null : position.string("name", field.getSimpleName() + "_ORDER");
        AnnotationView by = AnnotationView.find(field, Jpa.ORDER_BY);
        return new CollectionOrder(by == null ? List.of() : terms(by.string("value", "")), column);
    }

    /** {@return the terms of an order as {@code @OrderBy} has it: the key where it says nothing} */
    private static List<EntityModel.OrderTerm> terms(String text) {
        if (text.isBlank()) {
            return List.of(new EntityModel.OrderTerm("pk", false));
        }
        List<EntityModel.OrderTerm> terms = new ArrayList<>();
        for (String term : text.split(",", -1)) {
            String[] words = term.strip().split("\\s+", -1);
            boolean descending =
                    words.length > 1 && words[1].toUpperCase(Locale.ROOT).equals("DESC");
            terms.add(new EntityModel.OrderTerm(words[0], descending));
        }
        return terms;
    }

    /** {@return the calls that add the order to a relation's description} */
    String text() {
        String by = terms.isEmpty()
                ? ""
                : terms.stream()
                        .map(term -> "new ${OrderBy}(" + Names.literal(term.path()) + ", " + term.descending() + ")")
                        .collect(Collectors.joining(", ", ".orderedBy(${List}.of(", "))"));
        return column == null ? by : by + ".orderedByColumn(" + Names.literal(column) + ")";
    }
}
