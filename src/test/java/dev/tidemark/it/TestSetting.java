package dev.tidemark.it;

/** A setting of the product as the tests see it: system property, else environment, else blank. */
final class TestSetting {
    private TestSetting() {}

    static String of(String name) {
        return System.getProperty(name, System.getenv().getOrDefault(name, ""));
    }
}
