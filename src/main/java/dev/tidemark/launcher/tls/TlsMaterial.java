package dev.tidemark.launcher.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A key, and its certificate with those of the issuers. */
record TlsMaterial(PrivateKey key, List<X509Certificate> chain) {
    TlsMaterial {
        chain = List.copyOf(chain);
    }
}
