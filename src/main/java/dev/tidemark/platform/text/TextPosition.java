package dev.tidemark.platform.text;

/** Line and column from 1, in characters. */
record TextPosition(int line, int column) {

    static TextPosition after(String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return new TextPosition(lines + 1, last.codePointCount(0, last.length()) + 1);
    }
}
