package org.fetchwise.processor;

import java.util.stream.Collectors;

/** Writes {@code FetchwiseModel}: the list of what one package declares, which a database handle finds as a service. */
final class ModelWriter {
    private ModelWriter() {}

    static GeneratedFile write(PackageModel model, Names names) {
        TypeName type = model.type();
        String entities = model.entities().stream()
                .map(entity -> "\n                " + names.path(entity) + ".META")
                .collect(Collectors.joining(","));
        String querySets = model.querySets().stream()
                .map(querySet -> "\n                new ${QuerySetType}<>(%s.class, %s.META, %s::new)"
                        .formatted(querySet.type(), names.path(querySet.entity()), names.querySet(querySet.type())))
                .collect(Collectors.joining(","));
        String body = """
                /** The entities and querysets of this package. */
                %1$spublic final class %2$s implements ${Model} {
                    /** For the service loader. */
                    public %3$s() {}

                    @Override
                    public ${List}<${EntityMeta}<?>> entities() {
                        return ${List}.of(%4$s);
                    }

                    @Override
                    public ${List}<${QuerySetType}<?, ?>> querySets() {
                        return ${List}.of(%5$s);
                    }
                }
                """.formatted(
                        Headers.annotations(model.hasGeneratedAnnotation(), model.deprecated()),
                        type,
                        type.simpleName(),
                        entities,
                        querySets);
        return new GeneratedFile(type, new SourceFile(type).render(body));
    }
}
