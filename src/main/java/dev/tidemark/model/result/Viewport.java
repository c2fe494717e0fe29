package dev.tidemark.model.result;

import dev.tidemark.platform.i18n.InvalidValueException;

/** The emulated screen: size in CSS pixels, device pixel ratio, and whether it is a mobile device with touch. */
public record Viewport(int width, int height, double scale, boolean mobile, boolean touch) {

    public Viewport {
        if (width < 1 || width > 10_000 || height < 1 || height > 10_000) {
            throw new InvalidValueException("validation.viewport.size", width, height);
        }
        if (!(scale >= 0.1 && scale <= 10)) {
            throw new InvalidValueException("validation.viewport.scale", scale);
        }
    }
}
