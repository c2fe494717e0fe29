package dev.tidemark.launcher;

/** The person who typed the command. */
final class Terminal {
    private Terminal() {}

    static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
