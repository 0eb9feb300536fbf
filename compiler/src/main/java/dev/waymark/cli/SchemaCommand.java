package dev.waymark.cli;

import dev.waymark.diagnostic.NearName;
import dev.waymark.schema.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code waymark schema}. */
final class SchemaCommand implements Command {
    private static final String MESH_INTENT = "MeshIntent";
    private static final List<String> KINDS = List.of(MESH_INTENT, "MeshOverlay", "MeshFleet");

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
        return new Operands("[" + String.join("|", KINDS) + "]", Values.of(KINDS));
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
        return List.of("waymark schema > " + MeshIntentSchema.FILE_NAME, "waymark schema MeshOverlay | less");
    }

    @Override
    public int run(Invocation invocation) throws UsageException {
        String kind = invocation.operand().orElse(MESH_INTENT);
        invocation.terminal().result(schema(kind).getBytes(StandardCharsets.UTF_8));
        return ExitCode.OK;
    }

    private static String schema(String kind) throws UsageException {
        return switch (kind) {
            case MESH_INTENT -> MeshIntentSchema.text();
            case "MeshOverlay" -> SchemaCheck.text("mesh-overlay.schema.json");
            case "MeshFleet" -> SchemaCheck.text("mesh-fleet.schema.json");
            default ->
                throw new UsageException("there is no kind `" + kind + "`; "
                        + NearName.help(kind, KINDS, "there are MeshIntent, MeshOverlay and MeshFleet"));
        };
    }
}
