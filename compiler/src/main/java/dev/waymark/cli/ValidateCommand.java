package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.report.Summary;
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
    public List<OptionSpec> options() {
        return List.of();
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
        CompileResult<Mesh> result = new MeshCompiler(invocation.request()).validate();
        invocation.printDiagnostics(result);
        if (invocation.format().equals("text")) {
            String what = result.mesh().map(mesh -> ": " + describe(mesh)).orElse("");
            invocation.say(Summary.of(result.diagnostics()).words() + what);
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private static String describe(Mesh mesh) {
        int waypoints = mesh.waypoints().size();
        int consumers = mesh.waypoints().stream()
                .mapToInt(waypoint -> waypoint.consumers().size())
                .sum();
        int externals =
                mesh.units().stream().map(Unit::externals).mapToInt(List::size).sum();
        return count(mesh.units().size(), "unit") + ", " + count(waypoints, "waypoint") + ", "
                + count(consumers, "consumer") + ", " + count(externals, "external");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
