package dev.tidemark.storage.run;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Writes values that JSON cannot represent (NaN, infinity) as −1, which means that the phase did not take place. */
final class JsonNumbers implements JsonbSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
        generator.write(Double.isFinite(value) ? value : -1);
    }
}
