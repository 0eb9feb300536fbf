package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.report.Count;
import dev.waymark.source.InputException;
import java.util.List;

/** {@code waymark validate}. */
final class ValidateCommand implements Command {
    @Override
    public String name() {
        return "validate";
    }

    @Override
    public String summary() {
        return "do everything but writing";
    }

    @Override
    public List<String> formats() {
        return Invocation.DIAGNOSTIC_FORMATS;
    }

    @Override
    public List<String> examples() {
        return List.of("waymark validate", "waymark validate mesh/ --format sarif > waymark.sarif");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        CompileResult<List<Mesh>> result = new MeshCompiler(invocation.request()).validate();
        return invocation.printJudgement(result, result.outcome().map(ValidateCommand::describe));
    }

    private static String describe(List<Mesh> meshes) {
        return meshes.size() == 1 ? describe(meshes.get(0)) : Count.of(meshes.size(), "cluster");
    }

    private static String describe(Mesh mesh) {
        int waypoints = mesh.waypoints().size();
        int consumers = mesh.waypoints().stream()
                .mapToInt(waypoint -> waypoint.consumers().size())
                .sum();
        int externals =
                mesh.units().stream().map(Unit::externals).mapToInt(List::size).sum();
        return Count.of(mesh.units().size(), "unit") + ", " + Count.of(waypoints, "waypoint") + ", "
                + Count.of(consumers, "consumer") + ", " + Count.of(externals, "external");
    }
}
