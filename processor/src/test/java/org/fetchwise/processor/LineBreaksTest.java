package org.fetchwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LineBreaksTest {
    private static final String LONG = "a".repeat(60);

    @Test
    void shortLinesStay() {
        assertThat(LineBreaks.apply("int a = b(c);\n\n    d();\n")).isEqualTo("int a = b(c);\n\n    d();\n");
    }

    @Test
    void assignmentsBreakBehindTheSign() {
        assertThat(LineBreaks.apply("    int " + LONG + " = f(" + LONG + ");"))
                .isEqualTo("    int " + LONG + " =\n            f(" + LONG + ");\n");
    }

    @Test
    void argumentsMoveToALineOfTheirOwn() {
        String shorter = LONG.substring(20);

        assertThat(LineBreaks.apply("callSomething(" + LONG + ", " + shorter + ", \"(,\");"))
                .isEqualTo("callSomething(\n        " + LONG + ", " + shorter + ", \"(,\");\n");
    }

    @Test
    void argumentsThatAreTooLongTogetherStandOnOneLineEach() {
        assertThat(LineBreaks.apply("call(" + LONG + ", f(x, y), () -> " + LONG + ");"))
                .isEqualTo("call(\n        " + LONG + ",\n        f(x, y),\n        () -> " + LONG + ");\n");
    }

    @Test
    void classesBreakBeforeTheirSupertypes() {
        assertThat(LineBreaks.apply("final class " + LONG + " extends " + LONG + " implements Managed {"))
                .isEqualTo("final class " + LONG + "\n        extends " + LONG + " implements Managed {\n");
    }

    @Test
    void choicesBreakBeforeTheirSigns() {
        assertThat(LineBreaks.apply("return " + LONG + " ? path : f(" + LONG + ");"))
                .isEqualTo("return " + LONG + "\n        ? path\n        : f(" + LONG + ");\n");
    }

    @Test
    void commentsBreakBetweenWords() {
        assertThat(LineBreaks.apply("    /** " + LONG + " " + LONG + ". */"))
                .isEqualTo("    /**\n     * " + LONG + "\n     * " + LONG + ".\n     */\n");
    }
}
