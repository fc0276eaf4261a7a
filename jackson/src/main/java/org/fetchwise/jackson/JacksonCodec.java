package org.fetchwise.jackson;

import org.fetchwise.error.MappingException;
import org.fetchwise.meta.JsonCodec;
import org.fetchwise.meta.JsonType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.TypeFactory;

/**
 * Reads and writes JSON by Jackson. To change how, register a subclass that gives its own mapper to the constructor. Safe for
 * use by several threads.
 */
public class JacksonCodec implements JsonCodec {
    private final ObjectMapper mapper;

    /** Reads and writes as Jackson does when nothing is set. */
    public JacksonCodec() {
        this(JsonMapper.shared());
    }

    /**
     * Reads and writes as a mapper does.
     *
     * @param mapper the mapper
     */
    protected JacksonCodec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String write(Object value, JsonType type) {
        try {
            return mapper.writerFor(javaType(type)).writeValueAsString(value);
        } catch (JacksonException failure) {
            throw failed("A value of type " + type + " cannot be written as JSON", failure);
        }
    }

    @Override
    public Object read(String document, JsonType type) {
        try {
            return mapper.readValue(document, javaType(type));
        } catch (JacksonException failure) {
            throw failed("A row holds a JSON document that is no " + type, failure);
        }
    }

    /** What Jackson says may quote the document, so it is only the cause, without its source. */
    private static MappingException failed(String what, JacksonException failure) {
        failure.clearLocation();
        return new MappingException(what + ": " + failure.getClass().getSimpleName()
                + ". Mend the row or the class, or annotate the class for Jackson.");
    }

    private JavaType javaType(JsonType type) {
        TypeFactory types = mapper.getTypeFactory();
        if (type.arguments().isEmpty()) {
            return types.constructType(type.raw());
        }
        return types.constructParametricType(
                type.raw(), type.arguments().stream().map(this::javaType).toArray(JavaType[]::new));
    }
}
