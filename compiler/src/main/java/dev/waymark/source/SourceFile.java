package dev.waymark.source;

/**
 * One text and the name that it was given by. Offsets are counted in code points, lines and columns from 1;
 * {@code \n}, {@code \r\n} and {@code \r} end a line, as in YAML 1.2 section 5.4.
 */
public final class SourceFile {
    /** The name of standard input, on the command line and in messages. */
    public static final String STANDARD_INPUT = "-";

    private final String name;
    private final String folder;
    private final Lines lines;

    /**
     * A text under a name.
     *
     * @param name as the user gave it, with {@code /} between folders
     */
    public SourceFile(String name, String text) {
        this(name, "", text);
    }

    /**
     * A text that was read from a file.
     *
     * @param folder the real path of the folder that it lies in
     */
    SourceFile(String name, String folder, String text) {
        this(name, folder, new HeldText(text));
    }

    SourceFile(String name, String folder, Lines lines) {
        this.name = name;
        this.folder = folder;
        this.lines = lines;
    }

    public String name() {
        return name;
    }

    /** The whole text; that of a manifest is not held, but read again. */
    public String text() {
        return lines.all();
    }

    /** The real path of the folder that the file lies in, however it was named: documents of one unit share it. */
    public String folder() {
        return folder;
    }

    /** The line of an offset, from 1. */
    public int line(int offset) {
        return lines.line(offset);
    }

    /** The column of an offset in code points, from 1. */
    public int column(int offset) {
        return offset - lines.start(lines.line(offset)) + 1;
    }

    /** The text of a line without its end; empty past the last line. */
    public String lineText(int line) {
        return lineText(line, 1, Integer.MAX_VALUE);
    }

    /**
     * A part of a line: some hold a whole dump.
     *
     * @param column where to begin
     * @param most code points
     */
    public String lineText(int line, int column, int most) {
        return lines.text(line, column, most);
    }

    @Override
    public String toString() {
        return name;
    }
}
