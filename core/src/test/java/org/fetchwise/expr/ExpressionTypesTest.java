package org.fetchwise.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fetchwise.QuerySet;
import org.fetchwise.Values;
import org.junit.jupiter.api.Test;

class ExpressionTypesTest {
    /** Within a custom queryset its methods hide every static import of the same name, whatever the parameters. */
    @Test
    void functions_bearNoNameOfAQuerySetsMethod() {
        Set<String> functions = names(Arrays.stream(Functions.class.getDeclaredMethods())
                .filter(method ->
                        Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers())));
        Set<String> methods = names(
                Stream.concat(Arrays.stream(QuerySet.class.getMethods()), Arrays.stream(Values.class.getMethods())));
        assertThat(functions).isNotEmpty().doesNotContainAnyElementsOf(methods);
    }

    private static Set<String> names(Stream<Method> methods) {
        return methods.map(Method::getName).collect(Collectors.toSet());
    }

    /** A method reference would fit it, and a call with {@code Card::new} and two constructors would be ambiguous. */
    @Test
    void noExpressionType_isAFunctionalInterface() {
        List<Class<?>> interfaces = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Expr.class).stream()
                        .filter(type ->
                                type.isInterface() && type.getPackageName().equals("org.fetchwise.expr"))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(interfaces)
                .contains(Expr.class, ToOne.class, ToMany.class)
                .noneMatch(ExpressionTypesTest::isFunctional);
    }

    private static boolean isFunctional(Class<?> type) {
        long toImplement = Arrays.stream(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .count();
        return toImplement == 1 && !type.isSealed();
    }
}
