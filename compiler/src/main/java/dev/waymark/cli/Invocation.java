package dev.waymark.cli;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioVersion;
import dev.waymark.report.Count;
import dev.waymark.report.Findings;
import dev.waymark.report.GithubReport;
import dev.waymark.report.GitlabReport;
import dev.waymark.report.JsonReport;
import dev.waymark.report.Page;
import dev.waymark.report.Printable;
import dev.waymark.report.SarifReport;
import dev.waymark.report.Style;
import dev.waymark.report.Summary;
import dev.waymark.report.TextReport;
import dev.waymark.source.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;

/** A command line that has been parsed, and the printing that commands share. */
record Invocation(Command command, CommandLine line, Terminal terminal) {
    /** What diagnostics can be printed as where they are the result. */
    static final List<String> DIAGNOSTIC_FORMATS = List.of("text", "json", "sarif", "github", "gitlab");

    private static final String DEFAULT_FILE = "mesh.yaml";
    private static final String DEFAULT_FOLDER = "mesh";

    CompileRequest request() throws UsageException {
        return request(intents(line.getArgList()));
    }

    /** A request about intents, or about an inventory alone where there are none. */
    CompileRequest request(List<String> intents) throws UsageException {
        return request(intents, existing(List.of()));
    }

    private CompileRequest request(List<String> intents, CompileRequest.Existing existing) throws UsageException {
        return new CompileRequest(
                intents,
                terminal.in(),
                failOn(),
                istioVersion(),
                existing,
                cluster(),
                terminal.progress(),
                FileTree.work());
    }

    private Optional<String> cluster() {
        return Optional.ofNullable(line.getOptionValue(CommonOptions.CLUSTER));
    }

    /** A request about the manifests that were named. */
    CompileRequest lintRequest() throws UsageException {
        if (line.getArgList().isEmpty() && !line.hasOption(CommonOptions.INVENTORY)) {
            throw new UsageException("lint needs the manifests to check: files, folders, or - for standard input");
        }
        return request(List.of(), existing(line.getArgList()));
    }

    /** The intents that were named; those in the working folder only where there is no inventory. */
    List<String> intentsBesideInventory(List<String> named) throws UsageException {
        return line.hasOption(CommonOptions.INVENTORY) && named.isEmpty() ? List.of() : intents(named);
    }

    /** The namespace that goes without saying. */
    String defaultNamespace() {
        return line.getOptionValue(CommonOptions.NAMESPACE, "default");
    }

    /** What standard output is laid out for. */
    Page outPage() throws UsageException {
        return page(terminal.outScreen());
    }

    /** An inventory that an option of its own names. */
    Optional<CompileRequest.Existing> existing(String option) throws UsageException {
        String[] paths = line.getOptionValues(option);
        if (paths == null) {
            return Optional.empty();
        }
        if (List.of(paths).contains("")) {
            throw new UsageException("an inventory has no name: --" + option + " is empty");
        }
        boolean complete = line.hasOption(CommonOptions.INVENTORY_COMPLETE);
        return Optional.of(new CompileRequest.Existing(List.of(paths), complete, defaultNamespace()));
    }

    /** @param manifests of the inventory that are named without an option */
    private CompileRequest.Existing existing(List<String> manifests) throws UsageException {
        String[] paths = line.getOptionValues(CommonOptions.INVENTORY);
        List<String> named = paths == null ? List.of() : List.of(paths);
        List<String> all = Stream.concat(manifests.stream(), named.stream()).toList();
        boolean complete = line.hasOption(CommonOptions.INVENTORY_COMPLETE);
        if (all.isEmpty() && complete && !command.readsManifests()) {
            throw new UsageException("--inventory-complete says something of an inventory; name it by --inventory");
        }
        if (Stream.concat(named.stream(), line.getArgList().stream())
                        .filter("-"::equals)
                        .count()
                > 1) {
            throw new UsageException("standard input (-) can be read only once");
        }
        if (named.contains("")) {
            throw new UsageException("an inventory has no name: --inventory is empty");
        }
        return new CompileRequest.Existing(all, complete, defaultNamespace());
    }

    private Optional<IstioVersion> istioVersion() throws UsageException {
        if (!line.hasOption(CommonOptions.ISTIO_VERSION)) {
            return Optional.empty();
        }
        return Optional.of(IstioVersion.of(choice(CommonOptions.ISTIO_VERSION, CommonOptions.istioVersions())));
    }

    /** The intents that were named, or {@code mesh.yaml} or {@code mesh} here. */
    List<String> intents(List<String> named) throws UsageException {
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
                    + command.name() + (command.operands().usage().startsWith("TARGET") ? " TARGET" : "")
                    + " FILE; or begin one: waymark init");
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
        page(Terminal.Screen.NONE);
        return this;
    }

    private Page page(Terminal.Screen screen) throws UsageException {
        Style style = switch (choice(CommonOptions.COLOR, CommonOptions.COLOR_WORDS)) {
            case "always" -> Style.COLOURED;
            case "never" -> Style.PLAIN;
            default -> screen.coloured() ? Style.COLOURED : Style.PLAIN;
        };
        return new Page(style, screen.width());
    }

    static JsonReport jsonReport(CompileResult<?> result) {
        return new JsonReport(result.placesOfMessages());
    }

    /**
     * Diagnostics as the result of a command, in one of {@link #DIAGNOSTIC_FORMATS}; as text with how many there are.
     *
     * @param what was judged, if anything could be
     * @return the exit code
     */
    int printJudgement(CompileResult<?> result, Optional<String> what) throws UsageException {
        printDiagnostics(result);
        if (format().equals("text")) {
            say(Summary.of(result.diagnostics()).words()
                    + what.map(words -> ": " + words).orElse(""));
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private void printDiagnostics(CompileResult<?> result) throws UsageException {
        List<Diagnostic> wanted =
                result.diagnostics().stream().filter(this::isWanted).toList();
        terminal.result(
                switch (format()) {
                    case "json" -> jsonReport(result).diagnostics(result.diagnostics());
                    case "sarif" -> SarifReport.print(findings(wanted, result));
                    case "github" -> GithubReport.print(findings(wanted, result));
                    case "gitlab" -> GitlabReport.print(findings(wanted, result));
                    default -> new TextReport(page(terminal.outScreen())).print(wanted);
                });
    }

    private Findings findings(List<Diagnostic> diagnostics, CompileResult<?> result) throws UsageException {
        return Findings.of(diagnostics, result.placesOfMessages(), firstInput());
    }

    private String firstInput() throws UsageException {
        List<String> named = line.getArgList();
        boolean manifestsOnly = named.isEmpty() && command instanceof LintCommand;
        return manifestsOnly
                ? line.getOptionValue(CommonOptions.INVENTORY)
                : intents(named).get(0);
    }

    /** Diagnostics beside the result: errors, warnings, and how many notes there are. */
    void printMessages(List<Diagnostic> diagnostics) throws UsageException {
        TextReport report = new TextReport(page(terminal.errScreen()));
        List<Diagnostic> shown = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() != Severity.NOTE && isWanted(diagnostic))
                .toList();
        terminal.message(report.print(shown));
        long notes = Summary.of(diagnostics).notes();
        if (notes > 0 && !quiet()) {
            terminal.message(Count.of(notes, "note") + ": waymark validate\n");
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
