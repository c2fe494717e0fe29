package dev.tidemark.accuracy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** PNG images with high entropy (noise) or low entropy (one colour). */
final class FixtureImage {

    private static final int TILE = 4;

    private FixtureImage() {}

    static byte[] noise(QueryString query) throws IOException {
        BufferedImage image = blank(query);
        Graphics2D graphics = image.createGraphics();
        Random random = new Random(query.number("seed", 1));
        for (int x = 0; x < image.getWidth(); x += TILE) {
            for (int y = 0; y < image.getHeight(); y += TILE) {
                graphics.setColor(new Color(random.nextInt(0x1000000)));
                graphics.fillRect(x, y, TILE, TILE);
            }
        }
        return png(image);
    }

    static byte[] flat(QueryString query) throws IOException {
        BufferedImage image = blank(query);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x88AACC));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        return png(image);
    }

    private static BufferedImage blank(QueryString query) {
        return new BufferedImage(query.number("w", 100), query.number("h", 100), BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
