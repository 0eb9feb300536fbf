package dev.waymark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the program within this process. */
record Run(int exitCode, String out, String err) {
    static Run of(String... arguments) {
        return withInput("", arguments);
    }

    static Run withInput(String standardInput, String... arguments) {
        return withInput(standardInput.getBytes(StandardCharsets.UTF_8), arguments);
    }

    static Run withInput(byte[] standardInput, String... arguments) {
        return on(new ByteArrayInputStream(standardInput), Terminal.Screen.NONE, Terminal.Screen.NONE, arguments);
    }

    /** With standard output and standard error on screens of these kinds. */
    static Run on(
            InputStream standardInput, Terminal.Screen outScreen, Terminal.Screen errScreen, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                standardInput,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                outScreen,
                errScreen);
        int exitCode = new Main(terminal).run(arguments);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What a person sees, standard error after standard output. */
    String transcript() {
        return out + (err.isEmpty() ? "" : "--- standard error\n" + err) + "--- exit code " + exitCode + "\n";
    }
}
