package org.fetchwise.meta;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Locale;

/** How some values are written as text, which is how Hibernate writes them. */
final class WrittenForms {
    private WrittenForms() {}

    /** Reads what {@link Locale#toString} writes: language, country and variant, then script and extensions behind a sign. */
    static Locale locale(String text) {
        int sign = text.indexOf('#');
        String[] names = (sign < 0 ? text : text.substring(0, sign)).split("_", 3);
        String language = names[0];
        String country = names.length > 1 ? names[1] : "";
        String variant = names.length > 2 ? names[2] : "";
        if (sign < 0) {
            return Locale.of(language, country, variant);
        }
        String[] further = text.substring(sign + 1).split("_", 2);
        boolean script = further[0].length() == 4;
        StringBuilder tag = new StringBuilder(language.isEmpty() ? "und" : language);
        append(tag, script ? further[0] : "");
        append(tag, country);
        append(tag, variant.replaceFirst("_$", ""));
        append(tag, script ? (further.length > 1 ? further[1] : "") : further[0]);
        return Locale.forLanguageTag(tag.toString());
    }

    private static void append(StringBuilder tag, String part) {
        if (!part.isEmpty()) {
            tag.append('-').append(part.replace('_', '-'));
        }
    }

    static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("This is no URL that the JDK knows how to open.", malformed);
        }
    }
}
