package dev.tidemark.launcher.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PEM: PKCS#8, or the older forms of RSA (PKCS#1) and EC (SEC 1), which the JDK does not read. */
final class PemKey {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int PARAMETERS = 0xA0;
    /** Version 0, and the algorithm rsaEncryption without parameters: https://www.rfc-editor.org/rfc/rfc8017#appendix-C */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final byte[] EC_ALGORITHM = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PemKey() {}

    /** @throws GeneralSecurityException with the reason and the remedy */
    static PrivateKey read(String pem) throws GeneralSecurityException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new InvalidKeySpecException("contains no private key in PEM format (BEGIN PRIVATE KEY)");
        }
        if (block.group(1).startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw new InvalidKeySpecException("is encrypted. Decrypt it with: openssl pkey -in FILE -out NEW_FILE");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(block.group(2).strip());
            return switch (block.group(1)) {
                case "RSA PRIVATE KEY" -> generate(sequence(RSA, element(OCTETS, der)));
                case "EC PRIVATE KEY" -> generate(ofCurve(der));
                default -> generate(der);
            };
        } catch (IllegalArgumentException damaged) {
            throw new InvalidKeySpecException("is damaged: the text between BEGIN and END is not Base64", damaged);
        }
    }

    private static PrivateKey generate(byte[] pkcs8) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException otherAlgorithm) {
                continue;
            }
        }
        throw new InvalidKeySpecException("is not an RSA, EC or EdDSA key, or it is damaged");
    }

    /** The curve is inside of the SEC 1 form, as [0]; PKCS#8 names it outside: https://www.rfc-editor.org/rfc/rfc5915 */
    private static byte[] ofCurve(byte[] sec1) throws InvalidKeySpecException {
        for (int i = 0; i + 2 < sec1.length; i++) {
            boolean isCurve = (sec1[i] & 0xFF) == PARAMETERS && sec1[i + 2] == 0x06 && sec1[i + 1] == sec1[i + 3] + 2;
            if (isCurve && i + 2 + sec1[i + 1] <= sec1.length) {
                byte[] curve = Arrays.copyOfRange(sec1, i + 2, i + 2 + sec1[i + 1]);
                byte[] version = {0x02, 0x01, 0x00};
                return sequence(version, sequence(EC_ALGORITHM, curve), element(OCTETS, sec1));
            }
        }
        throw new InvalidKeySpecException(
                "does not name its curve. Convert it with: openssl pkey -in FILE -out NEW_FILE");
    }

    private static byte[] sequence(byte[]... elements) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] one : elements) {
            all.writeBytes(one);
        }
        return element(SEQUENCE, all.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < 0x80) {
            element.write(content.length);
        } else if (content.length < 0x100) {
            element.write(0x81);
            element.write(content.length);
        } else {
            element.write(0x82);
            element.write(content.length >> 8);
            element.write(content.length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
