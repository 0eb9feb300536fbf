package dev.waymark.cli;

import dev.waymark.diagnostic.NearName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code waymark schema}. */
final class SchemaCommand implements Command {
    private static final String MESH_INTENT = "MeshIntent";

    /** Kinds of the language that nothing compiles yet. */
    private static final List<String> LATER = List.of("MeshOverlay", "MeshFleet");

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public String summary() {
        return "print the JSON Schema of the intent language";
    }

    @Override
    public Operands operands() {
        return new Operands("[" + MESH_INTENT + "]", Values.of(List.of(MESH_INTENT)));
    }

    @Override
    public boolean readsIntents() {
        return false;
    }

    @Override
    public List<String> formats() {
        return List.of("json");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark schema > " + MeshIntentSchema.FILE_NAME, "waymark schema MeshIntent | less");
    }

    @Override
    public int run(Invocation invocation) throws UsageException {
        String kind = invocation.operand().orElse(MESH_INTENT);
        if (LATER.contains(kind)) {
            throw new UsageException(kind + " has no schema yet; there is " + MESH_INTENT + " so far");
        }
        if (!kind.equals(MESH_INTENT)) {
            throw new UsageException("there is no kind `" + kind + "`; "
                    + NearName.help(kind, List.of(MESH_INTENT), "there is " + MESH_INTENT));
        }
        invocation.terminal().result(MeshIntentSchema.text().getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }
}
