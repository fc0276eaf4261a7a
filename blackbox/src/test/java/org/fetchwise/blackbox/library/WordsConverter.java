package org.fetchwise.blackbox.library;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Stores words in one text. */
@Converter
@NullUnmarked // converters take null and give it
public class WordsConverter implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> words) {
        return words == null ? null : String.join(" ", words);
    }

    @Override
    public List<String> convertToEntityAttribute(String text) {
        return text == null ? null : List.of(text.split(" ", -1));
    }
}
