package org.fetchwise.cli.guide;

import org.fetchwise.meta.FetchMode;

/** How the guide's code is run. */
public enum Variant {
    /** What the guide warns of, as an ordinary mapper runs it: a query for each touch. */
    BAD("bad", "❌", "one by one", FetchMode.ONE),
    /** The same code, untouched, with the library's defaults. */
    DEFAULT("default", "🔁", "untouched", FetchMode.PEERS),
    /** What the guide recommends; whatever it forgets to load is an error. */
    GOOD("good", "✅", "as advised", FetchMode.RAISE);

    private final String key;
    private final String sign;
    private final String title;
    private final FetchMode fetchMode;

    Variant(String key, String sign, String title, FetchMode fetchMode) {
        this.key = key;
        this.sign = sign;
        this.title = title;
        this.fetchMode = fetchMode;
    }

    /** {@return its name in JSON} */
    public String key() {
        return key;
    }

    /** {@return its sign in the table, two columns wide} */
    public String sign() {
        return sign;
    }

    /** {@return its name in the table} */
    public String title() {
        return title;
    }

    /** {@return what happens on the touch of something that was not loaded} */
    public FetchMode fetchMode() {
        return fetchMode;
    }
}
