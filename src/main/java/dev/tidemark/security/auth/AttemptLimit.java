package dev.tidemark.security.auth;

import java.time.Duration;
import java.util.Locale;

/**
 * A limit on attempts that can be guesses.
 *
 * @param subject what is limited: an address, an account, a device
 * @param burst the number of attempts that are possible at once
 * @param refill the time after which one more is possible
 */
record AttemptLimit(String subject, int burst, Duration refill) {

    private static final int ACCOUNT_BURST = 5;
    private static final Duration ACCOUNT_REFILL = Duration.ofMinutes(2);
    private static final int ADDRESS_BURST = 20;
    private static final Duration ADDRESS_REFILL = Duration.ofSeconds(30);
    private static final int TOKEN_BURST = 50;
    private static final Duration TOKEN_REFILL = Duration.ofSeconds(10);

    /** Sign-ins from an address, whatever the account. */
    static AttemptLimit ofAddress(ClientNetwork network) {
        return new AttemptLimit("address:" + network.key(), ADDRESS_BURST, ADDRESS_REFILL);
    }

    /** Sign-ins to an account from anywhere, whether it exists or not. */
    static AttemptLimit ofAccount(String name) {
        return account("account", name);
    }

    /** Sign-ins to an account from the machine of the server. */
    static AttemptLimit ofLocalAccount(String name) {
        return account("local-account", name);
    }

    /** Sign-ins from a device on which the user has signed in before. */
    static AttemptLimit ofDevice(String device) {
        return account("device", device);
    }

    /** The current password, asked of a user who is signed in. */
    static AttemptLimit ofPasswordChange(String name) {
        return account("password", name);
    }

    /** Codes of the second factor, asked of somebody who knows the password. */
    static AttemptLimit ofCode(String name) {
        return account("code", name);
    }

    /** The same from a device on which the user has signed in before. */
    static AttemptLimit ofDeviceCode(String device) {
        return account("device-code", device);
    }

    /** Unknown API tokens from an address. */
    static AttemptLimit ofToken(ClientNetwork network) {
        return new AttemptLimit("token:" + network.key(), TOKEN_BURST, TOKEN_REFILL);
    }

    private static AttemptLimit account(String kind, String name) {
        return new AttemptLimit(kind + ":" + name.strip().toLowerCase(Locale.ROOT), ACCOUNT_BURST, ACCOUNT_REFILL);
    }
}
