package dev.tidemark.storage.run;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Reads a {@code jsonb} column as its text. Such columns are written by statements with a cast, never by the entity. */
@Converter
public class JsonTextConverter implements AttributeConverter<String, Object> {
    @Override
    public Object convertToDatabaseColumn(String json) {
        return json;
    }

    @Override
    public String convertToEntityAttribute(Object column) {
        return column == null ? null : column.toString();
    }
}
