package org.fetchwise.blackbox.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** What is put on a ledger, known by its code, and what it replaced. */
@Entity
@Table(schema = "vault", name = "stamp")
@NullUnmarked // what may be null, the mapping says
public class Stamp {
    @Id
    private String code;

    @ManyToOne
    @JoinColumn(name = "replacement_code")
    private Stamp replacement;

    @OneToMany(mappedBy = "replacement")
    private List<Stamp> replaced;

    public Stamp() {}

    public Stamp(String code, Stamp replacement) {
        this.code = code;
        this.replacement = replacement;
    }

    public String getCode() {
        return code;
    }

    public Stamp getReplacement() {
        return replacement;
    }

    public List<Stamp> getReplaced() {
        return replaced;
    }
}
