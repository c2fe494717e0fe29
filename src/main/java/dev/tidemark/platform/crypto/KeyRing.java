package dev.tidemark.platform.crypto;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that a node knows: the first one encrypts; the others only decrypt what was encrypted before a rotation. */
final class KeyRing {

    private final Map<String, EncryptionKey> byId = new LinkedHashMap<>();
    private final String origin;

    private KeyRing(String origin) {
        this.origin = origin;
    }

    /**
     * @param text keys in Base64, separated by white space or commas; lines that begin with # are comments
     * @param origin the setting or file, for messages
     */
    static KeyRing parse(String text, String origin) {
        KeyRing ring = new KeyRing(origin);
        String keys = text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
        Arrays.stream(keys.split("[\\s,]+"))
                .filter(key -> !key.isEmpty())
                .map(key -> EncryptionKey.parse(key, origin))
                .forEach(key -> ring.byId.putIfAbsent(key.id(), key));
        if (ring.byId.isEmpty()) {
            throw new EncryptionKeyException("encryption.key.empty", origin);
        }
        return ring;
    }

    EncryptionKey current() {
        return byId.values().iterator().next();
    }

    Optional<EncryptionKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Ids of all keys, the current one first. */
    Set<String> ids() {
        return byId.keySet();
    }

    String origin() {
        return origin;
    }
}
