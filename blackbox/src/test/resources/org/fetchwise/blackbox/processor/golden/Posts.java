package shop;

import static shop.QPost.POST;

import org.fetchwise.QuerySet;

public interface Posts extends QuerySet<Post, Posts> {
    default Posts published() {
        return filter(POST.published);
    }
}
