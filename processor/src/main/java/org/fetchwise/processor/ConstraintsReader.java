package org.fetchwise.processor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;

/** Reads the unique constraints and indexes of {@code @Table}. */
final class ConstraintsReader {
    private ConstraintsReader() {}

    static ConstraintsModel read(TypeElement entity) {
        AnnotationView table = AnnotationView.find(entity, Jpa.TABLE);
        return table == null
                ? new ConstraintsModel(List.of(), List.of())
                : new ConstraintsModel(
                        table.annotations("uniqueConstraints").stream()
                                .map(constraint -> new ConstraintsModel.Unique(
                                        constraint.string("name", ""), constraint.strings("columnNames")))
                                .toList(),
                        table.annotations("indexes").stream()
                                .map(ConstraintsReader::index)
                                .toList());
    }

    private static ConstraintsModel.Index index(AnnotationView index) {
        return new ConstraintsModel.Index(
                index.string("name", ""),
                index.flag("unique", false),
                Arrays.stream(index.string("columnList", "").split(",", -1))
                        .map(String::strip)
                        .map(ConstraintsReader::indexed)
                        .toList());
    }

    /** A column's name, with ASC or DESC behind it or not. */
    private static ConstraintsModel.IndexedColumn indexed(String text) {
        String[] words = text.split("\\s+", -1);
        String last = words[words.length - 1].toUpperCase(Locale.ROOT);
        boolean ordered = words.length > 1 && (last.equals("ASC") || last.equals("DESC"));
        return new ConstraintsModel.IndexedColumn(
                ordered ? text.substring(0, text.length() - last.length()).strip() : text,
                ordered && last.equals("DESC"));
    }
}
