package org.fetchwise.processor;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Checks an entity against every rule, so that all of its problems are reported at once. */
final class EntityValidator {
    private EntityValidator() {}

    static void check(
            TypeElement type,
            EntityModel entity,
            Hierarchy hierarchy,
            AccessorReader accessors,
            Names names,
            Problems problems) {
        new ClassRules(type, accessors, problems).check();
        new InheritanceRules(type, entity, hierarchy, problems).check();
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return;
        }
        new AnnotationRules(type, problems).check();
        new PlacementRules(type, entity, problems).check();
        new KeyRules(accessors.viewpoint(), entity, problems).check();
        new ColumnRules(type, entity, problems).check();
        new RelationRules(accessors.viewpoint(), entity, names, problems).check();
    }
}
