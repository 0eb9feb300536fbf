package dev.waymark.cli;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.mesh.IstioVersion;
import dev.waymark.report.Findings;
import dev.waymark.report.GithubReport;
import dev.waymark.report.GitlabReport;
import dev.waymark.report.JsonReport;
import dev.waymark.report.Printable;
import dev.waymark.report.SarifReport;
import dev.waymark.report.Style;
import dev.waymark.report.Summary;
import dev.waymark.report.TextReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** A command line that has been parsed, and the printing that commands share. */
record Invocation(Command command, CommandLine line, Terminal terminal) {
    /** What diagnostics can be printed as where they are the result. */
    static final List<String> DIAGNOSTIC_FORMATS = List.of("text", "json", "sarif", "github", "gitlab");

    private static final String DEFAULT_FILE = "mesh.yaml";
    private static final String DEFAULT_FOLDER = "mesh";

    CompileRequest request() throws UsageException {
        return new CompileRequest(inputs(), terminal.in(), failOn(), istioVersion());
    }

    private Optional<IstioVersion> istioVersion() throws UsageException {
        if (!line.hasOption(CommonOptions.ISTIO_VERSION)) {
            return Optional.empty();
        }
        return Optional.of(IstioVersion.of(choice(CommonOptions.ISTIO_VERSION, CommonOptions.istioVersions())));
    }

    /** What was named, or {@code mesh.yaml} or {@code mesh} here. */
    private List<String> inputs() throws UsageException {
        List<String> named = line.getArgList();
        if (named.stream().filter("-"::equals).count() > 1) {
            throw new UsageException("standard input (-) can be read only once");
        }
        if (named.contains("")) {
            throw new UsageException("an intent has no name: an argument is empty");
        }
        if (!named.isEmpty()) {
            checkNames(named);
            return named;
        }
        boolean file = Files.exists(Path.of(DEFAULT_FILE));
        boolean folder = Files.isDirectory(Path.of(DEFAULT_FOLDER));
        if (file && folder) {
            throw new UsageException(
                    "both mesh.yaml and mesh/ are here; say which: waymark " + command.name() + " mesh.yaml");
        }
        if (!file && !folder) {
            throw new UsageException("no intent was named, and neither mesh.yaml nor mesh/ is here; name one: waymark "
                    + command.name() + " FILE; or begin one: waymark init");
        }
        return List.of(file ? DEFAULT_FILE : DEFAULT_FOLDER);
    }

    /** What is missing is told by whoever reads it, unless it is known here what was meant. */
    private static void checkNames(List<String> named) throws UsageException {
        for (String name : named) {
            Optional<Path> near = NearFile.of(name);
            if (near.isPresent()) {
                throw new UsageException(
                        "cannot read " + name + ": no such file or folder; did you mean `" + near.get() + "`?");
            }
        }
    }

    private Severity failOn() throws UsageException {
        return choice(CommonOptions.FAIL_ON, CommonOptions.FAIL_ON_WORDS).equals("error")
                ? Severity.ERROR
                : Severity.WARNING;
    }

    /** Whether the result is asked for as JSON; checks the option. */
    boolean json() throws UsageException {
        return format().equals("json");
    }

    /** What the result is asked for as. */
    String format() throws UsageException {
        return choice(CommonOptions.FORMAT, command.formats());
    }

    boolean quiet() {
        return line.hasOption(CommonOptions.QUIET);
    }

    /** The one thing that the command takes beside options; empty where nothing was given. */
    Optional<String> operand() throws UsageException {
        List<String> given = line.getArgList();
        if (given.size() > 1) {
            throw new UsageException(command.name() + " takes one argument, not " + given.size());
        }
        if (given.contains("")) {
            throw new UsageException("the argument of " + command.name() + " is empty");
        }
        return given.stream().findFirst();
    }

    /** The value of an option with a fixed set of values, of which the first is the default. */
    String choice(String option, List<String> values) throws UsageException {
        String value = line.getOptionValue(option, values.get(0));
        if (!values.contains(value)) {
            throw new UsageException("--" + option + " takes " + String.join(" or ", values) + ", not `" + value + "`");
        }
        return value;
    }

    /** Fails on values that no command could work with, before anything is read. */
    Invocation checked() throws UsageException {
        if (!command.formats().isEmpty()) {
            format();
        }
        failOn();
        istioVersion();
        style(false);
        return this;
    }

    private Style style(boolean terminalHasColours) throws UsageException {
        return switch (choice(CommonOptions.COLOR, CommonOptions.COLOR_WORDS)) {
            case "always" -> Style.COLOURED;
            case "never" -> Style.PLAIN;
            default -> terminalHasColours ? Style.COLOURED : Style.PLAIN;
        };
    }

    static JsonReport jsonReport(CompileResult<?> result) {
        return new JsonReport(result.places());
    }

    /** Diagnostics as the result of a command, in one of {@link #DIAGNOSTIC_FORMATS}. */
    void printDiagnostics(CompileResult<?> result) throws UsageException {
        List<Diagnostic> wanted =
                result.diagnostics().stream().filter(this::isWanted).toList();
        terminal.result(
                switch (format()) {
                    case "json" -> jsonReport(result).diagnostics(result.diagnostics());
                    case "sarif" -> SarifReport.print(findings(wanted, result));
                    case "github" -> GithubReport.print(findings(wanted, result));
                    case "gitlab" -> GitlabReport.print(findings(wanted, result));
                    default -> new TextReport(style(terminal.colours().out())).print(wanted);
                });
    }

    private Findings findings(List<Diagnostic> diagnostics, CompileResult<?> result) throws UsageException {
        return Findings.of(diagnostics, result.places(), inputs().get(0));
    }

    /** Diagnostics beside the result: errors, warnings, and how many notes there are. */
    void printMessages(List<Diagnostic> diagnostics) throws UsageException {
        TextReport report = new TextReport(style(terminal.colours().err()));
        List<Diagnostic> shown = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.NOTE && isWanted(diagnostic))
                .toList();
        terminal.message(report.print(shown));
        long notes = Summary.of(diagnostics).notes();
        if (notes > 0 && !quiet()) {
            terminal.message(notes + (notes == 1 ? " note" : " notes") + ": waymark validate\n");
        }
    }

    private boolean isWanted(Diagnostic diagnostic) {
        return diagnostic.isError() || !quiet();
    }

    /** A line that tells people what was done; programs read the JSON instead. */
    void say(String text) {
        if (!quiet()) {
            terminal.result(Printable.of(text) + "\n");
        }
    }
}
