package org.fetchwise.processor;

/** Writes {@code QPosts}: the implementation of an interface of custom query methods. */
final class QuerySetWriter {
    private QuerySetWriter() {}

    static GeneratedFile write(QuerySetModel querySet, Names names) {
        TypeName type = names.querySet(querySet.type());
        String body = """
                /** The implementation of {@link %1$s}. */
                %2$sfinal class %3$s extends ${BaseQuerySet}<%4$s, %1$s> implements %1$s {
                    %5$s(${QueryState}<%4$s> state) {
                        super(state);
                    }

                    @Override
                    protected %1$s with(${QueryState}<%4$s> state) {
                        return new %3$s(state);
                    }
                %6$s}
                """.formatted(
                        querySet.type(),
                        Headers.annotations(querySet.hasGeneratedAnnotation(), querySet.deprecated()),
                        type,
                        querySet.entity(),
                        type.simpleName(),
                        scope(querySet));
        return new GeneratedFile(type, new SourceFile(type).render(body));
    }

    private static String scope(QuerySetModel querySet) {
        return querySet.scope() == null ? "" : """

                    @Override
                    protected %s scoped() {
                        return %s();
                    }
                """.formatted(querySet.type(), querySet.scope());
    }
}
