package org.fetchwise.spi;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import org.fetchwise.meta.Managed;
import org.jspecify.annotations.Nullable;

/**
 * A line of the user's program.
 *
 * @param className the class's binary name
 * @param methodName the method's name
 * @param fileName the source file's name, or null where the class file does not say
 * @param line the line, counted from 1, or negative where the class file does not say
 */
public record Origin(
        String className, String methodName, @Nullable String fileName, int line) {
    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final Origin UNKNOWN = new Origin("unknown", "unknown", null, -1);

    /** Whether frames of a class are passed over: those of the JDK, of this library and of generated entity classes. */
    private static final ClassValue<Boolean> PASSED_OVER = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            ClassLoader loader = type.getClassLoader();
            if (loader == null || loader.equals(ClassLoader.getPlatformClassLoader())) {
                return true;
            }
            CodeSource source = type.getProtectionDomain().getCodeSource();
            CodeSource own = Origin.class.getProtectionDomain().getCodeSource();
            return Managed.class.isAssignableFrom(type)
                    || (source != null && own != null && own.getLocation().equals(source.getLocation()));
        }
    };

    /** {@return the line of the user's program that is being executed by the current thread} It costs about a microsecond. */
    public static Origin caller() {
        return WALKER.walk(frames -> frames.filter(frame -> !PASSED_OVER.get(frame.getDeclaringClass()))
                .findFirst()
                .map(Origin::of)
                .orElse(UNKNOWN));
    }

    private static Origin of(StackFrame frame) {
        return new Origin(frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    /** {@return the line as a stack trace prints it, which editors make a link of} */
    @Override
    public String toString() {
        return new StackTraceElement(className, methodName, fileName, line).toString();
    }
}
