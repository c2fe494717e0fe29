package dev.tidemark.config.document;

import java.util.Locale;

/** What a text claims to be. Every JSON text is YAML for its author, but only a JSON parser accepts all of JSON. */
public enum TextSyntax {
    JSON,
    YAML;

    /** @param mediaType such as {@code application/yaml; charset=utf-8}; may be null */
    public static TextSyntax ofMediaType(String mediaType) {
        return mediaType != null && mediaType.toLowerCase(Locale.ROOT).contains("json") ? JSON : YAML;
    }

    public static TextSyntax ofFileName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : YAML;
    }
}
