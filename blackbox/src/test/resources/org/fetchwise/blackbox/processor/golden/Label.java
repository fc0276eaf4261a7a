package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An entity that is only read. */
@Entity
public record Label(@Id Long id, String text, int width, Parcel.@Nullable Box box) {}
