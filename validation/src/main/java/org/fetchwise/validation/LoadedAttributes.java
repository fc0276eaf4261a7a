package org.fetchwise.validation;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.fetchwise.meta.Attribute;
import org.fetchwise.meta.EmbeddedAttribute;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.fetchwise.meta.RelationAttribute;
import org.jspecify.annotations.Nullable;

/** Keeps validation from loading anything: attributes that are not loaded are passed over, and so are related objects. Stateless. */
final class LoadedAttributes implements TraversableResolver {
    @Override
    public boolean isReachable(
            @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType elementType) {
        return !(object instanceof Managed managed) || isLoaded(managed, property.getName());
    }

    @Override
    public boolean isCascadable(
            @Nullable Object object, Path.Node property, Class<?> root, Path path, ElementType elementType) {
        return !(object instanceof Managed managed)
                || !(managed.$meta().find(property.getName()) instanceof RelationAttribute);
    }

    private static boolean isLoaded(Managed managed, @Nullable String name) {
        if (name == null) {
            return true;
        }
        EntityMeta<?> meta = managed.$meta();
        Attribute attribute = meta.find(name);
        EmbeddedAttribute embedded = meta.findEmbedded(name);
        long bits = attribute != null ? attribute.bit() : embedded != null ? embedded.bits() : 0;
        Extras extras = managed.$extras();
        long loaded = extras == null ? managed.$ready() : managed.$ready() | extras.watched();
        return (bits & ~loaded) == 0;
    }
}
