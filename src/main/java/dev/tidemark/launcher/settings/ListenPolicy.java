package dev.tidemark.launcher.settings;

import dev.tidemark.launcher.system.LaunchException;
import java.util.Map;
import java.util.stream.Stream;

/** Beyond loopback, passwords and sessions must not travel in the clear. */
final class ListenPolicy {
    private static final String HOST = "TIDEMARK_HTTP_HOST";
    private static final String BEHIND_PROXY = "TIDEMARK_BEHIND_PROXY";
    private static final String CERTIFICATE = "TIDEMARK_TLS_CERTIFICATE";
    private static final String KEY = "TIDEMARK_TLS_KEY";
    private static final String TRUSTED = "TIDEMARK_TRUSTED_PROXIES";

    private static final String NUMBER = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String IPV4 = NUMBER + "(\\." + NUMBER + "){3}(/(3[0-2]|[12]?\\d))?";
    private static final String IPV6 = "[\\da-fA-F]{0,4}(:[\\da-fA-F]{0,4}){2,7}(/(12[0-8]|1[01]\\d|\\d?\\d))?";

    private ListenPolicy() {}

    /** @throws LaunchException if the combination of settings is not safe */
    static void check(Map<String, String> values) {
        String host = values.getOrDefault(HOST, "127.0.0.1");
        if (values.containsKey(CERTIFICATE) != values.containsKey(KEY)) {
            String missing = values.containsKey(KEY) ? CERTIFICATE : KEY;
            throw new LaunchException(missing + " is not set. TLS needs both " + CERTIFICATE + " and " + KEY + ".");
        }
        if (isLoopback(host) || values.containsKey(CERTIFICATE)) {
            return;
        }
        if (!Boolean.parseBoolean(values.get(BEHIND_PROXY))) {
            throw new LaunchException(HOST + " is \"" + host + "\", so other machines could connect without TLS, and"
                    + " passwords would travel in the clear. Set " + CERTIFICATE + " and " + KEY
                    + "; or put a reverse proxy with TLS in front of Tidemark, and set "
                    + BEHIND_PROXY + "=true and " + TRUSTED + " to its address; or unset " + HOST + ".");
        }
        if (!values.containsKey(TRUSTED)) {
            throw new LaunchException(TRUSTED + " is not set. Set it to the address of the reverse proxy, such as "
                    + TRUSTED + "=10.1.0.7: the headers of others are not believed.");
        }
    }

    static boolean areNetworks(String text) {
        return Stream.of(text.split(",")).map(String::strip).allMatch(one -> one.matches(IPV4 + "|" + IPV6));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.matches("\\[?(0*:)*:?0*1\\]?");
    }
}
