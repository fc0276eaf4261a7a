package org.fetchwise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.Managed;
import org.fetchwise.write.Keys;
import org.fetchwise.write.References;
import org.fetchwise.write.Subscriptions;
import org.fetchwise.write.Validators;
import org.fetchwise.write.WriteRunner;
import org.jspecify.annotations.Nullable;

/** The entities and querysets that the processor has described, found once for each handle. Immutable. */
final class Models {
    private final List<EntityMeta<?>> entities;
    private final WriteRunner.Model forWriting;
    private final Map<Class<?>, QuerySetType<?, ?>> querySets;

    private Models(List<EntityMeta<?>> entities, Map<Class<?>, QuerySetType<?, ?>> querySets) {
        this.entities = List.copyOf(entities);
        this.forWriting = new WriteRunner.Model(
                new References(this.entities), new Keys(), new Subscriptions(), Validators.found());
        this.querySets = Map.copyOf(querySets);
    }

    static Models found() {
        List<EntityMeta<?>> entities = new ArrayList<>();
        Map<Class<?>, QuerySetType<?, ?>> querySets = new HashMap<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? Models.class.getClassLoader() : context;
        for (Model model : ServiceLoader.load(Model.class, loader)) {
            entities.addAll(model.entities());
            for (QuerySetType<?, ?> type : model.querySets()) {
                querySets.put(type.type(), type);
            }
        }
        return new Models(entities, querySets);
    }

    /** What writing has to know of the entities. */
    WriteRunner.Model forWriting() {
        return forWriting;
    }

    List<EntityMeta<?>> entities() {
        return entities;
    }

    /** The entity of an object, plain or read by the library. */
    EntityMeta<?> entityOf(Object object) {
        if (object instanceof Managed managed) {
            return managed.$meta();
        }
        EntityMeta<?> found = find(object.getClass());
        if (found != null) {
            return found;
        }
        throw new MappingException(
                object.getClass().getName() + " is no entity that fetchwise-processor has seen. Annotate it"
                        + " with @Entity, and let the processor run when it is compiled.");
    }

    /** The entity of objects: the nearest that all of theirs extend, the first one's where there is none. */
    static EntityMeta<?> common(List<?> objects, Function<Object, EntityMeta<?>> entityOf) {
        EntityMeta<?> first = entityOf.apply(objects.get(0));
        EntityMeta<?> common = first;
        for (Object object : objects) {
            EntityMeta<?> other = entityOf.apply(object);
            while (!other.isA(common)
                    && common.inheritance() != null
                    && common.inheritance().parent() != null) {
                common = common.inheritance().parent();
            }
        }
        return common;
    }

    /** The description of an entity, or null where a class is none. */
    @SuppressWarnings("unchecked") // the entity is that of the class
    <T> @Nullable EntityMeta<T> find(Class<T> type) {
        for (EntityMeta<?> entity : entities) {
            if (entity.type() == type) {
                return (EntityMeta<T>) entity;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // the map's values are of their keys' types
    <T, Q extends QuerySet<T, Q>> QuerySetType<T, Q> querySet(Class<Q> type) {
        QuerySetType<?, ?> found = querySets.get(type);
        if (found == null) {
            throw new MappingException("There is no generated queryset for " + type.getName()
                    + ". Let fetchwise-processor run when it is compiled; in a named module, add 'provides "
                    + Model.class.getName() + " with " + type.getPackageName() + ".FetchwiseModel'.");
        }
        return (QuerySetType<T, Q>) found;
    }
}
