package org.fetchwise.blackbox.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.NullUnmarked;

/** Times of classes that are older than {@code java.time}. */
@Entity
@Table(name = "appointment")
@NullUnmarked // what may be null, the mapping says
@SuppressWarnings({"JavaUtilDate", "deprecation"}) // grown models have them
public class Appointment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @CreationTimestamp
    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "created_at")
    private Date created;

    @UpdateTimestamp
    @Column(name = "changed_at")
    private Date changed;

    @Temporal(TemporalType.DATE)
    @Column(name = "day")
    private Date day;

    @Temporal(TemporalType.TIME)
    @Column(name = "alarm")
    private Date alarm;

    @Column(name = "begins_at")
    private Calendar begins;

    @Temporal(TemporalType.DATE)
    @Column(name = "ends_on")
    private Calendar ends;

    @Column(name = "sent_at")
    private Timestamp sent;

    @Column(name = "due_on")
    private java.sql.Date due;

    @Column(name = "opens_at")
    private Time opens;

    public Long getId() {
        return id;
    }

    public Date getCreated() {
        return created;
    }

    public void setCreated(Date created) {
        this.created = created;
    }

    public Date getChanged() {
        return changed;
    }

    public void setChanged(Date changed) {
        this.changed = changed;
    }

    public Date getDay() {
        return day;
    }

    public void setDay(Date day) {
        this.day = day;
    }

    public Date getAlarm() {
        return alarm;
    }

    public void setAlarm(Date alarm) {
        this.alarm = alarm;
    }

    public Calendar getBegins() {
        return begins;
    }

    public void setBegins(Calendar begins) {
        this.begins = begins;
    }

    public Calendar getEnds() {
        return ends;
    }

    public void setEnds(Calendar ends) {
        this.ends = ends;
    }

    public Timestamp getSent() {
        return sent;
    }

    public void setSent(Timestamp sent) {
        this.sent = sent;
    }

    public java.sql.Date getDue() {
        return due;
    }

    public void setDue(java.sql.Date due) {
        this.due = due;
    }

    public Time getOpens() {
        return opens;
    }

    public void setOpens(Time opens) {
        this.opens = opens;
    }
}
