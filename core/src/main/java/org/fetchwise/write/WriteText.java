package org.fetchwise.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.compile.CompiledWrite;
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
    private final Explanation text;
    private final Set<EntityMeta<?>> collected = new LinkedHashSet<>();
    private final List<Runnable> updates = new ArrayList<>();
    private final List<Runnable> dependents = new ArrayList<>();

    private WriteText(String change, QueriedRows queried, References references, Defaults defaults) {
        this.text = new Explanation(change);
        this.queried = queried;
        this.references = references;
        this.defaults = defaults;
    }

    /** What an update sends. */
    static String ofUpdate(Write.Updating update, QueriedRows queried, References references, Defaults defaults) {
        return new WriteText(update.toString(), queried, references, defaults).updating(update);
    }

    /** What a deletion sends: {@link Deletion} without its rows. */
    static String ofDeletion(Query rows, QueriedRows queried, References references, Defaults defaults) {
        return new WriteText(new Write.Deleting(rows).toString(), queried, references, defaults).deleting(rows);
    }

    private String updating(Write.Updating update) {
        if (!update.rows().isEmpty()) {
            announced("update of " + update.rows().entity(), queried.whole(update));
        }
        return text.finished();
    }

    private String deleting(Query rows) {
        EntityMeta<?> entity = rows.entity();
        if (rows.isEmpty()) {
            return text.finished();
        }
        if (references.goAtOnce(entity)) {
            announced("deletion of " + entity, new Write.Deleting(rows));
            return text.finished();
        }
        keys("keys of " + entity, rows);
        collect(entity);
        updates.forEach(Runnable::run);
        dependents.forEach(Runnable::run);
        DeletionOrder order = new DeletionOrder(List.copyOf(collected), references);
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
        return text.finished();
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
        text.step(
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
        CompiledWrite compiled = queried.statements().writes().bind(write).compiled();
        text.step(title, compiled.statement().text(), compiled.writes());
    }

    private void unowned(String name, Delete delete) {
        text.step(
                "deletion of " + name,
                queried.statements().dialect().render(delete).text(),
                Set.of(Statements.table(delete)));
    }
}
