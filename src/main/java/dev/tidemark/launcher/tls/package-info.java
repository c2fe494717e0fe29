/** Certificate and key of the server: PEM files, checked, and converted to the key store of WildFly. Entry point: {@code TlsFiles}. */
package dev.tidemark.launcher.tls;
