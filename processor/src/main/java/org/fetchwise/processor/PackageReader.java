package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a package declares, classes that an earlier compilation has left included: so the list stays whole when
 * only a part of a package is compiled again.
 */
final class PackageReader {
    private final Elements elements;
    private final Names names;
    private final QuerySetReader querySets;

    PackageReader(Elements elements, Types types, Names names) {
        this.elements = elements;
        this.names = names;
        this.querySets = new QuerySetReader(elements, types, new Problems());
    }

    PackageModel read(PackageElement from) {
        List<TypeElement> types = new ArrayList<>();
        ElementFilter.typesIn(from.getEnclosedElements())
                .forEach(type -> FetchwiseProcessor.addWithNested(type, types));
        types.sort(Comparator.comparing(type -> type.getQualifiedName().toString()));
        List<TypeElement> entities = types.stream()
                .filter(type -> AnnotationView.isPresent(type, Jpa.ENTITY))
                .filter(type -> exists(names.managed(TypeName.of(type))))
                .toList();
        List<QuerySetModel> interfaces = types.stream()
                .filter(querySets::isQuerySet)
                .map(this::querySet)
                .filter(Objects::nonNull)
                .toList();
        return new PackageModel(
                from.getQualifiedName().toString(),
                entities.stream().map(TypeName::of).toList(),
                interfaces,
                entities.stream().anyMatch(elements::isDeprecated)
                        || interfaces.stream().anyMatch(QuerySetModel::deprecated),
                types.stream().anyMatch(type -> EntityReader.hasGeneratedAnnotation(elements, type)));
    }

    private @Nullable QuerySetModel querySet(TypeElement type) {
        return exists(names.querySet(TypeName.of(type))) ? querySets.read(type) : null;
    }

    private boolean exists(TypeName type) {
        return elements.getTypeElement(type.qualifiedName()) != null;
    }
}
