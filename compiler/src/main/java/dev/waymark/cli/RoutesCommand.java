package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.output.OutputException;
import dev.waymark.report.DotReport;
import dev.waymark.report.MermaidReport;
import dev.waymark.report.RoutesReport;
import dev.waymark.report.SvgReport;
import dev.waymark.routing.Route;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import java.util.List;

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
        CompileResult<Routing> result = new MeshCompiler(invocation.request(
                        invocation.intentsBesideInventory(invocation.line().getArgList())))
                .routes();
        invocation.printMessages(result.diagnostics());
        if (result.outcome().isEmpty()) {
            return ExitCode.FOUND;
        }
        List<Route> routes = result.outcome().get().routes().toList();
        invocation
                .terminal()
                .result(
                        switch (invocation.format()) {
                            case "json" -> RoutesReport.json(routes);
                            case "mermaid" -> MermaidReport.print(routes);
                            case "dot" -> DotReport.print(routes);
                            case "svg" -> SvgReport.print(routes);
                            default -> RoutesReport.text(routes);
                        });
        return ExitCode.OK;
    }
}
