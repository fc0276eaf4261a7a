package org.fetchwise.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private record Named(String name, int age) {}

    private record Aged(int age, String name) {}

    private static String digest(Object... values) {
        Answer answer = new Answer();
        List.of(values).forEach(answer::print);
        return answer.digest();
    }

    @Test
    void digest_isTheSha256OfCanonicalJson() {
        // printf '["a",1]' | sha256sum
        assertThat(digest("a", 1)).isEqualTo("135f17a475a61afdeeaf3759ad2e45ad1c7abb192395abe47e41fc8e395dc1a9");
    }

    @Test
    void orderOfProperties_doesNotMatter_orderOfValuesDoes() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "a");
        map.put("age", 1);

        assertThat(digest(new Named("a", 1)))
                .isEqualTo(digest(new Aged(1, "a")))
                .isEqualTo(digest(map));
        assertThat(digest("a", "b")).isNotEqualTo(digest("b", "a"));
    }
}
