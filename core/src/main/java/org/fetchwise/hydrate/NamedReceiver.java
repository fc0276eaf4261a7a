package org.fetchwise.hydrate;

import java.util.List;
import org.fetchwise.meta.Extras;
import org.fetchwise.meta.Managed;
import org.jspecify.annotations.Nullable;

/** Puts related objects beside the attributes, under a key of their own. */
final class NamedReceiver implements Receiver {
    private final List<Object> keys;

    NamedReceiver(Object key) {
        keys = List.of(key);
    }

    @Override
    public boolean isFilled(Managed owner) {
        Extras extras = owner.$extras();
        if (extras == null) {
            return false;
        }
        int position = extras.indexOf(keys.get(0));
        return position >= 0 && extras.get(position) != null;
    }

    @Override
    public void fill(Managed owner, @Nullable Managed related) {
        put(owner, related);
    }

    @Override
    public void fillAll(Managed owner, Object[] related) {
        put(owner, new ResultList<>(related, related.length, null));
    }

    private void put(Managed owner, @Nullable Object value) {
        Extras extras = EntityState.extras(owner, keys);
        extras.set(extras.indexOf(keys.get(0)), value);
    }
}
