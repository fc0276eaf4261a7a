package org.fetchwise.example.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.Json;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** What a user says about themselves. */
@Entity
@Table(name = "blog_profile")
@NullUnmarked // what may be null, the mapping says
public class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id", unique = true)
    @OnDelete(DeleteRule.CASCADE)
    private User user;

    @Column(nullable = false, columnDefinition = "text")
    private String bio;

    @Column(length = 200)
    private String website;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Json
    @Column(nullable = false)
    private String settings = "{}";

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public String getBio() {
        return bio;
    }

    public void setBio(String bio) {
        this.bio = bio;
    }

    public String getWebsite() {
        return website;
    }

    public void setWebsite(String website) {
        this.website = website;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public String getSettings() {
        return settings;
    }

    public void setSettings(String settings) {
        this.settings = settings;
    }
}
