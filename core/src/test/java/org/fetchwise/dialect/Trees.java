package org.fetchwise.dialect;

import java.util.List;
import java.util.stream.Stream;
import org.fetchwise.meta.ColumnAttribute;
import org.fetchwise.meta.ColumnAttribute.Trait;
import org.fetchwise.meta.EntityAccess;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.FetchGroup;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.RelationAttribute;
import org.fetchwise.meta.RowReader;
import org.fetchwise.meta.StorageType;
import org.fetchwise.meta.TableConstraints;
import org.fetchwise.meta.ValueType;
import org.fetchwise.sql.FromItem;
import org.fetchwise.sql.Output;
import org.fetchwise.sql.Select;
import org.fetchwise.sql.SortKey;
import org.fetchwise.sql.SqlExpr;
import org.fetchwise.sql.SqlExpr.ColumnRef;
import org.fetchwise.sql.SqlExpr.Constant;
import org.fetchwise.sql.SqlExpr.Parameter;
import org.jspecify.annotations.Nullable;

/** Short ways to write SQL trees and descriptions of entities in tests. The one table is called {@code book} and {@code b}. */
public final class Trees {
    public static final ColumnRef ID = column("id", StorageType.BIGINT);
    public static final ColumnRef TITLE = column("title", StorageType.VARCHAR);
    public static final ColumnRef PAGES = column("pages", StorageType.INTEGER);
    public static final ColumnRef PRICE = column("price", StorageType.DECIMAL);
    public static final ColumnRef LENT = column("lent", StorageType.BOOLEAN);

    public static final ColumnAttribute ID_COLUMN = attribute(0, "id", ValueType.LONG, Trait.KEY);
    public static final ColumnAttribute TITLE_COLUMN = attribute(1, "title", ValueType.STRING, Trait.NULLABLE);
    public static final ColumnAttribute PAGES_COLUMN = attribute(2, "pages", ValueType.INTEGER, Trait.NULLABLE);

    private Trees() {}

    public static ColumnRef column(String name, StorageType type) {
        return new ColumnRef("b", name, type);
    }

    public static Parameter parameter(int slot, StorageType type) {
        return new Parameter(slot, type);
    }

    public static Constant constant(@Nullable Object value) {
        return new Constant(value);
    }

    public static SqlExpr equal(SqlExpr left, SqlExpr right) {
        return new SqlExpr.Comparison(SqlExpr.ComparisonOperator.EQUAL, left, right);
    }

    /** {@return {@code SELECT outputs FROM book b}} */
    public static Select select(SqlExpr... outputs) {
        List<Output> unnamed =
                Stream.of(outputs).map(value -> new Output(value, null)).toList();
        return new Select(
                false,
                unnamed,
                new FromItem.Table("book", "b"),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    public static Select where(Select select, SqlExpr condition) {
        return new Select(
                select.distinct(),
                select.outputs(),
                select.from(),
                select.joins(),
                condition,
                select.groupBy(),
                select.having(),
                select.orderBy(),
                select.limit(),
                select.offset());
    }

    public static Select ordered(Select select, SortKey... keys) {
        return new Select(
                select.distinct(),
                select.outputs(),
                select.from(),
                select.joins(),
                select.where(),
                select.groupBy(),
                select.having(),
                List.of(keys),
                select.limit(),
                select.offset());
    }

    public static Select sliced(Select select, @Nullable SqlExpr limit, @Nullable SqlExpr offset) {
        return new Select(
                select.distinct(),
                select.outputs(),
                select.from(),
                select.joins(),
                select.where(),
                select.groupBy(),
                select.having(),
                select.orderBy(),
                limit,
                offset);
    }

    public static ColumnAttribute attribute(int index, String name, ValueType<?> type, Trait... traits) {
        return new ColumnAttribute(index, name, name, type, 100, 15, 4, null, traits);
    }

    /** {@return the foreign key column of a relation to an entity whose key is a long} */
    public static ColumnAttribute foreignKey(int index, String name, Trait... traits) {
        Trait[] all =
                Stream.concat(Stream.of(Trait.FOREIGN_KEY), Stream.of(traits)).toArray(Trait[]::new);
        return new ColumnAttribute(index, name + ".id", name + "_id", ValueType.LONG, 0, 0, 0, null, all);
    }

    /** {@return an entity whose objects nobody reads} */
    public static EntityMeta<Object> entity(
            String table,
            List<ColumnAttribute> columns,
            List<? extends RelationAttribute> relations,
            List<List<String>> unique) {
        return new EntityMeta<>(
                Object.class,
                table,
                columns,
                List.copyOf(relations),
                List.of(),
                List.of(),
                new TableConstraints(
                        unique.stream()
                                .map(names -> new TableConstraints.Unique("", names))
                                .toList(),
                        List.of()),
                columns.getFirst().is(Trait.GENERATED) ? new KeyGeneration.Identity() : new KeyGeneration.Assigned(),
                new Untouched(),
                0L);
    }

    /** {@return access to objects that nobody reads} */
    public static EntityAccess<Object> untouched() {
        return new Untouched();
    }

    private static final class Untouched extends EntityAccess<Object> {
        @Override
        public Object newManaged(FetchGroup group) {
            throw new AssertionError();
        }

        @Override
        public void read(Object entity, RowReader row, long columns, int at) {
            throw new AssertionError();
        }

        @Override
        public Object get(Object entity, int attribute) {
            throw new AssertionError();
        }

        @Override
        public void set(Object entity, int attribute, @Nullable Object value) {
            throw new AssertionError();
        }
    }
}
