package org.fetchwise.processor;

import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Decides how times of classes older than {@code java.time} stand in a column. */
final class LegacyTimeReader {
    private static final String DATE = "java.util.Date";
    private static final String CALENDAR = "java.util.Calendar";

    /** What is stored of a class that says it by itself. */
    private static final Map<String, ValueKind> OF_SQL = Map.of(
            "java.sql.Timestamp", ValueKind.DATE_TIME,
            "java.sql.Date", ValueKind.DATE,
            "java.sql.Time", ValueKind.TIME);

    private final Problems problems;

    LegacyTimeReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * {@return the type of a column of such times, or null where a class is none of these}
     *
     * @param field where it stands
     * @param type the name of the class
     * @param text the class as generated code names it
     */
    @Nullable
    ColumnType read(VariableElement field, String type, String text) {
        AnnotationView temporal = AnnotationView.find(field, Jpa.TEMPORAL);
        ValueKind ofSql = OF_SQL.get(type);
        boolean chooses = type.equals(DATE) || type.equals(CALENDAR);
        if (temporal != null && !chooses) {
            problems.error(
                    field,
                    temporal.mirror(),
                    Enclosing.describe(field) + " has @Temporal, which speaks of java.util.Date and Calendar only."
                            + " Remove it.");
        }
        if (ofSql != null) {
            return columnType(
                    ofSql,
                    text,
                    "SQL_" + type.substring(type.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
        }
        if (!chooses) {
            return null;
        }
        ValueKind stored = switch (temporal == null ? "TIMESTAMP" : temporal.constant("value", "TIMESTAMP")) {
            case "DATE" -> ValueKind.DATE;
            case "TIME" -> ValueKind.TIME;
            default -> ValueKind.DATE_TIME;
        };
        String whole = type.equals(DATE) ? "DATE_TIME" : "CALENDAR";
        String part = type.equals(DATE) ? stored.name() : "CALENDAR_" + stored.name();
        return columnType(stored, text, stored == ValueKind.DATE_TIME ? whole : part);
    }

    private static ColumnType columnType(ValueKind stored, String text, String constant) {
        return new ColumnType(ValueKind.LEGACY_TIME, stored, text, text, "", "${LegacyTimes}." + constant);
    }
}
