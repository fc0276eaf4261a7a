package org.fetchwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearMissTest {
    @Test
    void suggestion_namesTheClosestAndAll() {
        assertThat(NearMiss.suggestion("autor", List.of("title", "author", "id")))
                .isEqualTo(" Did you mean 'author'? Choices: author, id, title.");
    }

    @Test
    void suggestion_withNothingClose_namesAll() {
        assertThat(NearMiss.suggestion("price", List.of("title", "id"))).isEqualTo(" Choices: id, title.");
    }

    @Test
    void suggestion_withoutChoices_saysNothing() {
        assertThat(NearMiss.suggestion("price", List.of())).isEmpty();
    }

    @Test
    void suggestion_ofTwoEquallyClose_isTheFirstByName() {
        assertThat(NearMiss.suggestion("tag", List.of("tab", "bag"))).startsWith(" Did you mean 'bag'?");
    }

    @Test
    void distance_countsLettersWhateverTheirCase() {
        assertThat(NearMiss.distance("createdat", "createdAt")).isZero();
        assertThat(NearMiss.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearMiss.distance("", "id")).isEqualTo(2);
    }
}
