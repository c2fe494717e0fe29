package dev.tidemark.launcher.system;

/** Output to the terminal. */
public final class Terminal {
    private Terminal() {}

    public static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
