package org.fetchwise.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static List<String> ids(String... selected) {
        return Selection.of(List.of(selected)).stream().map(Scenario::id).toList();
    }

    @Test
    void nothing_choosesEveryRow() {
        assertThat(ids())
                .isEqualTo(Stream.of(
                                "1.1 1.2",
                                "2.1 2.2 2.3 2.4",
                                "3.1 3.2 3.3 3.4 3.5 3.6",
                                "4.1 4.2 4.3 4.4 4.5 4.6",
                                "5.1 5.2 5.3 5.4 5.5 5.6 5.7",
                                "7.1 7.2 7.3 7.4",
                                "X.1 X.2")
                        .flatMap(part -> Stream.of(part.split(" ")))
                        .toList());
    }

    @Test
    void ids_chooseRows_partsChooseAllOfTheirs_inTheGuidesOrder() {
        assertThat(ids("x.1", "1.2", "1.2")).containsExactly("1.2", "X.1");
        assertThat(ids("3", "1.1")).containsExactly("1.1", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6");
    }

    @Test
    void unknownId_namesTheNearest() {
        assertThatThrownBy(() -> ids("X.3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The guide has no 'X.3', or it is not built yet. Did you mean X.1, X.2, 2.3?");
    }
}
