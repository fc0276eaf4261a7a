package org.fetchwise.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the names of tables, columns and sequences follow from what the mapping says, given or derived. The default derives
 * names as Jakarta Persistence has it, which Hibernate does, too, and leaves them as they are.
 */
enum Naming {
    /** The names of Jakarta Persistence. */
    JAKARTA("jakarta", name -> name),
    /** The names of Hibernate when it is told nothing: the same, because it follows the standard. */
    HIBERNATE("hibernate", name -> name),
    /** As PostgreSQL reads the names that Hibernate does not quote. */
    LOWER_CASE("lower_case", name -> name.toLowerCase(Locale.ROOT)),
    /** As H2 reads the names that Hibernate does not quote. */
    UPPER_CASE("upper_case", name -> name.toUpperCase(Locale.ROOT)),
    /** Words of small letters with underscores between them: Spring Boot's names, and Hibernate's strategy of this name. */
    SNAKE_CASE("snake_case", Naming::snakeCase);

    private static final Pattern HUMP = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu}[\\p{Ll}\\d])");

    private final String option;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final UnaryOperator<String> rule;

    Naming(String option, UnaryOperator<String> rule) {
        this.option = option;
        this.rule = rule;
    }

    /** {@return the naming that an option names, or null} */
    static @Nullable Naming of(String option) {
        return Arrays.stream(values())
                .filter(naming -> naming.option.equals(option))
                .findFirst()
                .orElse(null);
    }

    /** {@return what options may say} */
    static String options() {
        return Arrays.stream(values()).map(naming -> naming.option).collect(Collectors.joining(", "));
    }

    private static String snakeCase(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** {@return a table's, sequence's or column's name, each part of a qualified one by itself} */
    String apply(String name) {
        return Arrays.stream(name.split("\\.", -1)).map(rule).collect(Collectors.joining("."));
    }

    /** {@return the same entity with the names that the database has} */
    EntityModel apply(EntityModel entity) {
        return this == JAKARTA || this == HIBERNATE
                ? entity
                : new EntityModel(
                        entity.type(),
                        apply(entity.table()),
                        entity.columns().stream()
                                .map(column -> column.named(apply(column.column())))
                                .toList(),
                        entity.relations().stream().map(this::apply).toList(),
                        entity.embedded(),
                        entity.keyClass(),
                        entity.ordering(),
                        entity.constraints().named(this::apply),
                        entity.generation().named(this::apply),
                        entity.traits(),
                        entity.inheritance());
    }

    private RelationModel apply(RelationModel relation) {
        return switch (relation) {
            case RelationModel.Owning owning -> owning;
            case RelationModel.Reverse reverse -> reverse;
            case RelationModel.Mapped mapped ->
                new RelationModel.Mapped(
                        mapped.index(),
                        mapped.field(),
                        mapped.target(),
                        mapped.container(),
                        mapped.mappedBy(),
                        apply(mapped.order()));
            case RelationModel.Joined joined ->
                new RelationModel.Joined(
                        joined.index(),
                        joined.field(),
                        joined.target(),
                        joined.container(),
                        joined.columns().stream().map(this::apply).toList(),
                        joined.nullable(),
                        joined.deleteRule(),
                        joined.constraint(),
                        apply(joined.order()));
            case RelationModel.Elements elements ->
                new RelationModel.Elements(
                        elements.index(),
                        elements.field(),
                        elements.target(),
                        elements.container(),
                        apply(elements.table()),
                        elements.ownerColumns().stream().map(this::apply).toList(),
                        elements.columns().stream()
                                .map(column -> column.named(apply(column.column())))
                                .toList(),
                        elements.object(),
                        elements.key(),
                        elements.constraint(),
                        apply(elements.order()));
            case RelationModel.Linked linked ->
                new RelationModel.Linked(
                        linked.index(),
                        linked.field(),
                        linked.target(),
                        linked.container(),
                        apply(linked.table()),
                        linked.ownerColumns().stream().map(this::apply).toList(),
                        linked.targetColumns().stream().map(this::apply).toList(),
                        linked.ownerConstraint(),
                        linked.targetConstraint(),
                        apply(linked.order()));
        };
    }

    private CollectionOrder apply(CollectionOrder order) {
        String column = order.column();
        return column == null ? order : new CollectionOrder(order.terms(), apply(column));
    }
}
