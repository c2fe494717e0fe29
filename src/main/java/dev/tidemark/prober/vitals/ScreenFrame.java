package dev.tidemark.prober.vitals;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A frame as histograms of its red, green and blue values. Nearly white pixels are ignored (<a
 * href="https://github.com/paulirish/speedline/blob/main/core/src/frame.js">speedline</a>).
 */
public final class ScreenFrame {

    static final int VALUES = 256;
    private static final int NEARLY_WHITE = 249;

    private final double atMillis;
    private final int[] histogram = new int[3 * VALUES];

    private ScreenFrame(double atMillis) {
        this.atMillis = atMillis;
    }

    /** From pixels as {@code 0xAARRGGBB}; ms from navigation start. */
    public static ScreenFrame of(double atMillis, int[] argb) {
        ScreenFrame frame = new ScreenFrame(atMillis);
        for (int pixel : argb) {
            frame.count(pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF);
        }
        return frame;
    }

    /** From a JPEG or PNG; empty if it is neither. */
    public static Optional<ScreenFrame> decode(double atMillis, byte[] image) {
        try {
            BufferedImage decoded = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(image)));
            return Optional.ofNullable(decoded).map(it -> of(atMillis, it));
        } catch (IOException notAnImage) {
            return Optional.empty();
        }
    }

    private static ScreenFrame of(double atMillis, BufferedImage decoded) {
        if (decoded.getType() == BufferedImage.TYPE_3BYTE_BGR
                && decoded.getRaster().getDataBuffer() instanceof DataBufferByte bytes) {
            return ofBytes(atMillis, bytes.getData());
        }
        int width = decoded.getWidth();
        return of(atMillis, decoded.getRGB(0, 0, width, decoded.getHeight(), null, 0, width));
    }

    /**
     * Byte order of the JPEG decoder: blue, green, red. Reading pixels individually takes twice as long as
     * decoding.
     */
    private static ScreenFrame ofBytes(double atMillis, byte[] bgr) {
        ScreenFrame frame = new ScreenFrame(atMillis);
        for (int i = 0; i + 2 < bgr.length; i += 3) {
            frame.count(bgr[i + 2] & 0xFF, bgr[i + 1] & 0xFF, bgr[i] & 0xFF);
        }
        return frame;
    }

    double atMillis() {
        return atMillis;
    }

    /** Visual completeness from 0 to 1, relative to the first and last frame, rounded down to whole percent. */
    double completeness(ScreenFrame first, ScreenFrame last) {
        long match = 0;
        long total = 0;
        for (int i = 0; i < histogram.length; i++) {
            int way = Math.abs(last.histogram[i] - first.histogram[i]);
            match += Math.min(Math.abs(histogram[i] - first.histogram[i]), way);
            total += way;
        }
        return total == 0 ? 1 : match * 100 / total / 100.0;
    }

    private void count(int red, int green, int blue) {
        if (red >= NEARLY_WHITE && green >= NEARLY_WHITE && blue >= NEARLY_WHITE) {
            return;
        }
        histogram[red]++;
        histogram[VALUES + green]++;
        histogram[2 * VALUES + blue]++;
    }
}
