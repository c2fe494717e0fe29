/**
 * The certificate of the server, as WildFly uses it. Does not read PEM files (launcher). Entry point:
 * {@code CertificateReload}.
 */
package dev.tidemark.platform.tls;
