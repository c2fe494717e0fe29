package dev.tidemark.launcher;

/** Output to the terminal. */
final class Terminal {
    private Terminal() {}

    static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
