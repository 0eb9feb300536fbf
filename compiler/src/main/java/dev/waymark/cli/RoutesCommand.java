package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.output.OutputException;
import dev.waymark.report.DotReport;
import dev.waymark.report.MermaidReport;
import dev.waymark.report.RoutesReport;
import dev.waymark.report.SvgReport;
import dev.waymark.routing.ClusterRouting;
import dev.waymark.routing.Route;
import dev.waymark.source.InputException;
import java.util.List;
import java.util.function.Function;

/** {@code waymark routes}. */
final class RoutesCommand implements Command {
    @Override
    public String name() {
        return "routes";
    }

    @Override
    public String summary() {
        return "who goes through which waypoint";
    }

    @Override
    public List<String> formats() {
        return List.of("text", "json", "mermaid", "dot", "svg");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark routes mesh/", "waymark routes --inventory manifests/ --format json");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException, OutputException {
        MeshCompiler compiler = new MeshCompiler(invocation.request(
                invocation.intentsBesideInventory(invocation.line().getArgList())));
        return switch (invocation.format()) {
            case "json" -> print(invocation, compiler.routes(), RoutesReport::json);
            case "text" -> print(invocation, compiler.routes(), RoutesReport::text);
            case "mermaid" -> print(invocation, compiler.routesOfOne(), picture(MermaidReport::print));
            case "dot" -> print(invocation, compiler.routesOfOne(), picture(DotReport::print));
            default -> print(invocation, compiler.routesOfOne(), picture(SvgReport::print));
        };
    }

    private static Function<ClusterRouting, String> picture(Function<List<Route>, String> print) {
        return mesh -> print.apply(mesh.routing().routes().toList());
    }

    private static <T> int print(Invocation invocation, CompileResult<T> result, Function<T, String> print)
            throws UsageException {
        invocation.printMessages(result.diagnostics());
        if (result.outcome().isEmpty()) {
            return ExitCode.FOUND;
        }
        invocation.terminal().result(print.apply(result.outcome().get()));
        return ExitCode.OK;
    }
}
