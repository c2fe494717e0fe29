package dev.tidemark.prober.artifact;

import dev.tidemark.model.result.Artifact;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A screenshot with the LCP element outlined in green and shifted elements tinted red at their new position. Without
 * text, as the machine may have no fonts.
 */
public final class AnnotatedScreenshot {

    static final int MAX_BYTES = 1 << 20;

    private static final Color LCP = new Color(0x00, 0x80, 0x4A);
    private static final Color MOVED = new Color(0xD0, 0x20, 0x20);
    private static final Color TINT = new Color(0xD0, 0x20, 0x20, 0x38);
    private static final float LINE = 3;

    private AnnotatedScreenshot() {}

    /** A rectangle of the screen in CSS pixels. */
    public record Box(double x, double y, double width, double height) {

        Rectangle2D times(double scale) {
            return new Rectangle2D.Double(x * scale, y * scale, width * scale, height * scale);
        }
    }

    /**
     * Empty if the image cannot be decoded or is too large to be stored.
     *
     * @param atMillis time of the screenshot from navigation start
     * @param width of the screen in CSS pixels, which the image covers
     */
    public static Optional<Artifact> of(
            double atMillis, byte[] jpeg, double width, Optional<Box> lcp, List<Box> shifted) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (image == null) {
                return Optional.empty();
            }
            annotate(image, image.getWidth() / width, lcp, shifted);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", bytes);
            return bytes.size() > MAX_BYTES
                    ? Optional.empty()
                    : Optional.of(new Artifact(
                            Artifact.ArtifactType.SCREENSHOT, 1, atMillis, "image/jpeg", bytes.toByteArray()));
        } catch (IOException notAPicture) {
            return Optional.empty();
        }
    }

    private static void annotate(BufferedImage image, double scale, Optional<Box> lcp, List<Box> shifted) {
        Graphics2D graphics = image.createGraphics();
        graphics.setStroke(new BasicStroke(LINE));
        for (Box box : shifted) {
            graphics.setColor(TINT);
            graphics.fill(box.times(scale));
            graphics.setColor(MOVED);
            graphics.draw(box.times(scale));
        }
        graphics.setColor(LCP);
        lcp.ifPresent(box -> graphics.draw(box.times(scale)));
        graphics.dispose();
    }
}
