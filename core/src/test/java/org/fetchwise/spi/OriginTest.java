package org.fetchwise.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void caller_isTheLineThatAsked() {
        Origin here = Origin.caller();
        assertThat(here.className()).isEqualTo(OriginTest.class.getName());
        assertThat(here.methodName()).isEqualTo("caller_isTheLineThatAsked");
        assertThat(here.fileName()).isEqualTo("OriginTest.java");
        assertThat(here.toString()).endsWith("(OriginTest.java:" + here.line() + ")");
    }

    @Test
    void caller_passesOverTheJdk() {
        Origin inStream =
                Stream.of(1).map(number -> Origin.caller()).findFirst().orElseThrow();
        assertThat(inStream.className()).isEqualTo(OriginTest.class.getName());
    }
}
