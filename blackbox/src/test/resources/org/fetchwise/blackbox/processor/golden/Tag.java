package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.List;

@Entity
public class Tag {
    @Id
    private String name;

    @ManyToMany(mappedBy = "tags")
    private List<Post> posts;

    public List<Post> getPosts() {
        return posts;
    }
}
