package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fetchwise.expr.AnyExpr;

/** The functions of texts and numbers, and those that choose between values. */
final class ScalarFunctions {
    private static final Map<String, String> DIFFERENT = Map.of(
            "Substr", "substring", "StrIndex", "str_index", "NullIf", "nullif", "ATan2", "atan2", "ATan", "atan");
    private static final List<String> NAMES = List.of(
            "Length",
            "Lower",
            "Upper",
            "Left",
            "Right",
            "Substr",
            "Replace",
            "Trim",
            "LTrim",
            "RTrim",
            "LPad",
            "RPad",
            "Repeat",
            "Reverse",
            "StrIndex",
            "Concat",
            "Chr",
            "Ord",
            "MD5",
            "SHA1",
            "SHA224",
            "SHA256",
            "SHA384",
            "SHA512",
            "Coalesce",
            "Greatest",
            "Least",
            "NullIf",
            "Abs",
            "Ceil",
            "Floor",
            "Round",
            "Mod",
            "Power",
            "Sqrt",
            "Exp",
            "Ln",
            "Log",
            "Sign",
            "Sin",
            "Cos",
            "Tan",
            "Cot",
            "ASin",
            "ACos",
            "ATan",
            "ATan2",
            "Pi",
            "Degrees",
            "Radians");

    static final List<NamedFunction> ALL = all();

    private ScalarFunctions() {}

    private static List<NamedFunction> all() {
        List<NamedFunction> functions = new ArrayList<>();
        for (String name : NAMES) {
            String called = DIFFERENT.getOrDefault(name, name.toLowerCase(Locale.ROOT));
            functions.add(new NamedFunction(name, arguments -> called(called, arguments)));
        }
        functions.add(new NamedFunction(
                "Cast",
                Set.of("type", "max_digits", "decimal_places"),
                arguments -> TypeNames.cast(arguments.any(0), arguments.json())));
        return functions;
    }

    private static AnyExpr called(String name, Arguments arguments) {
        List<Object> operands = new ArrayList<>();
        for (int at = 0; at < arguments.count(); at++) {
            operands.add(arguments.any(at));
        }
        return call(name, operands.toArray());
    }
}
