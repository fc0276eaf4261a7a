package shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.UUID;
import org.fetchwise.annotation.Default;

@Entity
@Table(name = "blog_user")
public class User {
    @Id
    @Default(Default.UUID)
    private UUID id;

    @ManyToOne
    private User manager;

    @OneToMany(mappedBy = "manager", cascade = CascadeType.ALL)
    private Collection<User> reports;

    public User getManager() {
        return manager;
    }

    public Collection<User> getReports() {
        return reports;
    }
}
