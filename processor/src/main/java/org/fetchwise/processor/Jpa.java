package org.fetchwise.processor;

/** The names of the annotations that carry the mapping. */
final class Jpa {
    static final String PACKAGE = "jakarta.persistence.";
    static final String ENTITY = PACKAGE + "Entity";
    static final String TABLE = PACKAGE + "Table";
    static final String ID = PACKAGE + "Id";
    static final String EMBEDDED_ID = PACKAGE + "EmbeddedId";
    static final String ID_CLASS = PACKAGE + "IdClass";
    static final String MAPS_ID = PACKAGE + "MapsId";
    static final String GENERATED_VALUE = PACKAGE + "GeneratedValue";
    static final String SEQUENCE_GENERATOR = PACKAGE + "SequenceGenerator";
    static final String TABLE_GENERATOR = PACKAGE + "TableGenerator";
    static final String LOB = PACKAGE + "Lob";
    static final String CONVERT = PACKAGE + "Convert";
    static final String CONVERTER = PACKAGE + "Converter";
    static final String ENUMERATED_VALUE = PACKAGE + "EnumeratedValue";
    static final String COLUMN = PACKAGE + "Column";
    static final String ENUMERATED = PACKAGE + "Enumerated";
    static final String BASIC = PACKAGE + "Basic";
    static final String TRANSIENT = PACKAGE + "Transient";
    static final String MAPPED_SUPERCLASS = PACKAGE + "MappedSuperclass";
    static final String INHERITANCE = PACKAGE + "Inheritance";
    static final String DISCRIMINATOR_COLUMN = PACKAGE + "DiscriminatorColumn";
    static final String DISCRIMINATOR_VALUE = PACKAGE + "DiscriminatorValue";
    static final String PRIMARY_KEY_JOIN_COLUMN = PACKAGE + "PrimaryKeyJoinColumn";
    static final String VERSION = PACKAGE + "Version";
    static final String EMBEDDABLE = PACKAGE + "Embeddable";
    static final String EMBEDDED = PACKAGE + "Embedded";
    static final String ATTRIBUTE_OVERRIDE = PACKAGE + "AttributeOverride";
    static final String ATTRIBUTE_OVERRIDES = PACKAGE + "AttributeOverrides";
    static final String TEMPORAL = PACKAGE + "Temporal";
    static final String ORDER_BY = PACKAGE + "OrderBy";
    static final String ORDER_COLUMN = PACKAGE + "OrderColumn";
    static final String ACCESS = PACKAGE + "Access";
    static final String ENTITY_LISTENERS = PACKAGE + "EntityListeners";
    static final String EXCLUDE_SUPERCLASS_LISTENERS = PACKAGE + "ExcludeSuperclassListeners";
    static final String EXCLUDE_DEFAULT_LISTENERS = PACKAGE + "ExcludeDefaultListeners";
    static final String MANY_TO_ONE = PACKAGE + "ManyToOne";
    static final String ONE_TO_ONE = PACKAGE + "OneToOne";
    static final String ONE_TO_MANY = PACKAGE + "OneToMany";
    static final String MANY_TO_MANY = PACKAGE + "ManyToMany";
    static final String JOIN_COLUMN = PACKAGE + "JoinColumn";
    static final String ELEMENT_COLLECTION = PACKAGE + "ElementCollection";
    static final String COLLECTION_TABLE = PACKAGE + "CollectionTable";
    static final String MAP_KEY_COLUMN = PACKAGE + "MapKeyColumn";
    static final String MAP_KEY_ENUMERATED = PACKAGE + "MapKeyEnumerated";
    static final String JOIN_COLUMNS = PACKAGE + "JoinColumns";
    static final String JOIN_TABLE = PACKAGE + "JoinTable";

    static final String HIBERNATE_PACKAGE = "org.hibernate.annotations.";
    static final String HIBERNATE_ON_DELETE = HIBERNATE_PACKAGE + "OnDelete";
    static final String HIBERNATE_JDBC_TYPE_CODE = HIBERNATE_PACKAGE + "JdbcTypeCode";
    static final String HIBERNATE_CREATION_TIMESTAMP = HIBERNATE_PACKAGE + "CreationTimestamp";
    static final String HIBERNATE_UPDATE_TIMESTAMP = HIBERNATE_PACKAGE + "UpdateTimestamp";
    static final String HIBERNATE_GENERATED = HIBERNATE_PACKAGE + "Generated";

    static final String ON_DELETE = "org.fetchwise.annotation.OnDelete";
    static final String ORDERING = "org.fetchwise.annotation.Ordering";
    static final String JSON = "org.fetchwise.annotation.Json";
    static final String DEFAULT = "org.fetchwise.annotation.Default";
    static final String CREATED_AT = "org.fetchwise.annotation.CreatedAt";
    static final String UPDATED_AT = "org.fetchwise.annotation.UpdatedAt";
    static final String CREATED_BY = "org.fetchwise.annotation.CreatedBy";
    static final String UPDATED_BY = "org.fetchwise.annotation.UpdatedBy";
    static final String SENSITIVE = "org.fetchwise.annotation.Sensitive";

    private Jpa() {}
}
