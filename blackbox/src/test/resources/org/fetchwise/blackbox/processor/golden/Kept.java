package shop;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** What has a key and a version. */
@MappedSuperclass
abstract class Kept<K> {
    @Id
    private @Nullable K id;

    @Version
    private short version;

    public @Nullable K getId() {
        return id;
    }

    @PostLoad
    private void kept() {}
}
