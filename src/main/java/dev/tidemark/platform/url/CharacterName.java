package dev.tidemark.platform.url;

/** Names a character in a message: {@code "|" (U+007C)}, or {@code U+0020 SPACE} for one that cannot be seen. */
public final class CharacterName {

    private CharacterName() {}

    public static String of(int character) {
        String code = String.format("U+%04X", character);
        boolean visible =
                switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.NON_SPACING_MARK -> false;
                    default -> true;
                };
        return visible ? "\"" + Character.toString(character) + "\" (" + code + ")" : code + name(character);
    }

    private static String name(int character) {
        String name = Character.getName(character);
        return name == null ? "" : " " + name;
    }
}
