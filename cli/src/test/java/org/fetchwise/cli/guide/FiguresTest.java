package org.fetchwise.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void numbers_areGroupedAndHaveUnits() {
        assertThat(Figures.count(8001)).isEqualTo("8,001");
        assertThat(Figures.time(0.034)).isEqualTo("0.03 ms");
        assertThat(Figures.time(1234.56)).isEqualTo("1,234.6 ms");
        assertThat(Figures.bytes(1023)).isEqualTo("1023 B");
        assertThat(Figures.bytes(1536)).isEqualTo("1.5 KB");
        assertThat(Figures.bytes(3 << 20)).isEqualTo("3.0 MB");
    }

    @Test
    void changes_haveSigns_andNeverClaimAll() {
        assertThat(Figures.change(80.4)).isEqualTo("−80 %");
        assertThat(Figures.change(-12)).isEqualTo("+12 %");
        assertThat(Figures.change(0.2)).isEqualTo("±0 %");
        assertThat(Figures.change(99.98)).isEqualTo("−99.9 %");
        assertThat(Figures.change(100)).isEqualTo("−100.0 %");
    }
}
