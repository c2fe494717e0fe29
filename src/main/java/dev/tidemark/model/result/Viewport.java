package dev.tidemark.model.result;

/** The emulated screen: CSS pixels, device pixels per CSS pixel, and whether it is a phone with touch. */
public record Viewport(int width, int height, double scale, boolean mobile, boolean touch) {

    public Viewport {
        if (width < 1 || width > 10_000 || height < 1 || height > 10_000) {
            throw new IllegalArgumentException(
                    "viewport " + width + "x" + height + " must be 1 to 10000 pixels a side");
        }
        if (!(scale >= 0.1 && scale <= 10)) {
            throw new IllegalArgumentException("viewport.scale " + scale + " must be 0.1 to 10");
        }
    }
}
