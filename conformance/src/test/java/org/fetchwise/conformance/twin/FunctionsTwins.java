package org.fetchwise.conformance.twin;

import static org.fetchwise.example.blog.QPost.POST;
import static org.fetchwise.example.blog.QUser.USER;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.example.blog.Post;
import org.fetchwise.example.blog.User;
import org.fetchwise.expr.DateUnit;
import org.fetchwise.expr.Expr;

/** Functions of texts, numbers and times. */
final class FunctionsTwins {
    private final QuerySet.Of<Post> posts;
    private final QuerySet.Of<User> users;

    private FunctionsTwins(Database database) {
        posts = database.objects(POST);
        users = database.objects(USER);
    }

    static List<Twin> of(Database database) {
        FunctionsTwins twins = new FunctionsTwins(database);
        List<Twin> all = new ArrayList<>(twins.texts());
        all.addAll(twins.numbers());
        all.addAll(twins.times());
        return all;
    }

    /** The first thirty posts, each with a value. */
    private Twin each(String id, Expr<Post, ?> value) {
        return Rows.of(
                "functions-" + id,
                posts.annotate(value.named("f"))
                        .filter(POST.id.le(30))
                        .orderBy(POST.id)
                        .values(POST.id, value.named("f")));
    }

    /** Posts of many years, each with a value. */
    private Twin dated(String id, Expr<Post, ?> value) {
        return Rows.of(
                "functions-" + id,
                posts.annotate(value.named("f"))
                        .filter(POST.id.between(21, 40))
                        .orderBy(POST.id)
                        .values(POST.id, value.named("f")));
    }

    private List<Twin> texts() {
        var nameOrMail = USER.email.orElse(USER.username).named("f");
        return List.of(
                each("length", POST.title.length()),
                each("lower", POST.slug.lower()),
                each("upper", POST.description.upper()),
                each("left", POST.title.left(3)),
                each("right", POST.title.right(3)),
                each("substr-open", POST.title.substring(5)),
                each("replace", POST.title.replace(" ", "_")),
                each("trim", POST.title.trim()),
                each("lpad-truncates", POST.slug.lpad(3, "*")),
                each("rpad", POST.slug.rpad(12, "ab")),
                each("repeat", POST.slug.left(2).repeat(3)),
                each("reverse", POST.title.reversed()),
                each("str-index", POST.title.indexOf("e")),
                each("chr-ord", POST.slug.codePoint()),
                each("md5", POST.title.md5()),
                each("sha256", POST.title.sha256()),
                each("cast-int-text", POST.viewCount.asText()),
                Rows.of(
                        "functions-coalesce",
                        users.annotate(nameOrMail).orderBy(USER.id).values(USER.id, nameOrMail)));
    }

    private List<Twin> numbers() {
        return List.of(
                each("abs", POST.score.abs()),
                each("ceil", POST.score.ceil()),
                each("floor", POST.score.floor()),
                each("round-decimal", POST.price.round(1)),
                each("mod", POST.viewCount.mod(7)),
                each("op-mod", POST.viewCount.mod(7)),
                each("sqrt", POST.viewCount.sqrt()),
                each("sign", POST.score.sign()),
                each("bitand", POST.viewCount.bitAnd(12)),
                each("bitor", POST.viewCount.bitOr(1)),
                each("bitxor", POST.viewCount.bitXor(5)),
                each("bit-shift", POST.likeCount.shiftLeft(2)),
                each("bit-shift-right", POST.viewCount.shiftRight(1)),
                each("int-division", POST.viewCount.quotient(3)),
                each("coalesce-decimal", POST.price.orElse(new BigDecimal("0.00"))));
    }

    private List<Twin> times() {
        return List.of(
                dated("extract-year", POST.createdAt.year()),
                dated("extract-iso-year", POST.createdAt.isoYear()),
                dated("extract-week", POST.createdAt.week()),
                dated("extract-week-day", POST.createdAt.weekDay()),
                dated("extract-iso-week-day", POST.createdAt.isoWeekDay()),
                dated("extract-quarter", POST.createdAt.quarter()),
                dated(
                        "extract-hour-tz",
                        POST.createdAt.inZone(ZoneId.of("Europe/Berlin")).hour()),
                dated(
                        "extract-day-tz",
                        POST.createdAt.inZone(ZoneId.of("Pacific/Auckland")).day()),
                dated("extract-date-field", POST.publishedOn.day()),
                dated("trunc-year", POST.createdAt.truncTo(DateUnit.YEAR)),
                dated("trunc-quarter", POST.createdAt.truncTo(DateUnit.QUARTER)),
                dated("trunc-month", POST.createdAt.truncTo(DateUnit.MONTH)),
                dated("trunc-day", POST.createdAt.truncTo(DateUnit.DAY)),
                dated("trunc-hour", POST.createdAt.truncTo(DateUnit.HOUR)),
                dated("trunc-date", POST.createdAt.date()));
    }
}
