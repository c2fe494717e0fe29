package dev.tidemark.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsKeyStoreTest {

    private static final Path FIXTURES = Path.of("src/test/resources/tls");

    @TempDir
    Path folder;

    private long changes;

    private Path file(String name, String fixture) throws IOException {
        Path file = folder.resolve(name);
        Files.copy(FIXTURES.resolve(fixture + ".pem"), file, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++changes)));
        return file;
    }

    private TlsFiles files(String certificate, String key) throws IOException {
        return new TlsFiles(file("certificate.pem", certificate), file("key.pem", key));
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private String subject() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            store.load(in, TlsKeyStore.PASSWORD.toCharArray());
        }
        assertThat(store.getKey("server", TlsKeyStore.PASSWORD.toCharArray())).isNotNull();
        return ((X509Certificate) store.getCertificate("server"))
                .getSubjectX500Principal()
                .getName();
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-certificate, rsa-key, CN=rsa.example",
        "rsa-certificate, rsa-pkcs1-key, CN=rsa.example",
        "ec-certificate, ec-key, CN=ec.example",
        "ec-certificate, ec-sec1-key, CN=ec.example",
        "ed25519-certificate, ed25519-key, CN=ed.example"
    })
    void whenTheFilesAreValid_thenTheKeyStoreHasThemAndOnlyItsOwnerReadsIt(
            String certificate, String key, String subject) throws Exception {
        TlsKeyStore.write(files(certificate, key), store()).close();

        assertThat(subject()).isEqualTo(subject);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-certificate, ec-key, does not belong to the first certificate",
        "rsa-certificate, encrypted-key, is encrypted. Decrypt it with",
        "rsa-certificate, rsa-certificate, contains no private key",
        "rsa-key, rsa-key, contains no certificate",
        "expired-certificate, ec-key, expired at"
    })
    void whenAFileDoesNotFit_thenFileReasonAndRemedyAreReportedAndNothingIsWritten(
            String certificate, String key, String reason) throws IOException {
        TlsFiles files = files(certificate, key);

        assertThatThrownBy(() -> TlsKeyStore.write(files, store()))
                .hasMessageContaining(reason)
                .hasMessageContaining(folder.toString());
        assertThat(store()).doesNotExist();
    }

    @Test
    void whenBothFilesAreWrong_thenBothAreReported() throws IOException {
        TlsFiles files = new TlsFiles(folder.resolve("missing.pem"), file("key.pem", "rsa-key"));
        Files.writeString(files.key(), "-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> TlsKeyStore.write(files, store()))
                .hasMessageContaining("TIDEMARK_TLS_CERTIFICATE: " + files.certificate() + " does not exist")
                .hasMessageContaining("TIDEMARK_TLS_KEY: " + files.key());
    }

    @Test
    void whenTheFilesChange_thenTheKeyStoreChanges() throws Exception {
        try (TlsKeyStore keyStore = TlsKeyStore.write(files("rsa-certificate", "rsa-key"), store())) {
            files("ec-certificate", "ec-key");
            keyStore.reload();

            assertThat(subject()).isEqualTo("CN=ec.example");
        }
    }

    @Test
    void whenTheyChangeToInvalidOnes_thenThePreviousCertificateRemains() throws Exception {
        try (TlsKeyStore keyStore = TlsKeyStore.write(files("rsa-certificate", "rsa-key"), store())) {
            files("ec-certificate", "rsa-key");
            keyStore.reload();
            assertThat(subject()).isEqualTo("CN=rsa.example");

            files("ec-certificate", "ec-key");
            keyStore.reload();
            assertThat(subject()).isEqualTo("CN=ec.example");
        }
    }
}
