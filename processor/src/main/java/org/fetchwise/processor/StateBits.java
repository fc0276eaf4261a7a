package org.fetchwise.processor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a managed subclass keeps its state bits: in an int where they fit, otherwise in a long. */
enum StateBits {
    INT("int", "1", "(int) "),
    LONG("long", "1L", "");

    /** The most attributes that the bits of one long can describe; the sign stays free. */
    static final int MOST = 63;

    private static final int MOST_IN_AN_INT = 31;

    private final String type;
    private final String one;
    private final String narrowing;

    StateBits(String type, String one, String narrowing) {
        this.type = type;
        this.one = one;
        this.narrowing = narrowing;
    }

    static StateBits of(EntityModel entity) {
        return entity.attributes() <= MOST_IN_AN_INT ? INT : LONG;
    }

    String type() {
        return type;
    }

    /** {@return the cast that makes this type of a long, or nothing} */
    String narrowing() {
        return narrowing;
    }

    /** {@return the expression of some bits} */
    String mask(IntStream indexes) {
        return indexes.mapToObj(index -> one + " << " + index).collect(Collectors.joining(" | "));
    }
}
