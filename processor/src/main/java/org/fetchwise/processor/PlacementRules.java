package org.fetchwise.processor;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which annotations belong on which kind of attribute; elsewhere they would be ignored, so they are refused. */
final class PlacementRules {
    private static final Map<String, Set<Place>> PLACES = Map.ofEntries(
            entry(Jpa.COLUMN, EnumSet.of(Place.COLUMN, Place.ELEMENTS)),
            entry(Jpa.VERSION, EnumSet.of(Place.COLUMN)),
            entry(Jpa.ORDER_BY, EnumSet.of(Place.LINK_TABLE, Place.JOINED, Place.OTHER_SIDE, Place.ELEMENTS)),
            entry(Jpa.ORDER_COLUMN, EnumSet.of(Place.LINK_TABLE, Place.JOINED, Place.OTHER_SIDE, Place.ELEMENTS)),
            entry(Jpa.EMBEDDED, EnumSet.of(Place.EMBEDDED)),
            entry(Jpa.ATTRIBUTE_OVERRIDE, EnumSet.of(Place.EMBEDDED, Place.ELEMENTS)),
            entry(Jpa.ATTRIBUTE_OVERRIDES, EnumSet.of(Place.EMBEDDED, Place.ELEMENTS)),
            entry(Jpa.BASIC, EnumSet.of(Place.COLUMN)),
            entry(Jpa.ENUMERATED, EnumSet.of(Place.COLUMN, Place.ELEMENTS)),
            entry(Jpa.LOB, EnumSet.of(Place.COLUMN, Place.ELEMENTS)),
            entry(Jpa.TEMPORAL, EnumSet.of(Place.COLUMN, Place.ELEMENTS)),
            entry(Jpa.CONVERT, EnumSet.of(Place.COLUMN, Place.ELEMENTS)),
            entry(Jpa.SEQUENCE_GENERATOR, EnumSet.of(Place.COLUMN)),
            entry(Jpa.TABLE_GENERATOR, EnumSet.of(Place.COLUMN)),
            entry(Jpa.GENERATED_VALUE, EnumSet.of(Place.COLUMN)),
            entry(Jpa.JSON, EnumSet.of(Place.COLUMN, Place.ELEMENTS)),
            entry(Jpa.HIBERNATE_JDBC_TYPE_CODE, EnumSet.of(Place.COLUMN)),
            entry(Jpa.HIBERNATE_CREATION_TIMESTAMP, EnumSet.of(Place.COLUMN)),
            entry(Jpa.HIBERNATE_UPDATE_TIMESTAMP, EnumSet.of(Place.COLUMN)),
            entry(Jpa.CREATED_AT, EnumSet.of(Place.COLUMN)),
            entry(Jpa.UPDATED_AT, EnumSet.of(Place.COLUMN)),
            entry(Jpa.CREATED_BY, EnumSet.of(Place.COLUMN)),
            entry(Jpa.UPDATED_BY, EnumSet.of(Place.COLUMN)),
            entry(Jpa.HIBERNATE_GENERATED, EnumSet.of(Place.COLUMN)),
            entry(Jpa.DEFAULT, EnumSet.of(Place.COLUMN, Place.FOREIGN_KEY)),
            entry(Jpa.SENSITIVE, EnumSet.of(Place.COLUMN, Place.FOREIGN_KEY)),
            entry(Jpa.JOIN_COLUMN, EnumSet.of(Place.FOREIGN_KEY, Place.JOINED)),
            entry(Jpa.JOIN_COLUMNS, EnumSet.of(Place.FOREIGN_KEY, Place.JOINED)),
            entry(Jpa.EMBEDDED_ID, EnumSet.of(Place.EMBEDDED)),
            entry(Jpa.ON_DELETE, EnumSet.of(Place.FOREIGN_KEY, Place.JOINED)),
            entry(Jpa.HIBERNATE_ON_DELETE, EnumSet.of(Place.FOREIGN_KEY, Place.JOINED)),
            entry(Jpa.COLLECTION_TABLE, EnumSet.of(Place.ELEMENTS)),
            entry(Jpa.MAP_KEY_COLUMN, EnumSet.of(Place.ELEMENTS)),
            entry(Jpa.MAP_KEY_ENUMERATED, EnumSet.of(Place.ELEMENTS)),
            entry(Jpa.JOIN_TABLE, EnumSet.of(Place.LINK_TABLE)));

    private final TypeElement type;
    private final EntityModel entity;
    private final Problems problems;

    PlacementRules(TypeElement type, EntityModel entity, Problems problems) {
        this.type = type;
        this.entity = entity;
        this.problems = problems;
    }

    /** What an attribute is kept in. */
    private enum Place {
        COLUMN("a plain column"),
        EMBEDDED("an embedded object"),
        FOREIGN_KEY("a relation with a foreign key"),
        JOINED("a relation with a foreign key in the table of its target"),
        LINK_TABLE("a relation with a link table"),
        ELEMENTS("a collection of values"),
        OTHER_SIDE("a relation that is mapped by its other side");

        private final String description;

        Place(String description) {
            this.description = description;
        }
    }

    void check() {
        for (VariableElement field : EntityReader.mappedFields(type)) {
            Place place = place(field.getSimpleName().toString());
            if (place != null) {
                annotationsBelong(field, place);
            }
        }
    }

    private void annotationsBelong(VariableElement field, Place place) {
        for (AnnotationView annotation : AnnotationView.of(field)) {
            Set<Place> places = PLACES.get(annotation.name());
            if (places != null && !places.contains(place)) {
                problems.error(
                        field,
                        annotation.mirror(),
                        Enclosing.describe(field) + " is " + place.description + ", on which @"
                                + annotation.simpleName()
                                + " says nothing. Remove it"
                                + (place == Place.OTHER_SIDE && places.contains(Place.FOREIGN_KEY)
                                        ? ", or write it on the other side."
                                        : "."));
            }
        }
    }

    private @Nullable Place place(String attribute) {
        if (entity.findColumn(attribute) != null) {
            return Place.COLUMN;
        }
        if (entity.embedded().stream().anyMatch(object -> object.name().equals(attribute))) {
            return Place.EMBEDDED;
        }
        RelationModel relation = entity.findRelation(attribute);
        return relation == null
                ? null
                : switch (relation) {
                    case RelationModel.Owning owning -> Place.FOREIGN_KEY;
                    case RelationModel.Joined joined -> Place.JOINED;
                    case RelationModel.Linked linked -> Place.LINK_TABLE;
                    case RelationModel.Elements elements -> Place.ELEMENTS;
                    case RelationModel.Reverse reverse -> Place.OTHER_SIDE;
                    case RelationModel.Mapped mapped -> Place.OTHER_SIDE;
                };
    }
}
