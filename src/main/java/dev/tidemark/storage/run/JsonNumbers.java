package dev.tidemark.storage.run;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** JSON has no NaN and no infinity: a phase whose time is neither known nor a number is written as −1, "did not take place". */
final class JsonNumbers implements JsonbSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
        generator.write(Double.isFinite(value) ? value : -1);
    }
}
