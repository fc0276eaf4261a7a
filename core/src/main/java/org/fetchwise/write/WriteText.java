package org.fetchwise.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.meta.ElementTable;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyColumns;
import org.fetchwise.meta.LinkTable;
import org.fetchwise.meta.ToOneAttribute;
import org.fetchwise.meta.ValueType;
import org.fetchwise.query.Query;
import org.fetchwise.query.Term;
import org.fetchwise.query.Write;
import org.fetchwise.sql.Delete;

/**
 * The statements of a change in the order in which they run, as text, and the tables that they write. Runs none of them, so that
 * it tells what is sent where there are rows at each step. Mutable, serves one call.
 */
final class WriteText {
    private final QueriedRows queried;
    private final References references;
    private final Defaults defaults;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> written = new TreeSet<>();
    private final Set<EntityMeta<?>> collected = new LinkedHashSet<>();
    private final List<Runnable> updates = new ArrayList<>();
    private final List<Runnable> dependents = new ArrayList<>();
    private int steps;

    WriteText(QueriedRows queried, References references, Defaults defaults) {
        this.queried = queried;
        this.references = references;
        this.defaults = defaults;
    }

    /** What an update sends. */
    String ofUpdate(Write.Updating update) {
        section("change", update.toString());
        if (!update.rows().isEmpty()) {
            announced("update of " + update.rows().entity(), queried.whole(update));
        }
        return finished();
    }

    /** What a deletion sends: {@link Deletion} without its rows. */
    String ofDeletion(Query rows) {
        EntityMeta<?> entity = rows.entity();
        section("change", new Write.Deleting(rows).toString());
        if (rows.isEmpty()) {
            return finished();
        }
        if (references.goAtOnce(entity)) {
            announced("deletion of " + entity, new Write.Deleting(rows));
            return finished();
        }
        keys("keys of " + entity, rows);
        collect(entity);
        updates.forEach(Runnable::run);
        dependents.forEach(Runnable::run);
        DeletionOrder order = new DeletionOrder(List.copyOf(collected));
        if (queried.statements().dialect().checksReferencesRowByRow()) {
            for (EntityMeta<?> each : collected) {
                for (ToOneAttribute relation : order.ties(each)) {
                    change("update of " + each, Deletion.cleared(collected(each, each.key()), relation.foreignKey()));
                }
            }
        }
        for (EntityMeta<?> each : order.inOrder()) {
            change("deletion of " + each, new Write.Deleting(collected(each, each.key())));
        }
        return finished();
    }

    private void collect(EntityMeta<?> entity) {
        if (!collected.add(entity)) {
            return;
        }
        for (References.Reference reference : references.to(entity)) {
            switch (reference) {
                case References.Link link -> {
                    LinkTable table = link.link();
                    dependents.add(
                            () -> unowned(link.name(), Deletion.ofOwners(entity, table.table(), table.ownerColumns())));
                }
                case References.Elements(String name, ElementTable table) ->
                    dependents.add(() -> unowned(name, Deletion.ofOwners(entity, table.table(), table.ownerColumns())));
                case References.ForeignKey foreignKey -> follow(foreignKey);
            }
        }
    }

    private void follow(References.ForeignKey reference) {
        EntityMeta<?> owner = reference.owner();
        ToOneAttribute relation = reference.relation();
        Query rows = collected(owner, relation.foreignKey());
        DeleteRule rule = relation.deleteRule();
        String through = owner + " through " + owner + "." + relation + ", " + rule;
        switch (rule) {
            case CASCADE -> {
                if (references.goAtOnce(owner) || references.goByQuery(owner)) {
                    Deletion.releases(references, defaults, owner, rows)
                            .forEach(update -> updates.add(
                                    () -> announced("update of " + update.rows().entity(), queried.whole(update))));
                    dependents.add(() -> announced("deletion of " + through, new Write.Deleting(rows)));
                } else {
                    keys("keys of " + through + (collected.contains(owner) ? ", and so on with these" : ""), rows);
                    collect(owner);
                }
            }
            case PROTECT, RESTRICT -> keys("keys of " + through, rows);
            case SET_NULL ->
                updates.add(() -> announced(
                        "update of " + through, queried.whole(Deletion.cleared(rows, relation.foreignKey()))));
            case SET_DEFAULT ->
                updates.add(() -> announced(
                        "update of " + through,
                        queried.whole(Deletion.byDefault(defaults, rows, relation.foreignKey()))));
            case DO_NOTHING, DATABASE -> {}
        }
    }

    /** The rows whose columns have one of the keys that were asked for. */
    private static Query collected(EntityMeta<?> entity, KeyColumns columns) {
        List<ValueType<?>> parts = columns.type().parts();
        Term.Values keys = parts.isEmpty()
                ? new Term.ListSlot(0, columns.type())
                : new Term.RowSlots(IntStream.range(0, parts.size())
                        .mapToObj(at -> new Term.ListSlot(at, parts.get(at)))
                        .toList());
        return Deletion.among(entity, columns, keys);
    }

    private void keys(String title, Query rows) {
        step(
                title,
                queried.statements()
                        .queries()
                        .apply(Statements.askingForKeys(rows))
                        .compiled()
                        .statement()
                        .text());
    }

    /** A change of which those who listen are told. */
    private void announced(String title, Write write) {
        EntityMeta<?> entity = write.rows().entity();
        if (queried.announcements().needKeys(entity)) {
            keys("keys of " + entity + " for those who listen", write.rows());
        }
        change(title, write);
    }

    private void change(String title, Write write) {
        written.addAll(queried.statements().tables(write));
        step(
                title,
                queried.statements().writes().bind(write).compiled().statement().text());
    }

    private void unowned(String name, Delete delete) {
        written.add(Statements.table(delete));
        step(
                "deletion of " + name,
                queried.statements().dialect().render(delete).text());
    }

    private void step(String title, String statement) {
        steps++;
        section(steps + ". " + title, statement);
    }

    private String finished() {
        section("writes", written.isEmpty() ? "nothing" : String.join(", ", written));
        return text.toString();
    }

    private void section(String title, String content) {
        text.append(title)
                .append('\n')
                .append("    ")
                .append(content.replace("\n", "\n    "))
                .append('\n');
    }
}
