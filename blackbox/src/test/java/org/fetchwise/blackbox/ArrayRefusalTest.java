package org.fetchwise.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fetchwise.blackbox.library.QGauge.GAUGE;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fetchwise.Database;
import org.fetchwise.QuerySet;
import org.fetchwise.blackbox.library.Gauge;
import org.fetchwise.error.UnsupportedFeatureException;
import org.fetchwise.servers.Engine;
import org.fetchwise.testkit.QueryRecorder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays where the database has none: refused before it is asked. */
class ArrayRefusalTest {
    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "MARIADB"})
    void arrays_areRefused_withoutAStatement(Engine engine) {
        QueryRecorder recorder = new QueryRecorder();
        Database database = Library.shared(engine).database().withListener(recorder);
        QuerySet.Of<Gauge> gauges = database.objects(GAUGE);
        Gauge gauge = new Gauge();
        gauge.setId(1L);
        gauge.setCounts(new int[] {1});

        refused(() -> database.schema(GAUGE).statements(), "the column 'labels' holds them");
        refused(gauges::list, "the column 'labels' holds them");
        refused(() -> gauges.values(GAUGE.counts).list(), "the column 'counts' holds them");
        refused(() -> gauges.filter(GAUGE.words.eq(List.of("old"))).count(), "the column 'words' holds them");
        refused(() -> gauges.create(gauge), "one is bound");
        refused(() -> gauges.update(GAUGE.counts.to(new int[] {2})), "one is bound");
        assertThat(recorder.texts()).isEmpty();
    }

    private static void refused(ThrowingCallable call, String where) {
        assertThatThrownBy(call)
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("has no arrays, but " + where + ". Keep them as documents with @Json, or");
    }
}
