package org.fetchwise.processor;

import org.jspecify.annotations.Nullable;

/**
 * One call that is made at a moment in the life of an object.
 *
 * @param moment the constant of the moment, as in {@code PRE_PERSIST}
 * @param declaredIn the class that declares the method
 * @param method the method's name
 * @param listener the listener whose method it is, or null for a method of the object itself
 * @param parameter the type of the parameter of a listener's method, or null
 * @param visible whether generated code can call the method by its name
 */
record CallbackModel(
        String moment,
        TypeName declaredIn,
        String method,
        @Nullable TypeName listener,
        @Nullable TypeName parameter,
        boolean visible) {}
