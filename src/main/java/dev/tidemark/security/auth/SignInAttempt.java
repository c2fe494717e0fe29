package dev.tidemark.security.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The limits that apply to a sign-in. */
final class SignInAttempt {

    private SignInAttempt() {}

    /**
     * A device that the user has signed in with has limits of its own, and so does the machine of the server: others cannot use
     * them up.
     */
    static List<AttemptLimit> limits(HttpServletRequest request, String user, Optional<String> device) {
        if (device.isPresent()) {
            return List.of(AttemptLimit.ofDevice(AttemptLimits.hash(device.get())));
        }
        ClientNetwork network = ClientNetwork.of(request);
        return List.of(
                AttemptLimit.ofAddress(network),
                network.isLocal() ? AttemptLimit.ofLocalAccount(user) : AttemptLimit.ofAccount(user));
    }
}
