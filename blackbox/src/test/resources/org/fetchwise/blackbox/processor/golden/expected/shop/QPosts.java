package shop;

import javax.annotation.processing.Generated;
import org.fetchwise.BaseQuerySet;
import org.fetchwise.QueryState;

/** The implementation of {@link Posts}. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
final class QPosts extends BaseQuerySet<Post, Posts> implements Posts {
    QPosts(QueryState<Post> state) {
        super(state);
    }

    @Override
    protected Posts with(QueryState<Post> state) {
        return new QPosts(state);
    }

    @Override
    protected Posts scoped() {
        return published();
    }
}
