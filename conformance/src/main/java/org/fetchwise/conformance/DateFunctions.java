package org.fetchwise.conformance;

import static org.fetchwise.expr.Functions.call;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fetchwise.expr.AnyExpr;

/** What is taken of dates and times. */
final class DateFunctions {
    private static final Set<String> ZONE = Set.of("tz");
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("ExtractYear", "year"),
            Map.entry("ExtractIsoYear", "iso_year"),
            Map.entry("ExtractMonth", "month"),
            Map.entry("ExtractDay", "day"),
            Map.entry("ExtractWeek", "week"),
            Map.entry("ExtractWeekDay", "week_day"),
            Map.entry("ExtractIsoWeekDay", "iso_week_day"),
            Map.entry("ExtractQuarter", "quarter"),
            Map.entry("ExtractHour", "hour"),
            Map.entry("ExtractMinute", "minute"),
            Map.entry("ExtractSecond", "second"),
            Map.entry("TruncYear", "trunc_year"),
            Map.entry("TruncQuarter", "trunc_quarter"),
            Map.entry("TruncMonth", "trunc_month"),
            Map.entry("TruncWeek", "trunc_week"),
            Map.entry("TruncDay", "trunc_day"),
            Map.entry("TruncHour", "trunc_hour"),
            Map.entry("TruncMinute", "trunc_minute"),
            Map.entry("TruncSecond", "trunc_second"),
            Map.entry("TruncDate", "date"),
            Map.entry("TruncTime", "time"));

    static final List<NamedFunction> ALL = all();

    private DateFunctions() {}

    private static List<NamedFunction> all() {
        List<NamedFunction> functions = new ArrayList<>();
        PARTS.forEach((name, part) ->
                functions.add(new NamedFunction(name, ZONE, arguments -> taken(part, arguments.any(0), arguments))));
        functions.add(new NamedFunction(
                "Extract",
                Set.of("tz", "kind"),
                arguments -> taken(arguments.text("kind"), arguments.any(0), arguments)));
        functions.add(new NamedFunction("Trunc", Set.of("tz", "kind", "type"), DateFunctions::truncated));
        functions.add(new NamedFunction("Now", arguments -> call("now")));
        return functions;
    }

    private static AnyExpr taken(String part, AnyExpr value, Arguments arguments) {
        return arguments.has("tz") ? call(part, ZoneId.of(arguments.text("tz")), value) : call(part, value);
    }

    private static AnyExpr truncated(Arguments arguments) {
        String unit = "trunc_" + arguments.text("kind");
        return switch (arguments.has("type") ? arguments.text("type") : "") {
            case "" -> taken(unit, arguments.any(0), arguments);
            case "datetime" ->
                call(unit, arguments.has("tz") ? ZoneId.of(arguments.text("tz")) : ZoneOffset.UTC, arguments.any(0));
            case "date" -> call(unit, taken("date", arguments.any(0), arguments));
            case "time" -> taken("time", taken(unit, arguments.any(0), arguments), arguments);
            default -> throw new UnknownNameException("type", arguments.text("type"));
        };
    }
}
