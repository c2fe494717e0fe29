package dev.tidemark.prober.page;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The platform information that a browser with a given user agent sends in <a
 * href="https://wicg.github.io/ua-client-hints/">client hints</a>, without brands.
 */
record ClientHints(String userAgent, boolean mobile) {

    private static final String VERSION = "(\\d+(?:[._]\\d+){0,2})";
    /** The order matters, as mobile user agents also name the platforms they are compatible with. */
    private static final List<Machine> MACHINES = List.of(
            new Machine("Android", "Android " + VERSION, true),
            new Machine("iOS", "iPhone OS " + VERSION, true),
            new Machine("iOS", "CPU OS " + VERSION, true),
            new Machine("macOS", "Mac OS X " + VERSION, true),
            new Machine("Windows", "Windows\\D+" + VERSION, false),
            new Machine("Linux", "(?i:linux)()", false));

    private static final Machine UNKNOWN = new Machine("Windows", "()", false);

    /** The protocol's {@code Emulation.UserAgentMetadata}. */
    JsonObject asJson() {
        Machine machine = MACHINES.stream()
                .filter(one -> one.version(userAgent).isPresent())
                .findFirst()
                .orElse(UNKNOWN);
        boolean arm = userAgent.contains("ARM") || machine.arm() && !userAgent.contains("Intel Mac");
        return CdpParameters.of(
                "mobile",
                mobile,
                "model",
                "",
                "architecture",
                arm ? "arm" : "x86",
                "platform",
                machine.name(),
                "platformVersion",
                machine.version(userAgent).orElse(""));
    }

    private record Machine(String name, Pattern sign, boolean arm) {

        Machine(String name, String sign, boolean arm) {
            this(name, Pattern.compile(sign), arm);
        }

        Optional<String> version(String userAgent) {
            Matcher found = sign.matcher(userAgent);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }
}
