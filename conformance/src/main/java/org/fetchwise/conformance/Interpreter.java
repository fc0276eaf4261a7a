package org.fetchwise.conformance;

import org.fetchwise.Database;

/**
 * The parts that turn the JSON of a case into calls of the API, one into one. Each idea has a file of its own, and reads
 * what is nested in it with the other parts.
 */
final class Interpreter {
    private final Database database;
    private final Names names = new Names();
    private final Queries queries = new Queries(this);
    private final Conditions conditions = new Conditions(this);
    private final Operands operands = new Operands(this);
    private final Expressions expressions = new Expressions(this);
    private final Items items = new Items(this);
    private final Prefetches prefetches = new Prefetches(this);

    /**
     * Creates an interpreter for one case.
     *
     * @param database the handle that its queries belong to
     */
    Interpreter(Database database) {
        this.database = database;
    }

    /** An interpreter for a query within a condition or an expression, whose names are its own. */
    Interpreter within() {
        return new Interpreter(database);
    }

    Database database() {
        return database;
    }

    /** What the case has named so far. */
    Names names() {
        return names;
    }

    Queries queries() {
        return queries;
    }

    Conditions conditions() {
        return conditions;
    }

    Operands operands() {
        return operands;
    }

    Expressions expressions() {
        return expressions;
    }

    Items items() {
        return items;
    }

    Prefetches prefetches() {
        return prefetches;
    }
}
