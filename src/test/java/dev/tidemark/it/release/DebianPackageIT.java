package dev.tidemark.it.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.it.ManualBlock;
import dev.tidemark.launcher.system.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Archive and Debian package in a Debian system, with the commands of the manual. Each test continues where the one before it
 * ended. The previous version is {@code -Dtidemark.previous.package=FILE}, otherwise this one with a lower number and other settings.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DebianPackageIT {
    private static final String PREVIOUS = "0.0.9";
    private static final String SETTINGS = "/etc/tidemark/tidemark.properties";
    private static final String DATA = "/var/lib/tidemark";

    private DebianSystem debian;
    private ReleaseFiles release;
    private int port;

    @BeforeAll
    void boot() throws Exception {
        release = ReleaseFiles.built();
        port = Ports.free();
        debian = DebianSystem.boot(port);
    }

    @AfterAll
    void powerOff() throws Exception {
        if (debian != null) {
            debian.powerOff();
        }
    }

    @Test
    @Order(1)
    void whenTheArchiveIsUnpacked_thenTheFirstDataPointIsThereWithin3Minutes() throws Exception {
        follow("archive-requirements", "");

        try (ArchiveInstallation installation = new ArchiveInstallation(debian, release, port)) {
            assertThat(installation.follow()).isLessThan(ArchiveInstallation.LIMIT);
        }
    }

    @Test
    @Order(2)
    void whenThePreviousPackageIsInstalled_thenTheServiceMeasures() throws Exception {
        previousPackage();
        // The only setting that the test adds: the network is that of this machine, where 8080 may be in use.
        debian.asRoot(
                "mkdir -p /etc/systemd/system/tidemark.service.d && printf '[Service]\\nEnvironment=TIDEMARK_HTTP_PORT="
                        + port + " TIDEMARK_API_TOKEN=" + FirstDataPoint.TOKEN
                        + "\\n' > /etc/systemd/system/tidemark.service.d/test.conf");
        long begin = System.nanoTime();

        follow("debian", PREVIOUS);
        new FirstDataPoint(port).await();

        System.out.println("Package to first data point: " + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        assertThat(debian.asRoot("systemctl is-active tidemark && systemctl is-enabled tidemark"))
                .isEqualTo("active\nenabled\n");
        assertThat(debian.asRoot("ps -o user= -p " + mainProcess())).isEqualTo("tidemark\n");
        assertThat(debian.asRoot("stat -c '%U %G %a' " + SETTINGS + " " + DATA))
                .isEqualTo("root tidemark 640\ntidemark tidemark 750\n");
    }

    @Test
    @Order(3)
    void thenTheUnitIsValid_andItsExposureIsLow() throws Exception {
        String security = debian.asRoot("systemd-analyze security --no-pager --threshold=30 tidemark.service");
        System.out.println(security);

        assertThat(debian.asRoot("systemd-analyze verify tidemark.service 2>&1"))
                .isEmpty();
        assertThat(security).contains("Overall exposure level for tidemark.service");
    }

    @Test
    @Order(4)
    void whenTheProcessIsKilled_thenItIsStartedAgain() throws Exception {
        String killed = mainProcess();

        debian.asRoot("kill -9 " + killed);

        awaitActive();
        assertThat(mainProcess()).isNotEqualTo(killed);
    }

    @Test
    @Order(5)
    void whenUpgradedWhileItRuns_thenSettingsAndDataAreKept_andTheNewVersionRuns() throws Exception {
        debian.asRoot("echo TIDEMARK_KEEP_RUNS=123d >> " + SETTINGS);
        String before = debian.asRoot("cat " + DATA + "/database.password " + DATA + "/encryption.key | sha256sum");
        String process = mainProcess();

        follow("debian-upgrade", PREVIOUS);

        awaitActive();
        assertThat(mainProcess()).isNotEqualTo(process);
        assertThat(debian.asRoot("dpkg-query -W -f '${Version}' tidemark")).isEqualTo(version());
        assertThat(Files.readString(debian.file(SETTINGS))).contains("TIDEMARK_KEEP_RUNS=123d", "previous version");
        assertThat(debian.asRoot("cat " + DATA + "/database.password " + DATA + "/encryption.key | sha256sum"))
                .isEqualTo(before);
        assertThat(new FirstDataPoint(port).isThere()).isTrue();
        assertThat(debian.asRoot("journalctl -u tidemark -o cat")).doesNotContain(FirstDataPoint.TOKEN);
    }

    @Test
    @Order(6)
    void whenRemoved_thenNothingRuns_andSettingsAndDataAreKept() throws Exception {
        follow("debian-remove", "");

        assertThat(debian.asRoot("pgrep -u tidemark || true")).isEmpty();
        assertThat(debian.file("/usr/lib/tidemark")).doesNotExist();
        assertThat(debian.file(DATA + "/database/PG_VERSION")).exists();
        assertThat(debian.file(SETTINGS)).exists();
    }

    @Test
    @Order(7)
    void whenPurged_thenDataSettingsAndUserAreDeleted() throws Exception {
        follow("debian-purge", "");

        assertThat(debian.file(DATA)).doesNotExist();
        assertThat(debian.file("/etc/tidemark")).doesNotExist();
        assertThat(debian.asRoot("getent passwd tidemark || true")).isEmpty();
        assertThat(debian.asRoot("find / -xdev -path /home -prune -o -name '*tidemark*' -print"))
                .isEqualTo("/etc/systemd/system/tidemark.service.d\n");
    }

    /** Runs the commands of the manual for a situation. */
    private void follow(String situation, String previous) throws IOException, InterruptedException {
        assertThat(ManualBlock.of("installation.md", situation)).isNotEmpty();
        for (ManualBlock block : ManualBlock.of("installation.md", situation)) {
            String commands = block.commands();
            if (!commands.contains("NEWVERSION") && !previous.isEmpty()) {
                commands = commands.replace("VERSION", previous);
            }
            debian.run(release.named(commands));
        }
    }

    private void previousPackage() throws IOException, InterruptedException {
        ReleaseFiles.copy(release.debianPackage(), debian.folder());
        String previous = "/home/admin/tidemark_" + PREVIOUS + "_amd64.deb";
        String given = System.getProperty("tidemark.previous.package", "");
        if (given.isEmpty()) {
            debian.asRoot("cd /var/tmp; dpkg-deb -R /home/admin/"
                    + release.debianPackage().getFileName() + " previous;"
                    + " sed -i 's/^Version:.*/Version: " + PREVIOUS + "/' previous/DEBIAN/control;"
                    + " echo '# A line of the previous version' >> previous" + SETTINGS + ";"
                    + " dpkg-deb -b -Znone previous " + previous + "; rm -rf previous");
        } else {
            Shell.run("cp " + Shell.quoted(given) + " " + debian.file(previous));
        }
    }

    private void awaitActive() throws InterruptedException {
        Shell.await("active service", 180, () -> {
            try {
                return Objects.equals(debian.asRoot("systemctl is-active tidemark || true"), "active\n");
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private String mainProcess() throws IOException, InterruptedException {
        return debian.asRoot("systemctl show -P MainPID tidemark").strip();
    }

    /** Debian's form: a tilde sorts before the release. */
    private String version() {
        return release.version().replace('-', '~');
    }
}
