package dev.tidemark.it;

/** A setting for tests: system property, else environment variable, else blank. */
final class TestSetting {
    private TestSetting() {}

    static String of(String name) {
        return System.getProperty(name, System.getenv().getOrDefault(name, ""));
    }
}
