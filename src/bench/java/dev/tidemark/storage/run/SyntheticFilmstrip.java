package dev.tidemark.storage.run;

import dev.tidemark.model.result.Artifact;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A filmstrip of sixteen frames: blank, header, text, hero image at the LCP, offers. */
final class SyntheticFilmstrip {
    private static final int FRAMES = 16;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 224;

    private SyntheticFilmstrip() {}

    static List<Artifact> frames(double lcp) {
        return IntStream.rangeClosed(1, FRAMES)
                .mapToObj(n -> {
                    double share = 1.3 * n / FRAMES;
                    return new Artifact(
                            Artifact.ArtifactType.FRAME, n, Math.rint(share * lcp), "image/jpeg", jpeg(share));
                })
                .toList();
    }

    private static byte[] jpeg(double share) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        if (share > 0.6) {
            pen.setColor(new Color(0x0B6E8F));
            pen.fillRect(0, 0, WIDTH, 26);
            pen.setColor(Color.GRAY);
            IntStream.range(0, 5).forEach(line -> pen.fillRect(16, 150 + 12 * line, 220 - 15 * line, 5));
        }
        if (share > 1) {
            pen.setColor(new Color(0xE0A85C));
            pen.fillRect(16, 38, WIDTH - 32, 98);
        }
        if (share > 1.1) {
            pen.setColor(new Color(0x8AA5B3));
            IntStream.range(0, 3).forEach(offer -> pen.fillRect(248, 146 + 24 * offer, 56, 18));
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
