package org.fetchwise.blackbox.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.TableGenerator;
import org.jspecify.annotations.NullUnmarked;

/** Numbered by a row of a table. */
@Entity
@NullUnmarked // what may be null, the mapping says
public class Voucher {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    @TableGenerator(name = "voucher_numbers", pkColumnValue = "vouchers", initialValue = 100, allocationSize = 5)
    private Integer id;

    private String label;

    public Integer getId() {
        return id;
    }

    public void setId(Integer id) {
        this.id = id;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
