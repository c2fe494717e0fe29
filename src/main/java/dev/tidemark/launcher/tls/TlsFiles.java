package dev.tidemark.launcher.tls;

import dev.tidemark.launcher.system.LaunchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The PEM files that {@code TIDEMARK_TLS_CERTIFICATE} and {@code TIDEMARK_TLS_KEY} name.
 *
 * @param certificate the certificate of the server, followed by those of its issuers
 */
public record TlsFiles(Path certificate, Path key) {

    /** @param settings valid settings; empty without TLS */
    public static Optional<TlsFiles> of(Map<String, String> settings) {
        return Optional.ofNullable(settings.get("TIDEMARK_TLS_CERTIFICATE"))
                .map(certificate -> new TlsFiles(Path.of(certificate), Path.of(settings.get("TIDEMARK_TLS_KEY"))));
    }

    /** @throws LaunchException with file, reason and remedy for each of the two files */
    TlsMaterial read() {
        List<String> errors = new ArrayList<>();
        Optional<PrivateKey> privateKey = parsed("TIDEMARK_TLS_KEY", key, errors, PemKey::read);
        Optional<List<X509Certificate>> chain =
                parsed("TIDEMARK_TLS_CERTIFICATE", certificate, errors, TlsFiles::chain);
        if (errors.isEmpty()
                && !belongTogether(privateKey.orElseThrow(), chain.orElseThrow().get(0))) {
            errors.add(
                    "TIDEMARK_TLS_KEY: the key in " + key + " does not belong to the first certificate in "
                            + certificate
                            + ". Use the key with which the certificate was requested, and put the certificate of the server first.");
        }
        if (!errors.isEmpty()) {
            throw new LaunchException(String.join(System.lineSeparator(), errors));
        }
        return new TlsMaterial(privateKey.orElseThrow(), chain.orElseThrow());
    }

    private static <T> Optional<T> parsed(String setting, Path file, List<String> errors, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (NoSuchFileException missing) {
            errors.add(setting + ": " + file + " does not exist. Correct the path.");
        } catch (IOException unreadable) {
            errors.add(setting + ": " + file + " cannot be read by the user " + System.getProperty("user.name")
                    + ". Change its permissions.");
        } catch (GeneralSecurityException invalid) {
            errors.add(setting + ": " + file + " " + invalid.getMessage() + ".");
        }
        return Optional.empty();
    }

    private static List<X509Certificate> chain(String pem) throws CertificateException {
        int begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
        if (begin < 0) {
            throw new CertificateException("contains no certificate in PEM format (BEGIN CERTIFICATE)");
        }
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Certificate one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(
                            new ByteArrayInputStream(pem.substring(begin).getBytes(StandardCharsets.ISO_8859_1)))) {
                chain.add((X509Certificate) one);
            }
        } catch (CertificateException damaged) {
            throw new CertificateException("contains a damaged certificate. Copy the whole file again", damaged);
        }
        try {
            chain.get(0).checkValidity();
        } catch (CertificateExpiredException expired) {
            throw new CertificateException(
                    "expired at " + chain.get(0).getNotAfter().toInstant() + ". Renew it", expired);
        }
        return chain;
    }

    private static boolean belongTogether(PrivateKey privateKey, X509Certificate certificate) {
        try {
            String algorithm = privateKey.getAlgorithm().equals("EdDSA")
                    ? "EdDSA"
                    : "SHA256with" + (privateKey.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
            Signature signature = Signature.getInstance(algorithm);
            byte[] text = {1, 2, 3};
            signature.initSign(privateKey);
            signature.update(text);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    /** Reads the text of a file. */
    private interface Parser<T> {
        T parse(String text) throws GeneralSecurityException;
    }
}
