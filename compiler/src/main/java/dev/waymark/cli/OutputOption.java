package dev.waymark.cli;

/** {@code -o}: the directory that is rendered into. */
final class OutputOption {
    static final String NAME = "output";

    static final OptionSpec SPEC =
            new OptionSpec("o", NAME, "DIR", "the directory with one folder for each unit", Values.FOLDERS);

    private OutputOption() {}

    /** @param others what would do in its place */
    static String of(Invocation invocation, String others) throws UsageException {
        String directory = invocation.line().getOptionValue(NAME, "");
        if (directory.isEmpty()) {
            throw new UsageException(invocation.command().name() + " needs a directory: -o DIR" + others);
        }
        return directory;
    }
}
