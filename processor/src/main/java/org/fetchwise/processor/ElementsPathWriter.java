package org.fetchwise.processor;

import java.util.Map;

/** Writes {@code QPostTagsElements}: the paths that lead to the values of a collection. */
final class ElementsPathWriter {
    private final EntityModel entity;
    private final RelationModel.Elements collection;
    private final Names names;
    private final TypeName path;
    private final Map<String, String> constants;

    private ElementsPathWriter(EntityModel entity, RelationModel.Elements collection, Names names) {
        this.entity = entity;
        this.collection = collection;
        this.names = names;
        this.path = names.elements(entity.type(), collection);
        this.constants = Names.constants(entity);
    }

    static GeneratedFile write(EntityModel entity, RelationModel.Elements collection, Names names) {
        return new ElementsPathWriter(entity, collection, names).write();
    }

    private GeneratedFile write() {
        EmbeddedModel object = collection.object();
        String body = (object == null ? ofColumn(collection.columns().getFirst()) : ofObject(object)) + "}\n";
        return new GeneratedFile(path, new SourceFile(path).render(body));
    }

    private String opening(String value) {
        return """
            /** Paths that lead to the values of {@code %1$s.%2$s}, typed by the entity {@code R} that they start from. */
            %3$spublic final class %4$s<R> extends ${ElementsPath}<R, %5$s> {
            """.formatted(entity.type().simpleName(), collection.name(), Headers.annotations(entity), path, value);
    }

    private String constructor() {
        return """
                /**
                 * Creates the path that goes on from another one. Users call the methods of a path instead.
                 *
                 * @param parent the path that goes on
                 * @param relation the collection
                 */
                public %s(${EntityPath}<R, ?> parent, ${RelationAttribute} relation) {
                    super(parent, relation);
                }
            """.formatted(path.simpleName());
    }

    private String ofColumn(ColumnModel column) {
        return opening(element(column.type().full())) + column(column, "value", "The value") + key() + constructor();
    }

    /** The type of an element: of a map it is an entry. */
    private String element(String value) {
        String key = collection.key();
        return key == null
                ? value
                : "${java.util:Map}.Entry<"
                        + collection.columns().getLast().type().full() + ", " + value + ">";
    }

    private String key() {
        return collection.key() == null ? "" : column(collection.columns().getLast(), "key", "The key");
    }

    private String column(ColumnModel column, String name, String description) {
        ColumnType type = column.type();
        boolean typed = type.kind().isTypedByClass();
        return """
                /** %10$s, in the column {@code %1$s}: %2$s. */
                public final ${%3$s}<R%4$s> %9$s = %5$s(%6$s.%7$s%8$s);

            """.formatted(
                        column.column(),
                        column.sqlType(),
                        type.kind().columnClass(),
                        typed ? ", " + type.full() : "",
                        type.kind().factory(),
                        names.managed(entity.type()),
                        constants.get(column.name()),
                        typed && !type.isDefined() ? ", " + type.boxed() + ".class" : "",
                        name,
                        description);
    }

    private String ofObject(EmbeddedModel object) {
        return opening(element(object.type().toString()))
                + key()
                + "    private @${Nullable} %s<R> value;\n\n".formatted(names.path(object.type()))
                + constructor()
                + """

                    /** {@return the path to the value} */
                    public %1$s<R> value() {
                        %1$s<R> path = value;
                        return path != null ? path : (value = new %1$s<>(this, %2$s));
                    }
                """.formatted(names.path(object.type()), Names.literal(object.name()));
    }
}
