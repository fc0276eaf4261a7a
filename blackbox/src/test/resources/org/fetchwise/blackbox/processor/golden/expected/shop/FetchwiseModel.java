package shop;

import java.util.List;
import javax.annotation.processing.Generated;
import org.fetchwise.Model;
import org.fetchwise.QuerySetType;
import org.fetchwise.meta.EntityMeta;

/** The entities and querysets of this package. */
@Generated("org.fetchwise.processor.FetchwiseProcessor")
public final class FetchwiseModel implements Model {
    /** For the service loader. */
    public FetchwiseModel() {}

    @Override
    public List<EntityMeta<?>> entities() {
        return List.of(
                QBalloon.META,
                QComment.META,
                QCraft.META,
                QGlider.META,
                QLabel.META,
                QParcel.META,
                QPost.META,
                QShelf.META,
                QSticker.META,
                QStock.META,
                QSummary.META,
                QTag.META,
                QUser.META);
    }

    @Override
    public List<QuerySetType<?, ?>> querySets() {
        return List.of(
                new QuerySetType<>(Posts.class, QPost.META, QPosts::new));
    }
}
