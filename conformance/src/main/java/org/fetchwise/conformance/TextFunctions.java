package org.fetchwise.conformance;

import java.util.List;

/** The functions of text. */
final class TextFunctions {
    static final List<NamedFunction> ALL = List.of(
            new NamedFunction("Length", arguments -> arguments.any(0).length()),
            new NamedFunction("Lower", arguments -> arguments.any(0).lower()),
            new NamedFunction("Upper", arguments -> arguments.any(0).upper()));

    private TextFunctions() {}
}
