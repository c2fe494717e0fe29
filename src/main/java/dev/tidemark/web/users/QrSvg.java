package dev.tidemark.web.users;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as SVG, with the quiet zone of four modules that scanners need. */
final class QrSvg {

    private static final int QUIET = 4;

    private QrSvg() {}

    /** @param title for screen readers, escaped */
    static String of(String text, String title) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int width = code.size + 2 * QUIET;
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
                <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="200" height="200" role="img" \
                shape-rendering="crispEdges"><title>%2$s</title><rect width="%1$d" height="%1$d" fill="#fff"/>\
                <path d="%3$s" fill="#000"/></svg>""".formatted(width, title, dark);
    }
}
