package org.fetchwise.cli.guide;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.fetchwise.example.blog.guide.Printout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects what code prints, and makes one short text of it. Mutable; serves one thread. */
final class Answer implements Printout {
    /** Canonical: the properties of records and the keys of maps in alphabetical order, and no white space. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final List<@Nullable Object> printed = new ArrayList<>();

    @Override
    public void print(@Nullable Object value) {
        printed.add(value);
    }

    boolean isEmpty() {
        return printed.isEmpty();
    }

    /** {@return the SHA-256 of the canonical JSON, in hexadecimal} */
    String digest() {
        byte[] json = CANONICAL.writeValueAsString(printed).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform knows SHA-256.", impossible);
        }
    }
}
