package dev.tidemark.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the server write its log file as JSON, one object per line. Names of formatters cannot be expressions in its configuration. */
final class JsonLog {
    private static final String DEFINITION = "<formatter name=\"PATTERN\">";
    private static final String USE = "<named-formatter name=\"PATTERN\"/>";
    private static final String BOOT_USE = "handler.FILE.formatter=PATTERN";
    private static final String BOOT_DEFINITION = """

            formatter.JSON=org.jboss.logmanager.formatters.JsonFormatter
            formatter.JSON.properties=keyOverrides,exceptionOutputType,printDetails,prettyPrint,recordDelimiter
            formatter.JSON.constructorProperties=keyOverrides
            formatter.JSON.keyOverrides=
            formatter.JSON.exceptionOutputType=DETAILED
            formatter.JSON.printDetails=false
            formatter.JSON.prettyPrint=false
            formatter.JSON.recordDelimiter=\\n
            """;

    private JsonLog() {}

    /** @param configuration directory with the server's configuration, which is changed */
    static void configure(Path configuration) throws IOException {
        Path server = configuration.resolve("standalone.xml");
        Files.writeString(
                server,
                Files.readString(server)
                        .replace(DEFINITION, "<formatter name=\"JSON\"><json-formatter/></formatter>" + DEFINITION)
                        .replace(USE, "<named-formatter name=\"JSON\"/>"));
        Path boot = configuration.resolve("logging.properties");
        Files.writeString(
                boot, Files.readString(boot).replace(BOOT_USE, "handler.FILE.formatter=JSON") + BOOT_DEFINITION);
    }
}
