package dev.waymark.cli;

import dev.waymark.output.NewFiles;
import dev.waymark.output.OutputException;
import dev.waymark.source.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code waymark init}. */
final class InitCommand implements Command {
    private static final String DEFAULT_FILE = "mesh.yaml";

    @Override
    public String name() {
        return "init";
    }

    @Override
    public String summary() {
        return "write a commented first intent, and beside it the schema for editors";
    }

    @Override
    public Operands operands() {
        return new Operands("[FILE]", Values.FILES);
    }

    @Override
    public boolean readsIntents() {
        return false;
    }

    @Override
    public List<String> examples() {
        return List.of("waymark init", "waymark init mesh/shop.yaml");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException, OutputException {
        String name = file(invocation);
        Path file = Path.of(name);
        Path schema = file.resolveSibling(MeshIntentSchema.FILE_NAME);
        SortedMap<Path, String> files = new TreeMap<>();
        files.put(file, FirstIntent.in(file.toAbsolutePath().getParent()));
        if (!NewFiles.holds(schema, MeshIntentSchema.text())) {
            files.put(schema, MeshIntentSchema.text());
        }
        NewFiles.write(files);
        describe(invocation, name, schema);
        return ExitCode.OK;
    }

    private static String file(Invocation invocation) throws UsageException {
        String name = invocation.operand().orElse(DEFAULT_FILE);
        if (name.equals("-")) {
            throw new UsageException("init writes a file, and - is standard input");
        }
        if (name.endsWith("/")) {
            throw new UsageException("init writes a file, and " + name + " is a folder: name " + name + DEFAULT_FILE);
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw new UsageException("init writes a YAML file: name " + name + ".yaml or " + name + "/" + DEFAULT_FILE);
        }
        return name;
    }

    private static void describe(Invocation invocation, String name, Path schema) {
        invocation.say("wrote " + name + ", whose fields " + schema + " explains to editors; then:");
        invocation.say("  waymark validate " + ShellWord.of(name));
        invocation.say("  waymark render " + ShellWord.of(name) + " -o rendered");
    }
}
