package org.fetchwise.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.fetchwise.error.MappingException;

/**
 * In what the database differs from the entities, table by table.
 *
 * @param all the differences
 */
public record SchemaDifferences(List<Difference> all) {
    public SchemaDifferences {
        all = List.copyOf(all);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * {@return the differences of a kind}
     *
     * @param kind the kind
     */
    public List<Difference> of(Difference.Kind kind) {
        return all.stream().filter(difference -> difference.kind() == kind).toList();
    }

    /**
     * {@return the other differences, for what is known and meant}
     *
     * @param kinds the kinds to leave out
     */
    public SchemaDifferences without(Difference.Kind... kinds) {
        List<Difference.Kind> left = List.of(kinds);
        return new SchemaDifferences(all.stream()
                .filter(difference -> !left.contains(difference.kind()))
                .toList());
    }

    /**
     * Refuses to go on with a database that differs.
     *
     * @throws MappingException if there are differences; it names them all
     */
    public void requireNone() {
        if (!isEmpty()) {
            throw new MappingException("The database differs from the entities:\n" + this
                    + "\nMigrate the database, or change the mapping.");
        }
    }

    /** {@return the differences, one a line} */
    @Override
    public String toString() {
        return isEmpty()
                ? "no differences"
                : all.stream().map(Difference::toString).collect(Collectors.joining("\n"));
    }
}
