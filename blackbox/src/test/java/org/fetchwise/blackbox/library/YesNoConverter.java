package org.fetchwise.blackbox.library;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.NullUnmarked;

/** Stores truth as a letter, and what is not known as a question mark. */
@Converter
@NullUnmarked // converters take null and give it
public class YesNoConverter implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean truth) {
        if (truth == null) {
            return "?";
        }
        return truth ? "Y" : "N";
    }

    @Override
    public Boolean convertToEntityAttribute(String letter) {
        return (letter == null || letter.equals("?")) ? null : letter.equals("Y");
    }
}
