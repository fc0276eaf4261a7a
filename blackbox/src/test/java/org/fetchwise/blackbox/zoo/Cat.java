package org.fetchwise.blackbox.zoo;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.fetchwise.annotation.DeleteRule;
import org.fetchwise.annotation.OnDelete;
import org.jspecify.annotations.NullUnmarked;

/** A cat, which may fear a dog. */
@Entity
@NullUnmarked // what may be null, the mapping says
public class Cat extends Animal {
    @Column(name = "lives", nullable = false)
    private int lives;

    @Basic(fetch = FetchType.LAZY)
    @Column(name = "moods")
    private String moods;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "enemy_id")
    @OnDelete(DeleteRule.SET_NULL)
    private Dog enemy;

    protected Cat() {}

    public Cat(String name, Warden warden, int lives) {
        super(name, warden);
        this.lives = lives;
    }

    @Override
    public String noise() {
        return "meow";
    }

    public int getLives() {
        return lives;
    }

    public void setLives(int lives) {
        this.lives = lives;
    }

    public String getMoods() {
        return moods;
    }

    public void setMoods(String moods) {
        this.moods = moods;
    }

    public Dog getEnemy() {
        return enemy;
    }

    public void setEnemy(Dog enemy) {
        this.enemy = enemy;
    }
}
