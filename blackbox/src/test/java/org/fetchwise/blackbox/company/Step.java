package org.fetchwise.blackbox.company;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.fetchwise.annotation.Ordering;
import org.jspecify.annotations.NullUnmarked;

/** A part of a project. */
@Entity
@Table(name = "step")
@Ordering("-id")
@NullUnmarked // what may be null, the mapping says
public class Step extends Identified<Long> {
    private String title;

    private boolean urgent;

    @ManyToOne
    @JoinColumn(name = "project_id")
    private Project project;

    @ManyToOne
    @JoinColumn(name = "planned_id")
    private Project planned;

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }

    public Project getProject() {
        return project;
    }

    public void setProject(Project project) {
        this.project = project;
    }

    public Project getPlanned() {
        return planned;
    }

    public void setPlanned(Project planned) {
        this.planned = planned;
    }
}
