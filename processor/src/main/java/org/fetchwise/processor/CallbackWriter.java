package org.fetchwise.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the part of {@code Access} that calls what is to be called in the life of objects. */
final class CallbackWriter {
    private final TypeName entity;
    private final List<CallbackModel> callbacks;
    private final List<TypeName> listeners;
    private final List<CallbackModel> hidden = new ArrayList<>();

    private CallbackWriter(TypeName entity, List<CallbackModel> callbacks) {
        this.entity = entity;
        this.callbacks = callbacks;
        Set<TypeName> named = new LinkedHashSet<>();
        for (CallbackModel callback : callbacks) {
            if (callback.listener() != null) {
                named.add(callback.listener());
            }
            if (!callback.visible() && hidden.stream().noneMatch(other -> isSameMethod(other, callback))) {
                hidden.add(callback);
            }
        }
        this.listeners = List.copyOf(named);
    }

    private static boolean isSameMethod(CallbackModel one, CallbackModel other) {
        return one.declaredIn().equals(other.declaredIn())
                && one.method().equals(other.method())
                && Objects.equals(one.listener(), other.listener());
    }

    /** {@return the fields and methods, nothing where nothing is called} */
    static String write(TypeName entity, List<CallbackModel> callbacks) {
        return callbacks.isEmpty() ? "" : new CallbackWriter(entity, callbacks).write();
    }

    private String write() {
        Map<String, List<CallbackModel>> byMoment = new LinkedHashMap<>();
        callbacks.forEach(callback -> byMoment.computeIfAbsent(callback.moment(), missing -> new ArrayList<>())
                .add(callback));
        return """

                private static final ${Set}<${Lifecycle}> CALLBACKS = ${Set}.of(%s);
            """.formatted(byMoment.keySet().stream()
                        .map(moment -> "${Lifecycle}." + moment)
                        .collect(Collectors.joining(", ")))
                + fields()
                + """

                    @Override
                    public ${Set}<${Lifecycle}> callbacks() {
                        return CALLBACKS;
                    }

                    @Override
                    public void call(${Lifecycle} moment, %1$s entity) {
                        switch (moment) {
                %2$s%3$s        }
                    }
                """.formatted(
                                entity,
                                byMoment.entrySet().stream()
                                        .map(entry -> branch(entry.getKey(), entry.getValue()))
                                        .collect(Collectors.joining()),
                                byMoment.size() == CallbackReader.MOMENTS.size() ? "" : "            default -> {}\n");
    }

    private String branch(String moment, List<CallbackModel> calls) {
        if (calls.size() == 1) {
            return "            case %s -> %s;\n".formatted(moment, call(calls.getFirst()));
        }
        return "            case %s -> {\n%s            }\n"
                .formatted(
                        moment,
                        calls.stream()
                                .map(callback -> "                %s;\n".formatted(call(callback)))
                                .collect(Collectors.joining()));
    }

    private String call(CallbackModel callback) {
        if (!callback.visible()) {
            return constant(callback) + ".call(entity)";
        }
        return callback.listener() == null
                ? "entity.%s()".formatted(callback.method())
                : "%s.%s(entity)".formatted(constant(callback.listener()), callback.method());
    }

    private String fields() {
        String made = listeners.stream()
                .map(listener ->
                        "    private static final %1$s %2$s = new %1$s();\n".formatted(listener, constant(listener)))
                .collect(Collectors.joining());
        String declared = hidden.stream()
                .map(callback -> "    private static final ${HiddenCallback} %s;\n".formatted(constant(callback)))
                .collect(Collectors.joining());
        return made + declared + (hidden.isEmpty() ? "" : lookups());
    }

    private String lookups() {
        return """

                static {
                    try {
                        ${MethodHandles}.Lookup own = ${MethodHandles}.lookup();
            %s        } catch (ReflectiveOperationException impossible) {
                        throw new ExceptionInInitializerError(impossible);
                    }
                }
            """.formatted(hidden.stream().map(this::lookup).collect(Collectors.joining()));
    }

    private String lookup(CallbackModel callback) {
        TypeName listener = callback.listener();
        return "            %s = ${HiddenCallback}.of(own, %s.class, %s%s);\n"
                .formatted(
                        constant(callback),
                        callback.declaredIn(),
                        listener == null ? "" : constant(listener) + ", ",
                        Names.literal(callback.method())
                                + (callback.parameter() == null ? "" : ", " + callback.parameter() + ".class"));
    }

    private String constant(TypeName listener) {
        return "LISTENER_" + listeners.indexOf(listener);
    }

    private String constant(CallbackModel callback) {
        for (int at = 0; at < hidden.size(); at++) {
            if (isSameMethod(hidden.get(at), callback)) {
                return "CALLBACK_" + at;
            }
        }
        throw new IllegalArgumentException(callback.method() + " is visible");
    }
}
