package org.fetchwise.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.fetchwise.error.MappingException;
import org.fetchwise.meta.JsonCodec;
import org.fetchwise.meta.JsonType;
import org.junit.jupiter.api.Test;

class JacksonCodecTest {
    private final JacksonCodec codec = new JacksonCodec();

    record Track(String title, int seconds) {}

    @Test
    void recordsInLists_keepTheirClass() {
        JsonType tracks = JsonType.of(List.class, JsonType.of(Track.class));
        List<Track> album = List.of(new Track("Opening", 61), new Track("End", 5));
        String document = codec.write(album, tracks);
        assertThat(document).isEqualTo("[{\"title\":\"Opening\",\"seconds\":61},{\"title\":\"End\",\"seconds\":5}]");
        assertThat(codec.read(document, tracks)).isEqualTo(album);
    }

    @Test
    void maps_keepOrderAndNesting() {
        JsonType map = JsonType.of(Map.class, JsonType.of(String.class), JsonType.of(Object.class));
        assertThat(codec.read("{\"a\": [1, null], \"b\": {\"c\": true}}", map))
                .hasToString("{a=[1, null], b={c=true}}");
    }

    @Test
    void documentsOfAnotherShape_areRefused_withoutTheirContent() {
        assertThatThrownBy(() -> codec.read("{\"title\": {\"secret\": 1}}", JsonType.of(Track.class)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no " + Track.class.getTypeName())
                .hasMessageNotContaining("secret");
    }

    @Test
    void theCodec_isAService() {
        assertThat(ServiceLoader.load(JsonCodec.class)).hasAtLeastOneElementOfType(JacksonCodec.class);
    }
}
