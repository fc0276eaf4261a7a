package org.fetchwise.query;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fetchwise.error.QueryException;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.SqlExpr.ArithmeticOperator;
import org.fetchwise.sql.SqlFunction;
import org.jspecify.annotations.Nullable;

/** Calls of functions, their arguments checked and fitted: what a function takes, and what it gives. */
public final class Calls {
    private Calls() {}

    /**
     * {@return a call of a function by its name, in snake case}
     *
     * @param call the call, its arguments resolved
     * @throws QueryException if there is no such function, or an argument does not fit
     */
    static Term named(Term.NamedCall call) {
        String name = call.name().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "NOW" -> {
                require(call.name(), call.arguments(), 0, 0);
                yield new Term.Now();
            }
            case "MOD" -> {
                require(call.name(), call.arguments(), 2, 2);
                yield Calculations.of(
                        ArithmeticOperator.MODULO,
                        call.arguments().get(0),
                        call.arguments().get(1));
            }
            default -> exactly(of(function(call.name()), call.arguments(), call.zone()));
        };
    }

    /** What is calculated of a decimal is a decimal, as with operators. */
    private static Term exactly(Term term) {
        return term instanceof Term.Call call
                        && call.type().equals(ValueType.DOUBLE)
                        && call.arguments().stream()
                                .anyMatch(argument -> argument.type().storage() == StorageType.DECIMAL)
                ? call(call.function(), ValueType.DECIMAL, call.arguments())
                : term;
    }

    private static SqlFunction function(String name) {
        for (SqlFunction function : SqlFunction.values()) {
            if (function.name().equals(name.toUpperCase(Locale.ROOT))) {
                return function;
            }
        }
        throw new QueryException("There is no function '" + name + "'." + NearMisses.among(name, names()));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("now", "mod"));
        for (SqlFunction function : SqlFunction.values()) {
            names.add(function.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /**
     * {@return a call}
     *
     * @param function the function
     * @param arguments its arguments
     * @param zone the zone in which dates are taken of instants, or null for that of the database's handle
     * @throws QueryException if an argument does not fit
     */
    public static Term of(SqlFunction function, List<Term> arguments, @Nullable ZoneId zone) {
        String name = function.name().toLowerCase(Locale.ROOT);
        return switch (function) {
            case LOWER, UPPER, TRIM, LTRIM, RTRIM, REVERSE, MD5, SHA1, SHA224, SHA256, SHA384, SHA512 ->
                call(function, ValueType.TEXT, texts(name, arguments, 1, 1));
            case LENGTH, ORD -> call(function, ValueType.INTEGER, texts(name, arguments, 1, 1));
            case STR_INDEX -> call(function, ValueType.INTEGER, texts(name, arguments, 2, 2));
            case REPLACE -> {
                List<Term> texts = new ArrayList<>(texts(name, arguments, 2, 3));
                if (texts.size() == 2) {
                    texts.add(new Term.Literal("", ValueType.TEXT));
                }
                yield call(function, ValueType.TEXT, texts);
            }
            case LEFT, RIGHT -> {
                require(name, arguments, 2, 2);
                yield call(
                        function,
                        ValueType.TEXT,
                        List.of(text(name, arguments.get(0)), whole(name, arguments.get(1), 1)));
            }
            case SUBSTRING -> {
                require(name, arguments, 2, 3);
                List<Term> parts = new ArrayList<>();
                parts.add(text(name, arguments.get(0)));
                parts.add(whole(name, arguments.get(1), 1));
                if (arguments.size() > 2) {
                    parts.add(whole(name, arguments.get(2), 0));
                }
                yield call(function, ValueType.TEXT, parts);
            }
            case LPAD, RPAD -> {
                require(name, arguments, 2, 3);
                Term fill = arguments.size() > 2 ? arguments.get(2) : new Term.Literal(" ", ValueType.TEXT);
                yield call(
                        function,
                        ValueType.TEXT,
                        List.of(text(name, arguments.get(0)), whole(name, arguments.get(1), 0), text(name, fill)));
            }
            case REPEAT -> {
                require(name, arguments, 2, 2);
                yield call(
                        function,
                        ValueType.TEXT,
                        List.of(text(name, arguments.get(0)), whole(name, arguments.get(1), 0)));
            }
            case CHR -> {
                require(name, arguments, 1, 1);
                yield call(function, ValueType.TEXT, List.of(whole(name, arguments.get(0), 0)));
            }
            case CONCAT -> {
                require(name, arguments, 2, Integer.MAX_VALUE);
                yield call(function, ValueType.TEXT, arguments);
            }
            case COALESCE, GREATEST, LEAST -> {
                require(name, arguments, 2, Integer.MAX_VALUE);
                List<Term> alike = Kinds.alike(name, arguments);
                yield call(function, Kinds.common(name, alike), alike);
            }
            case NULLIF -> {
                require(name, arguments, 2, 2);
                List<Term> alike = Kinds.alike(name, arguments);
                yield call(function, alike.get(0).type(), alike);
            }
            case ABS, CEIL, FLOOR, SIGN -> {
                require(name, arguments, 1, 1);
                Term number = number(name, arguments.get(0));
                yield call(function, number.type(), List.of(number));
            }
            case ROUND -> {
                require(name, arguments, 1, 2);
                Term number = number(name, arguments.get(0));
                yield call(
                        function,
                        number.type(),
                        arguments.size() == 1
                                ? List.of(number)
                                : List.of(number, whole(name, arguments.get(1), Integer.MIN_VALUE)));
            }
            case SQRT, EXP, LN, SIN, COS, TAN, COT, ASIN, ACOS, ATAN, DEGREES, RADIANS ->
                call(function, ValueType.DOUBLE, numbers(name, arguments, 1));
            case POWER, LOG, ATAN2 -> call(function, ValueType.DOUBLE, numbers(name, arguments, 2));
            case PI -> call(function, ValueType.DOUBLE, numbers(name, arguments, 0));
            case DATE,
                    TIME,
                    YEAR,
                    ISO_YEAR,
                    QUARTER,
                    MONTH,
                    WEEK,
                    DAY,
                    WEEK_DAY,
                    ISO_WEEK_DAY,
                    HOUR,
                    MINUTE,
                    SECOND,
                    TRUNC_YEAR,
                    TRUNC_QUARTER,
                    TRUNC_MONTH,
                    TRUNC_WEEK,
                    TRUNC_DAY,
                    TRUNC_HOUR,
                    TRUNC_MINUTE,
                    TRUNC_SECOND -> {
                require(name, arguments, 1, 1);
                yield Times.of(function, arguments.get(0), zone);
            }
        };
    }

    private static Term.Call call(SqlFunction function, ValueType<?> type, List<Term> arguments) {
        return new Term.Call(function, arguments, type);
    }

    private static void require(String name, List<Term> arguments, int least, int most) {
        int given = arguments.size();
        if (given < least || given > most) {
            String wanted = least == most
                    ? String.valueOf(least)
                    : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
            throw new QueryException("The function '" + name + "' takes " + wanted + " arguments, not " + given + ".");
        }
    }

    private static List<Term> texts(String name, List<Term> arguments, int least, int most) {
        require(name, arguments, least, most);
        return arguments.stream().map(argument -> text(name, argument)).toList();
    }

    private static Term text(String name, Term argument) {
        StorageType storage = argument.type().storage();
        if (storage.isText() || storage == StorageType.UUID) {
            return argument;
        }
        if (storage == StorageType.JSON) {
            return JsonTerms.text(argument);
        }
        throw wrong(name, argument, "a text");
    }

    private static List<Term> numbers(String name, List<Term> arguments, int count) {
        require(name, arguments, count, count);
        return arguments.stream().map(argument -> number(name, argument)).toList();
    }

    private static Term number(String name, Term argument) {
        StorageType storage = argument.type().storage();
        if (storage.isNumber()) {
            return argument;
        }
        if (storage == StorageType.JSON) {
            return JsonTerms.number(argument);
        }
        throw wrong(name, argument, "a number");
    }

    /** A whole number of 32 bits, as lengths and positions are. */
    private static Term whole(String name, Term argument, int least) {
        if (argument instanceof Term.Literal literal && literal.value() instanceof Number number) {
            BigDecimal exact = Numbers.decimal(number);
            if (exact.stripTrailingZeros().scale() > 0
                    || exact.compareTo(BigDecimal.valueOf(least)) < 0
                    || exact.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
                throw new QueryException("The function '" + name + "' takes a length or position "
                        + (least == Integer.MIN_VALUE ? "that is a whole number" : "of at least " + least)
                        + ", but was given another.");
            }
            return new Term.Literal(exact.intValueExact(), ValueType.INTEGER);
        }
        if (!argument.type().storage().isWhole()) {
            throw wrong(name, argument, "a whole number");
        }
        boolean narrow = argument instanceof Term.Column && argument.type().storage() != StorageType.BIGINT;
        return narrow ? argument : new Term.Cast(argument, ValueType.INTEGER);
    }

    private static QueryException wrong(String name, Term argument, String wanted) {
        return new QueryException("The function '" + name + "' takes " + wanted + ", but '" + argument + "' is of type "
                + argument.type().javaType().getSimpleName() + ". Convert it with a cast.");
    }
}
