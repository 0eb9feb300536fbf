package dev.waymark.cli;

import dev.waymark.output.OutputException;
import dev.waymark.report.Page;
import dev.waymark.report.Printable;
import dev.waymark.source.InputException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The program {@code waymark}. */
public final class Main {
    private static final List<Command> COMMANDS = List.of(
            new RenderCommand(),
            new ValidateCommand(),
            new CheckCommand(),
            new DiffCommand(),
            new RoutesCommand(),
            new LintCommand(),
            new InjectCommand(),
            new HandoverCommand(),
            new ExplainCommand(),
            new InitCommand(),
            new SchemaCommand(),
            new CompletionCommand(),
            new HelpCommand());

    private final Terminal terminal;

    Main(Terminal terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int exitCode = new Main(new Terminal(System.in, out, err, screen("stdout"), screen("stderr"))).run(arguments);
        err.flush();
        System.exit(out.checkError() ? lostResult(err) : exitCode);
    }

    /** A result that nobody received is no result. */
    private static int lostResult(PrintStream err) {
        err.print("waymark: cannot write to standard output\n");
        err.flush();
        return ExitCode.TROUBLE;
    }

    /** UTF-8 whatever the default charset: results are the same bytes everywhere. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    /**
     * The launcher knows what is a terminal, and how wide; the Java platform does not say it of standard error.
     *
     * @param stream {@code stdout} or {@code stderr}
     */
    private static Terminal.Screen screen(String stream) {
        if (!Boolean.getBoolean("waymark." + stream + ".terminal")) {
            return Terminal.Screen.NONE;
        }
        String noColor = System.getenv("NO_COLOR");
        boolean coloured = noColor == null || noColor.isEmpty();
        return new Terminal.Screen(true, coloured, Integer.getInteger("waymark.columns", Page.UNLIMITED));
    }

    /** All of them, in the order of help. */
    static List<Command> commands() {
        return COMMANDS;
    }

    /** Runs one command; never throws. */
    int run(String... arguments) {
        try {
            return dispatch(arguments);
        } catch (UsageException e) {
            return trouble(e.getMessage() + seeAlso(String.valueOf(e.getMessage()), arguments));
        } catch (InputException | OutputException e) {
            return trouble(String.valueOf(e.getMessage()));
        } catch (InvalidPathException e) {
            return trouble("`" + e.getInput() + "` is not a path that this system can name");
        } catch (OutOfMemoryError e) {
            return trouble("there is too little memory for so much; WAYMARK_JAVA_OPTS=-Xmx2g gives 2 GiB of it");
        } catch (RuntimeException | Error e) {
            if (Arrays.asList(arguments).contains("--" + CommonOptions.DEBUG)) {
                e.printStackTrace(terminal.err());
            }
            return trouble(
                    "a fault of Waymark's own, please report it: " + oneLine(e.toString()) + " (--debug prints where)");
        }
    }

    /** Where more stands, unless the message says what to do. */
    private static String seeAlso(String message, String... arguments) {
        boolean command = COMMANDS.stream().anyMatch(each -> each.name().equals(arguments[0]));
        boolean complete = message.endsWith("?") || message.contains("waymark ");
        return complete ? "" : "; see waymark " + (command ? arguments[0] + " " : "") + "--help";
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private int trouble(String message) {
        terminal.message("waymark: " + Printable.of(message) + "\n");
        return ExitCode.TROUBLE;
    }

    private int dispatch(String... arguments) throws UsageException, InputException, OutputException {
        String first = arguments.length == 0 ? "" : arguments[0];
        switch (first) {
            case "" -> {
                terminal.message(Help.general(COMMANDS));
                return ExitCode.TROUBLE;
            }
            case "--" + CommonOptions.HELP, "-h" -> {
                terminal.result(Help.general(COMMANDS));
                return ExitCode.OK;
            }
            case "--" + CommonOptions.VERSION -> {
                return printVersion();
            }
            default -> {
                return run(command(first), Arrays.copyOfRange(arguments, 1, arguments.length));
            }
        }
    }

    private int printVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        terminal.result("waymark " + (version == null ? "development" : version) + "\n");
        return ExitCode.OK;
    }

    static Command command(String name) throws UsageException {
        List<String> names = COMMANDS.stream().map(Command::name).toList();
        return COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Misuse.unknownCommand(name, names));
    }

    private int run(Command command, String... arguments) throws UsageException, InputException, OutputException {
        CommandLine line = parse(command, arguments);
        if (line.hasOption(CommonOptions.HELP)) {
            terminal.result(Help.of(command));
            return ExitCode.OK;
        }
        if (line.hasOption(CommonOptions.VERSION)) {
            return printVersion();
        }
        return command.run(new Invocation(command, line, terminal).checked());
    }

    private static CommandLine parse(Command command, String... arguments) throws UsageException {
        Options options = new Options();
        command.allOptions().forEach(spec -> options.addOption(spec.toOption()));
        Misuse.checkHyphens(command, List.of(arguments));
        try {
            return DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, arguments);
        } catch (UnrecognizedOptionException e) {
            throw Misuse.unknownOption(command, e.getOption());
        } catch (MissingArgumentException e) {
            throw new UsageException("--" + e.getOption().getLongOpt() + " needs a value");
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
