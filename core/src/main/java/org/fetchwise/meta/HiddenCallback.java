package org.fetchwise.meta;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A callback that generated code cannot call by its name, because it is private or belongs to another package. Immutable. */
public final class HiddenCallback {
    private static final MethodType CALL = MethodType.methodType(void.class, Object.class);

    private final MethodHandle method;

    private HiddenCallback(MethodHandle method) {
        this.method = method.asType(CALL);
    }

    /**
     * {@return a callback of the objects themselves}
     *
     * @param own the lookup of the generated class
     * @param declaring the class that declares the method
     * @param name the method's name
     * @throws ReflectiveOperationException if there is no such method, or its module does not open its package
     */
    public static HiddenCallback of(MethodHandles.Lookup own, Class<?> declaring, String name)
            throws ReflectiveOperationException {
        return new HiddenCallback(MethodHandles.privateLookupIn(declaring, own)
                .findVirtual(declaring, name, MethodType.methodType(void.class)));
    }

    /**
     * {@return a callback of a listener}
     *
     * @param own the lookup of the generated class
     * @param declaring the class that declares the method
     * @param listener the listener
     * @param name the method's name
     * @param parameter the type of its parameter
     * @throws ReflectiveOperationException if there is no such method, or its module does not open its package
     */
    public static HiddenCallback of(
            MethodHandles.Lookup own, Class<?> declaring, Object listener, String name, Class<?> parameter)
            throws ReflectiveOperationException {
        return new HiddenCallback(MethodHandles.privateLookupIn(declaring, own)
                .findVirtual(declaring, name, MethodType.methodType(void.class, parameter))
                .bindTo(listener));
    }

    /**
     * Calls it.
     *
     * @param entity the object
     */
    @SuppressWarnings("CatchingUnchecked") // a method handle may throw anything; a callback declares nothing checked
    public void call(Object entity) {
        try {
            method.invokeExact(entity);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable undeclared) {
            throw new IllegalStateException(
                    "A callback of " + entity.getClass().getSimpleName() + " failed.", undeclared);
        }
    }
}
