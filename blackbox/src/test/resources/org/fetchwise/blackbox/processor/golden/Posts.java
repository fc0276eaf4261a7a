package shop;

import static shop.QPost.POST;

import org.fetchwise.QuerySet;
import org.fetchwise.annotation.DefaultScope;

public interface Posts extends QuerySet<Post, Posts> {
    @DefaultScope
    default Posts published() {
        return filter(POST.published);
    }
}
