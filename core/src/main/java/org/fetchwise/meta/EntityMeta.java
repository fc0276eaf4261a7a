package org.fetchwise.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fetchwise.error.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * The description of an entity: its table, its attributes and the generated access to its objects. One object describes
 * one entity; descriptions are compared by identity.
 *
 * @param <T> the entity
 */
public final class EntityMeta<T> {
    private final Class<T> type;
    private final String table;
    private final List<ColumnAttribute> columns;
    private final List<RelationAttribute> relations;
    private final List<EmbeddedAttribute> embedded;
    private final List<OrderBy> ordering;
    private final TableConstraints constraints;
    private final KeyGeneration keyGeneration;
    private final EntityAccess<T> access;
    private final long alwaysWritten;
    private final KeyColumns key;
    private final @Nullable ColumnAttribute version;
    private final Map<String, Attribute> byName = new HashMap<>();
    private final long eagerColumns;
    private final long[] units;
    private final @Nullable Attribute[] byIndex;
    private final @Nullable ElementTable elements;
    private final @Nullable ValueType<?> keyType;
    private final @Nullable Inheritance inheritance;

    /** What the entities below it add, found when it is first asked for: by then all descriptions exist. */
    private volatile @Nullable Family<T> family;

    /**
     * Describes an entity.
     *
     * @param type the entity class
     * @param table the table's name, unquoted, with dots between it and its schema and catalog where these are given
     * @param columns the columns, in the order of their indexes, which begin with 0; those of the key follow each other
     * @param relations the relations, in the order of their indexes, which go on where those of the columns end
     * @param embedded the embedded objects, in the order of their positions, which begin with 0
     * @param ordering the default ordering, empty where there is none
     * @param constraints what the table has beyond its columns
     * @param keyGeneration who makes the keys of new rows
     * @param access the generated access
     * @param alwaysWritten the bits of the columns that methods of the entity write without a setter
     */
    public EntityMeta(
            Class<T> type,
            String table,
            List<ColumnAttribute> columns,
            List<RelationAttribute> relations,
            List<EmbeddedAttribute> embedded,
            List<OrderBy> ordering,
            TableConstraints constraints,
            KeyGeneration keyGeneration,
            EntityAccess<T> access,
            long alwaysWritten) {
        this(
                type,
                table,
                columns,
                relations,
                embedded,
                ordering,
                constraints,
                keyGeneration,
                access,
                alwaysWritten,
                null,
                null,
                null);
    }

    private EntityMeta(
            Class<T> type,
            String table,
            List<ColumnAttribute> columns,
            List<RelationAttribute> relations,
            List<EmbeddedAttribute> embedded,
            List<OrderBy> ordering,
            TableConstraints constraints,
            KeyGeneration keyGeneration,
            EntityAccess<T> access,
            long alwaysWritten,
            @Nullable ElementTable elements,
            @Nullable ValueType<?> keyType,
            @Nullable Inheritance inheritance) {
        this.keyType = keyType;
        this.inheritance = inheritance;
        this.elements = elements;
        this.type = type;
        this.table = table;
        this.columns = List.copyOf(columns);
        this.relations = List.copyOf(relations);
        this.embedded = List.copyOf(embedded);
        units = units(columns, embedded);
        this.ordering = List.copyOf(ordering);
        this.constraints = constraints;
        this.keyGeneration = keyGeneration;
        this.access = access;
        this.alwaysWritten = alwaysWritten;
        long eager = 0;
        List<ColumnAttribute> keys = new ArrayList<>(1);
        ColumnAttribute versioned = null;
        for (ColumnAttribute column : columns) {
            byName.put(column.name(), column);
            if (!column.is(ColumnAttribute.Trait.LAZY)) {
                eager |= column.bit();
            }
            if (column.is(ColumnAttribute.Trait.KEY)) {
                keys.add(column);
            }
            if (column.is(ColumnAttribute.Trait.VERSION)) {
                versioned = column;
            }
        }
        for (RelationAttribute relation : relations) {
            byName.put(relation.name(), relation);
        }
        if (keys.isEmpty()) {
            throw new MappingException(type.getName() + " has no @Id attribute.");
        }
        key = key(keys, embedded, keyType);
        version = versioned;
        eagerColumns = eager;
        byIndex = new Attribute[Long.SIZE];
        columns.forEach(column -> byIndex[column.index()] = column);
        relations.forEach(relation -> byIndex[relation.index()] = relation);
    }

    static EntityMeta<Unmanaged> ofElements(
            ElementTable elements,
            List<ColumnAttribute> columns,
            ToOneAttribute owner,
            List<EmbeddedAttribute> embedded,
            EntityAccess<Unmanaged> access) {
        return new EntityMeta<>(
                Unmanaged.class,
                elements.table(),
                columns,
                List.of(owner),
                embedded,
                List.of(),
                TableConstraints.NONE,
                new KeyGeneration.Assigned(),
                access,
                0,
                elements,
                null,
                null);
    }

    /**
     * {@return the description of an entity that is only read, because its class is a record or final}
     *
     * @param type the entity class
     * @param table the table's name, unquoted, with dots between it and its schema and catalog where these are given
     * @param columns the columns, in the order of their indexes, which begin with 0; exactly one is the key
     * @param embedded the embedded objects, in the order of their positions, which begin with 0
     * @param ordering the default ordering, empty where there is none
     * @param constraints what the table has beyond its columns
     * @param keyGeneration who makes the keys of new rows
     * @param access the generated access
     * @param <T> the entity
     */
    @SuppressWarnings("unchecked") // what it makes is seen as an object of the entity only after it is read
    public static <T> EntityMeta<T> readOnly(
            Class<T> type,
            String table,
            List<ColumnAttribute> columns,
            List<EmbeddedAttribute> embedded,
            List<OrderBy> ordering,
            TableConstraints constraints,
            KeyGeneration keyGeneration,
            ReadOnlyAccess<T> access) {
        EntityAccess<?> reading = access;
        return new EntityMeta<>(
                type,
                table,
                columns,
                List.of(),
                embedded,
                ordering,
                constraints,
                keyGeneration,
                (EntityAccess<T>) reading,
                0);
    }

    /** {@return whether objects are only read, whole and unmanaged} */
    public boolean isReadOnly() {
        EntityAccess<?> any = access;
        return any instanceof ReadOnlyAccess<?>;
    }

    /** {@return the table whose rows are the values of a collection, where that is described; null for an entity} */
    public @Nullable ElementTable elements() {
        return elements;
    }

    /**
     * {@return the same entity, whose key is an object of a class of its own, made of several attributes}
     *
     * @param keyType the type of the keys
     */
    public EntityMeta<T> keyedBy(ValueType<?> keyType) {
        return with(keyType, inheritance);
    }

    /**
     * {@return the same entity, at a place among those whose classes extend each other}
     *
     * @param place the place
     */
    public EntityMeta<T> inheriting(Inheritance place) {
        return with(keyType, place);
    }

    private EntityMeta<T> with(@Nullable ValueType<?> keys, @Nullable Inheritance place) {
        return new EntityMeta<>(
                type,
                table,
                columns,
                relations,
                embedded,
                ordering,
                constraints,
                keyGeneration,
                access,
                alwaysWritten,
                elements,
                keys,
                place);
    }

    /** {@return its place among the entities whose classes extend each other, null where it stands alone} */
    public @Nullable Inheritance inheritance() {
        return inheritance;
    }

    /** {@return the topmost of the entities that it extends, itself where it extends none} */
    public EntityMeta<?> root() {
        EntityMeta<?> above = inheritance == null ? null : inheritance.parent();
        return above == null ? this : above.root();
    }

    /** {@return this entity and all that extend it, each before those below it} */
    public List<EntityMeta<?>> withSubclasses() {
        return inheritance == null ? List.of(this) : family().members();
    }

    /** {@return whether rows of the table are of other entities, which a query of this one leaves out} */
    public boolean isNarrowed() {
        return inheritance != null && inheritance.parent() != null;
    }

    /** {@return whether rows may be of entities that extend this one} */
    public boolean hasSubclasses() {
        return inheritance != null && family().members().size() > 1;
    }

    /** {@return whether the attributes that it inherits, or that others add, stand in further tables} */
    public boolean isJoined() {
        return inheritance != null && inheritance.strategy() == Inheritance.Strategy.JOINED;
    }

    /**
     * {@return the entity whose table has an attribute's column, among this one, those that it extends and those that extend it}
     *
     * @param index the attribute's index
     */
    public EntityMeta<?> tableOwner(int index) {
        if (!isJoined() || index == OneSidedReference.INDEX) {
            return this;
        }
        for (EntityMeta<?> member : withSubclasses()) {
            if (member.has(index)) {
                return member.declaring(index);
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    /**
     * {@return the tables that its rows stand in, that of the topmost entity first, each as an entity without relations to others
     * that extend it; of an entity whose rows stand in one table itself}
     */
    public List<EntityMeta<T>> parts() {
        if (!isJoined()) {
            return List.of(this);
        }
        List<EntityMeta<T>> parts = new ArrayList<>();
        for (EntityMeta<?> at = this;
                at != null;
                at = Objects.requireNonNull(at.inheritance).parent()) {
            parts.addFirst(part(at));
        }
        return parts;
    }

    /** The attributes that an entity adds, and its key, as objects of this one hold them. */
    private EntityMeta<T> part(EntityMeta<?> of) {
        Inheritance place = Objects.requireNonNull(of.inheritance);
        boolean top = place.parent() == null;
        List<ColumnAttribute> own = of.columns.stream()
                .filter(column -> of.key.has(column) || of.declaring(column.index()) == of)
                .filter(column -> !column.column().isEmpty())
                .map(column -> top ? column : column.without(ColumnAttribute.Trait.GENERATED, of.key.has(column)))
                .toList();
        List<RelationAttribute> ownRelations = of.relations.stream()
                .filter(relation -> of.declaring(relation.index()) == of)
                .toList();
        List<EmbeddedAttribute> ownEmbedded = of.embedded.stream()
                .filter(object -> own.containsAll(object.columns()))
                .toList();
        return new EntityMeta<>(
                type,
                of.table,
                own,
                ownRelations,
                ownEmbedded,
                List.of(),
                of.constraints,
                top ? keyGeneration : new KeyGeneration.Assigned(),
                access(),
                0,
                null,
                keyType,
                null);
    }

    /**
     * {@return whether this entity is another one or extends it}
     *
     * @param other an entity
     */
    public boolean isA(EntityMeta<?> other) {
        return this == other || (other.inheritance != null && other.family().has(this));
    }

    /** {@return the values of the discriminator in the rows of this entity and of those that extend it} */
    public List<Object> discriminatorValues() {
        return inheritance == null ? List.of() : family().values();
    }

    /**
     * {@return the entity, this one or one that extends it, of the rows with a value of the discriminator}
     *
     * @param value the value
     */
    public EntityMeta<?> ofValue(@Nullable Object value) {
        return family().ofValue(value);
    }

    /**
     * {@return the entity of an object: this one, or one that extends it}
     *
     * @param object a plain or a managed object
     */
    @SuppressWarnings("unchecked") // an object of an entity that extends this one is one of this, too
    public EntityMeta<T> of(T object) {
        return inheritance == null ? this : (EntityMeta<T>) family().of(object);
    }

    private Family<T> family() {
        Family<T> known = family;
        if (known == null) {
            known = new Family<>(this);
            family = known;
        }
        return known;
    }

    EntityAccess<T> ownAccess() {
        return access;
    }

    long ownUnit(int column) {
        return units[column];
    }

    /**
     * {@return whether objects of this very entity have an attribute}
     *
     * @param index the index of an attribute of this entity or of one that it extends or that extends it
     */
    public boolean has(int index) {
        return byIndex[index] != null;
    }

    /**
     * {@return the attribute of an index}
     *
     * @param index the index; an attribute of this very entity must have it
     */
    public Attribute attribute(int index) {
        Attribute found = byIndex[index];
        if (found == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return found;
    }

    /** {@return how many places an array needs that holds something for each column by its index} */
    public int places() {
        return columns.getLast().index() + 1;
    }

    /**
     * {@return the topmost of the entities that it extends that has an attribute, itself where none has it}
     *
     * @param index the attribute's index
     */
    public EntityMeta<?> declaring(int index) {
        EntityMeta<?> above = inheritance == null ? null : inheritance.parent();
        return above != null && above.has(index) ? above.declaring(index) : this;
    }

    /** The key is what all its columns are embedded in, an object of the type given, or else the list of their values. */
    private static KeyColumns key(
            List<ColumnAttribute> columns, List<EmbeddedAttribute> embedded, @Nullable ValueType<?> keyType) {
        for (EmbeddedAttribute object : embedded) {
            if (object.columns().equals(columns)) {
                return KeyColumns.of(columns, object::type);
            }
        }
        if (keyType == null && columns.size() == 1) {
            return KeyColumns.of(columns.getFirst());
        }
        ValueType<?> type = keyType != null
                ? keyType
                : ValueType.tuple(columns.stream()
                        .<ValueType<?>>map(ColumnAttribute::type)
                        .toList());
        return KeyColumns.of(columns, () -> type);
    }

    /** {@return the entity class} */
    public Class<T> type() {
        return type;
    }

    /** {@return the entity's name: the simple name of its class} */
    public String name() {
        return elements == null ? type.getSimpleName() : elements.name();
    }

    /** {@return the table's name, unquoted, with dots between it and its schema and catalog where these are given} */
    public String table() {
        return table;
    }

    /** {@return the columns, by index} */
    public List<ColumnAttribute> columns() {
        return columns;
    }

    /** {@return the relations, by index} */
    public List<RelationAttribute> relations() {
        return relations;
    }

    /** {@return the embedded objects, by position} */
    public List<EmbeddedAttribute> embedded() {
        return embedded;
    }

    /**
     * {@return the embedded object of a name, or null}
     *
     * @param name the name
     */
    public @Nullable EmbeddedAttribute findEmbedded(String name) {
        for (EmbeddedAttribute candidate : embedded) {
            if (candidate.name().equals(name)) {
                return candidate;
            }
        }
        return null;
    }

    /**
     * {@return the bits of the columns that are read together with a column: its own, or those of the whole embedded object
     * that it is a part of}
     *
     * @param column the index of a column
     */
    public long unit(int column) {
        return inheritance == null ? units[column] : family().unit(column);
    }

    private static long[] units(List<ColumnAttribute> columns, List<EmbeddedAttribute> embedded) {
        long[] units = new long[Long.SIZE];
        columns.forEach(column -> units[column.index()] = column.bit());
        for (EmbeddedAttribute object : embedded) {
            for (ColumnAttribute column : object.columns()) {
                units[column.index()] |= object.bits();
            }
        }
        return units;
    }

    /** {@return the default ordering, empty where there is none} */
    public List<OrderBy> ordering() {
        return ordering;
    }

    /** {@return the unique constraints over several columns, and the indexes} */
    public TableConstraints constraints() {
        return constraints;
    }

    /**
     * {@return whether an index begins with a column, as far as the mapping tells: that of the key, of a foreign key, of a unique
     * constraint, or one that is declared}
     *
     * @param column one of the columns
     */
    public boolean isIndexed(ColumnAttribute column) {
        return column == key.first()
                || column.is(ColumnAttribute.Trait.FOREIGN_KEY)
                || column.is(ColumnAttribute.Trait.UNIQUE)
                || constraints.isIndexed(column.column());
    }

    /** {@return who makes the keys of new rows} */
    public KeyGeneration keyGeneration() {
        return keyGeneration;
    }

    /** {@return the generated access to the entity's objects} */
    public EntityAccess<T> access() {
        return inheritance == null ? access : family().access();
    }

    /**
     * {@return the bits of the columns that are part of every save, because methods of the entity write their fields directly,
     * which no dirty bit can show}
     */
    public long alwaysWritten() {
        return alwaysWritten;
    }

    /** {@return the columns of the primary key} */
    public KeyColumns key() {
        return key;
    }

    /** {@return the column that changes with each save, or null where the entity has none} */
    public @Nullable ColumnAttribute version() {
        return version;
    }

    /** {@return the bits of the columns that every object is read with, whatever its query names: key and version} */
    public long alwaysRead() {
        long type = inheritance == null ? 0 : inheritance.discriminator().bit();
        return key.bits() | type | (version == null ? 0 : version.bit());
    }

    /** {@return the bits of the columns that a query reads when nothing else is said, those of entities that extend this one too} */
    public long eagerColumns() {
        return inheritance == null ? eagerColumns : family().eagerColumns();
    }

    /**
     * {@return the attribute of a name, or null; also one of an entity that extends this one, where only one has that name}
     *
     * @param name the name
     */
    public @Nullable Attribute find(String name) {
        Attribute own = byName.get(name);
        return own != null || inheritance == null ? own : family().find(name);
    }

    /**
     * {@return the relation of a name}
     *
     * @param name the name; a relation of that name must exist
     */
    public RelationAttribute relation(String name) {
        if (find(name) instanceof RelationAttribute relation) {
            return relation;
        }
        throw new MappingException("No relation '" + name + "' on " + name() + ". Relations: " + relations);
    }

    /**
     * {@return the owning relation that has a column for its foreign key, or for a part of it, and for nothing else; or null}
     *
     * @param column a column of this entity
     */
    public @Nullable ToOneAttribute relationOf(ColumnAttribute column) {
        for (RelationAttribute relation : relations) {
            if (relation instanceof ToOneAttribute toOne
                    && toOne.isOwning()
                    && column.is(ColumnAttribute.Trait.FOREIGN_KEY)
                    && column.name().startsWith(toOne.name() + ".")) {
                return toOne;
            }
        }
        return null;
    }

    /**
     * {@return the columns whose bits are set, in the order of their bits}
     *
     * @param bits state bits of columns
     */
    public List<ColumnAttribute> columnsOf(long bits) {
        return chosen(columns, bits);
    }

    private static List<ColumnAttribute> chosen(List<ColumnAttribute> columns, long bits) {
        List<ColumnAttribute> chosen = new ArrayList<>(Long.bitCount(bits));
        for (ColumnAttribute column : columns) {
            if ((bits & column.bit()) != 0) {
                chosen.add(column);
            }
        }
        return chosen;
    }

    /** {@return the columns in the rows of a query: those of this entity and of all that extend it, by index} */
    public List<ColumnAttribute> columnsOfRows() {
        return inheritance == null ? columns : family().columns();
    }

    /**
     * {@return some of the columns in the rows of a query, by index}
     *
     * @param bits the bits of the columns
     */
    public List<ColumnAttribute> columnsOfRows(long bits) {
        return chosen(columnsOfRows(), bits);
    }

    /** {@return whether no object is of this very class} */
    public boolean isAbstract() {
        return inheritance != null && inheritance.value() == null;
    }

    /**
     * {@return the key of an object, null where it has none yet}
     *
     * @param entity a plain or a managed object
     */
    public @Nullable Object keyOf(T entity) {
        return key.of(access(), entity);
    }

    /**
     * {@return a value of the columns that make the key of an object, null where it has none yet}
     *
     * @param entity a plain or a managed object
     * @param part the place of the column among those of the key, counted from 0
     */
    public @Nullable Object partOfKey(T entity, int part) {
        return access().get(entity, key.columns().get(part).index());
    }

    @Override
    public String toString() {
        return name();
    }
}
