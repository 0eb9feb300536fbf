package dev.waymark.output;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.output.OutputWriter.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that opens an output directory for writing, says so, and holds it until its standard input ends. */
final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException, OutputException {
        Path directory = Path.of(arguments[0]);
        try (OutputWriter writer =
                OutputWriter.open(directory, UnitNames.of(List.of("shop")), Mode.CAREFUL, new DiagnosticLog())) {
            System.out.println(writer.result().unchanged() + " files are mine");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
