package org.fetchwise.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.example.blog.Category;
import org.fetchwise.example.blog.Comment;
import org.fetchwise.example.blog.Invoice;
import org.fetchwise.example.blog.Like;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.Profile;
import org.fetchwise.example.blog.QCategory;
import org.fetchwise.example.blog.QComment;
import org.fetchwise.example.blog.QInvoice;
import org.fetchwise.example.blog.QLike;
import org.fetchwise.example.blog.QPost;
import org.fetchwise.example.blog.QProfile;
import org.fetchwise.example.blog.QRating;
import org.fetchwise.example.blog.QTag;
import org.fetchwise.example.blog.QUser;
import org.fetchwise.example.blog.Rating;
import org.fetchwise.example.blog.Tag;
import org.fetchwise.example.blog.User;
import org.fetchwise.expr.ToOne;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model of the corpus: the entity that stands for it, and what the schema says of it.
 *
 * @param name its name in the corpus
 * @param type the entity
 * @param root the root of the entity's paths
 * @param <T> the entity
 */
record Model<T>(String name, Class<T> type, ToOne<T, T> root) {
    private static final Map<String, Model<?>> ALL = all();

    private static Map<String, Model<?>> all() {
        Map<String, Model<?>> models = new LinkedHashMap<>();
        for (Model<?> model : new Model<?>[] {
            new Model<>("User", User.class, QUser.USER),
            new Model<>("Profile", Profile.class, QProfile.PROFILE),
            new Model<>("Category", Category.class, QCategory.CATEGORY),
            new Model<>("Tag", Tag.class, QTag.TAG),
            new Model<>("Post", Post.class, QPost.POST),
            new Model<>("Comment", Comment.class, QComment.COMMENT),
            new Model<>("Rating", Rating.class, QRating.RATING),
            new Model<>("Like", Like.class, QLike.LIKE),
            new Model<>("Invoice", Invoice.class, QInvoice.INVOICE)
        }) {
            models.put(model.name(), model);
        }
        return models;
    }

    static Model<?> of(String name) {
        Model<?> model = ALL.get(name);
        if (model == null) {
            throw new UnknownNameException("model", name);
        }
        return model;
    }

    /** A new object. */
    T empty() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(type + " has no constructor as the corpus wants it", failure);
        }
    }

    /** A new object that has only a key, or not even that. */
    T withKey(@Nullable Long key) {
        try {
            T object = empty();
            type.getMethod("setId", Long.class).invoke(object, key);
            return object;
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(type + " has no constructor or no key as the corpus wants it", failure);
        }
    }

    /** The model that a relation leads to, or null if there is no relation of that name. */
    @Nullable
    Model<?> related(String relation) {
        for (String kind : new String[] {"relations", "reverse_relations"}) {
            for (JsonNode json : json().path(kind)) {
                if (json.path("name").asString().equals(relation)) {
                    return of(json.path("target").asString());
                }
            }
        }
        return null;
    }

    /** Whether a column holds JSON documents. */
    boolean isJson(String column) {
        for (JsonNode json : json().path("columns")) {
            if (json.path("name").asString().equals(column)) {
                return json.path("type").asString().equals("json");
            }
        }
        return false;
    }

    private JsonNode json() {
        for (JsonNode json : Corpus.schema().path("models")) {
            if (json.path("name").asString().equals(name)) {
                return json;
            }
        }
        throw new UnknownNameException("model", name);
    }

    /** Sets an attribute by its setter, as a user would call it; a number is fitted to the setter's type. */
    void write(T object, String name, @Nullable Object value) {
        Model<?> target = name.endsWith("_id") ? related(name.substring(0, name.length() - 3)) : null;
        if (target != null) {
            write(object, name.substring(0, name.length() - 3), value == null ? null : target.withKey((Long) value));
            return;
        }
        String camel = name.equals("pk") ? "Id" : camelCase(name);
        for (Method method : type.getMethods()) {
            boolean called = method.getName().equals("set" + camel)
                    || (camel.startsWith("Is") && method.getName().equals("set" + camel.substring(2)));
            if (called && method.getParameterCount() == 1) {
                try {
                    method.invoke(object, fitted(method.getParameterTypes()[0], value));
                    return;
                } catch (IllegalArgumentException mismatch) {
                    throw new ImpossibleCallException("the setter of " + name + " takes another type");
                } catch (ReflectiveOperationException failure) {
                    throw new IllegalStateException(failure);
                }
            }
        }
        throw new ImpossibleCallException("there is no setter of " + name);
    }

    private static @Nullable Object fitted(Class<?> type, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> number.intValue();
            case "double", "Double" -> number.doubleValue();
            case "short", "Short" -> number.shortValue();
            default -> number;
        };
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return camel.toString();
    }

    /** What the getter of a relation gives, as a user would call it. */
    static @Nullable Object read(Object object, String relation) {
        String getter = "get" + camelCase(relation);
        try {
            Method method = object.getClass().getMethod(getter);
            method.setAccessible(true);
            return method.invoke(object);
        } catch (InvocationTargetException thrown) {
            if (Objects.requireNonNull(thrown.getCause()) instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(thrown);
        } catch (ReflectiveOperationException missing) {
            throw new UnknownNameException("relation", relation);
        }
    }
}
