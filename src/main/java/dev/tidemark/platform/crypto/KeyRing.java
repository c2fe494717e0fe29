package dev.tidemark.platform.crypto;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that a node knows. One encrypts, normally the first one; the others only decrypt what was encrypted before a rotation, or what
 * another node encrypts already.
 */
final class KeyRing {

    private final Map<String, EncryptionKey> byId;
    private final EncryptionKey current;
    private final String origin;

    private KeyRing(Map<String, EncryptionKey> byId, EncryptionKey current, String origin) {
        this.byId = byId;
        this.current = current;
        this.origin = origin;
    }

    /**
     * @param text keys in Base64, separated by white space or commas; lines that begin with # are comments
     * @param origin the setting or file, for messages
     */
    static KeyRing parse(String text, String origin) {
        Map<String, EncryptionKey> byId = new LinkedHashMap<>();
        String keys = text.lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n"));
        Arrays.stream(keys.split("[\\s,]+"))
                .filter(key -> !key.isEmpty())
                .map(key -> EncryptionKey.parse(key, origin))
                .forEach(key -> byId.putIfAbsent(key.id(), key));
        if (byId.isEmpty()) {
            throw new EncryptionKeyException("encryption.key.empty", origin);
        }
        return new KeyRing(byId, byId.values().iterator().next(), origin);
    }

    /** The same keys, of which this one encrypts if it is among them. */
    KeyRing encryptingWith(String id) {
        return new KeyRing(byId, byId.getOrDefault(id, current), origin);
    }

    /** The key that encrypts. */
    EncryptionKey current() {
        return current;
    }

    /** The key that is to encrypt once every node has it. */
    EncryptionKey first() {
        return byId.values().iterator().next();
    }

    Optional<EncryptionKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Ids of all keys, in their order. */
    Set<String> ids() {
        return byId.keySet();
    }

    String origin() {
        return origin;
    }
}
