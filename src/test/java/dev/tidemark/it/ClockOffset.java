package dev.tidemark.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Shifts the clock of a server process, as far as Tidemark and Quartz see it: an agent that adds an offset wherever their classes
 * read the clock of the machine. Without privileges, a process cannot be given another clock.
 */
public final class ClockOffset {

    private static final List<String> SHIFTED = List.of("dev/tidemark/", "org/quartz/");

    private ClockOffset() {}

    /** The JVM option that shifts the clock. */
    static String option(Duration offset) throws IOException {
        return "-javaagent:" + agent() + "=" + offset.toMillis();
    }

    /** Called by the JVM. */
    public static void premain(String offsetMillis, Instrumentation instrumentation) {
        instrumentation.addTransformer(new ClockOffsetTransformer(SHIFTED, Long.parseLong(offsetMillis)));
    }

    private static Path agent() throws IOException {
        Path jar = BuildDirectory.folder("clock-offset.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), ClockOffset.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                ClassReader.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString());
        Path draft = Files.createTempFile(jar.getParent(), "clock-offset", ".jar");
        try (OutputStream file = Files.newOutputStream(draft);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            for (Class<?> one : List.of(
                    ClockOffset.class,
                    ClockOffsetTransformer.class,
                    ClockOffsetTransformer.ShiftedClass.class,
                    ClockOffsetTransformer.ShiftedMethod.class)) {
                add(entries, one);
            }
        }
        Files.move(draft, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return jar;
    }

    private static void add(JarOutputStream entries, Class<?> one) throws IOException {
        String name = one.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(name));
        try (InputStream bytes = one.getClassLoader().getResourceAsStream(name)) {
            bytes.transferTo(entries);
        }
    }
}
