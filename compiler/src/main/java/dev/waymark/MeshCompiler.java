package dev.waymark;

import dev.waymark.Compilation.Outcome;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.FleetIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Application;
import dev.waymark.kube.IstioVersion;
import dev.waymark.lower.Layer;
import dev.waymark.mesh.Mesh;
import dev.waymark.output.OutputException;
import dev.waymark.output.StaleFile;
import dev.waymark.output.WriteResult;
import dev.waymark.routing.ClusterRouting;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import dev.waymark.yaml.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Compiles intents: into one mesh, or into one for each cluster of a fleet, which are compiled side by side and each into
 * a folder of its own. An instance serves one request.
 */
public final class MeshCompiler {
    private final CompileRequest request;
    private final DiagnosticLog log = new DiagnosticLog();
    private Workspace workspace = Workspace.EMPTY;
    private List<Compilation> meshes = List.of();

    public MeshCompiler(CompileRequest request) {
        this.request = request;
    }

    /** Everything but writing; the outcome is every mesh. */
    public CompileResult<List<Mesh>> validate() throws InputException {
        read();
        return validated();
    }

    private CompileResult<List<Mesh>> validated() throws InputException {
        return result(all(SideBySide.each(meshes, Compilation::validate)).filter(found -> !isRefused()));
    }

    /** The same for one mesh, of a fleet that of the cluster that the request names. */
    CompileResult<Mesh> validateOne() throws InputException {
        read();
        workspace.checkOne("a stream is for one cluster");
        return first(validated());
    }

    /** The same for somebody who asks which labels owners are to carry: that they lack one is no error. */
    CompileResult<Mesh> wantedOfOne() throws InputException {
        read();
        workspace.checkOne("labels are handed over for one cluster");
        meshes.forEach(mesh -> mesh.input().log().leaveOut(Code.OWNER_LACKS_LABEL));
        return first(validated());
    }

    private static CompileResult<Mesh> first(CompileResult<List<Mesh>> all) {
        return all.with(all.outcome().map(found -> found.get(0)));
    }

    /**
     * Writes the output, of each mesh all of it or nothing. A cluster of a fleet that is refused leaves its folder as it
     * was, and the others alone.
     *
     * @throws OutputException if the directory cannot be read or written, or another render is writing into it
     */
    public CompileResult<WriteResult> render(Path directory, RenderOptions options)
            throws InputException, OutputException {
        read();
        Optional<FleetFolder> fleet = openFleet(directory);
        if (fleet.isPresent()) {
            fleet.get().checkRemoved(options.removedUnits());
        }
        if (isRefused()) {
            return result(Optional.empty());
        }
        boolean switches = fleet.filter(FleetFolder::isSwitching).isPresent();
        Pass pass = new Pass(directory, fleet, asksForSets() && !switches);
        Optional<WriteResult> written = render(pass, options, WriteResult.NOTHING);
        if (switches && isWhole() && !log.hasErrors() && isComplete(written)) {
            written = render(new Pass(directory, fleet, true), options, written.orElseThrow());
        }
        return result(written);
    }

    /**
     * Once through all meshes.
     *
     * @param bySets whether ApplicationSets take the place of the Applications
     */
    private record Pass(Path directory, Optional<FleetFolder> fleet, boolean bySets) {
        Path folder(Compilation mesh) {
            return mesh.input().cluster().map(directory::resolve).orElse(directory);
        }
    }

    private static boolean isComplete(Optional<WriteResult> written) {
        return written.filter(result -> result.refused().isEmpty()).isPresent();
    }

    /** Renders all meshes, and the sets behind them; empty if every mesh was refused. */
    private Optional<WriteResult> render(Pass pass, RenderOptions options, WriteResult before)
            throws InputException, OutputException {
        List<Optional<Outcome<WriteResult>>> written =
                SideBySide.each(meshes, mesh -> mesh.render(pass.folder(mesh), options, pass.bySets()));
        WriteResult all = before;
        for (int index = 0; index < meshes.size(); index++) {
            Compilation mesh = meshes.get(index);
            WriteResult own = written.get(index).map(Outcome::value).orElseGet(refused(mesh));
            all = all.and(own, prefix(mesh));
        }
        Optional<FleetFolder> sets = sets(pass, written);
        if (sets.isPresent()) {
            all = all.and(sets.get().render(applications(written), options), "");
        }
        return written.stream().anyMatch(Optional::isPresent) ? Optional.of(all) : Optional.empty();
    }

    /** Compares a directory with what a render would write; the outcome lists what differs. */
    public CompileResult<SortedSet<StaleFile>> check(Path directory) throws InputException, OutputException {
        read();
        Optional<FleetFolder> fleet = openFleet(directory);
        if (isRefused()) {
            return result(Optional.empty());
        }
        boolean keeps = !isWhole() && fleet.filter(FleetFolder::isSwitching).isPresent();
        Pass pass = new Pass(directory, fleet, asksForSets() && !keeps);
        List<Optional<Outcome<SortedSet<StaleFile>>>> found =
                SideBySide.each(meshes, mesh -> mesh.check(pass.folder(mesh), pass.bySets()));
        SortedSet<StaleFile> stale = new TreeSet<>();
        for (int index = 0; index < meshes.size(); index++) {
            String prefix = prefix(meshes.get(index));
            found.get(index).ifPresent(files -> files.value().forEach(file -> stale.add(file.within(prefix))));
        }
        Optional<FleetFolder> sets = sets(pass, found);
        if (sets.isPresent()) {
            stale.addAll(sets.get().check(applications(found)));
        }
        fleet.filter(each -> isWhole())
                .ifPresent(each ->
                        each.left().forEach(cluster -> stale.add(new StaleFile(cluster, StaleFile.Reason.OBSOLETE))));
        report(directory, stale);
        boolean any = found.stream().anyMatch(Optional::isPresent);
        return result(any ? Optional.of(stale) : Optional.empty());
    }

    private void report(Path directory, SortedSet<StaleFile> stale) {
        if (!stale.isEmpty()) {
            String files = stale.size() == 1 ? "1 file differs" : stale.size() + " files differ";
            log.add(Diagnostic.of(Code.STALE_OUTPUT, directory, files));
        }
    }

    /**
     * One stream of cluster objects, whole or not at all. Nothing is known of earlier renders, so that nothing lingers.
     *
     * @param layers those that are printed, in their order
     */
    public CompileResult<byte[]> print(SortedSet<Layer> layers) throws InputException {
        read();
        workspace.checkOne("a stream is for one cluster");
        return result(all(SideBySide.each(meshes, mesh -> mesh.print(layers))).map(streams -> streams.get(0)));
    }

    /**
     * Who goes through which waypoint, once the output has reached the mesh; with an inventory alone, as it is. What
     * would be refused later is answered for all the same.
     */
    public CompileResult<List<ClusterRouting>> routes() throws InputException {
        if (request.inputs().isEmpty()) {
            Inventory existing = InventoryReader.read(request, log);
            Routing routing = new Routing(existing.view(request.istioVersion().orElse(IstioVersion.NEWEST)));
            return result(Optional.of(List.of(new ClusterRouting(Optional.empty(), routing)))
                    .filter(found -> !log.hasErrors()));
        }
        read();
        return result(all(SideBySide.each(meshes, Compilation::routes)));
    }

    /** What would be rendered, mesh by mesh, and the ApplicationSets of a fleet; wrong or not. */
    CompileResult<Previews> previews() throws InputException {
        read();
        return result(all(SideBySide.each(meshes, mesh -> mesh.preview(asksForSets())))
                .map(found -> Previews.of(found, workspace.fleet().filter(fleet -> isWhole()))));
    }

    /** The routes of one mesh, of a fleet that of the cluster that the request names. */
    public CompileResult<ClusterRouting> routesOfOne() throws InputException {
        CompileResult<List<ClusterRouting>> all = routes();
        workspace.checkOne("one cluster can be shown at a time");
        return all.with(all.outcome().map(found -> found.get(0)));
    }

    private void read() throws InputException {
        workspace = Workspace.read(request, log);
        CompileRequest each = workspace.meshes().size() > 1 ? request.progress(Progress.NONE) : request;
        meshes = workspace.meshes().stream()
                .map(mesh -> new Compilation(each, mesh))
                .toList();
        if (!log.hasErrors()) {
            workspace.fleet().ifPresent(fleet -> FleetNames.checkDelivery(fleet, meshes, log));
        }
    }

    private boolean asksForSets() {
        return workspace.fleet().filter(FleetIntent::applicationSets).isPresent();
    }

    /** Whether all clusters of a fleet are compiled. */
    private boolean isWhole() {
        return request.cluster().isEmpty() && !meshes.isEmpty();
    }

    /** In a fleet what is wrong with all of it stops every cluster. */
    private boolean isRefused() {
        return meshes.isEmpty() || (workspace.fleet().isPresent() && log.has(request.failOn()));
    }

    /** The folder of the fleet, if there is one, as it is before anything is written. */
    private Optional<FleetFolder> openFleet(Path directory) throws OutputException {
        if (workspace.fleet().isEmpty()) {
            return Optional.empty();
        }
        FleetFolder fleet = FleetFolder.open(workspace.fleet().get(), directory, log);
        fleet.checkLinks(meshes);
        if (isWhole()) {
            fleet.checkOthers();
        }
        return Optional.of(fleet);
    }

    /** The ApplicationSets wait until every cluster has been rendered. */
    private Optional<FleetFolder> sets(Pass pass, List<? extends Optional<?>> outcomes) {
        return pass.fleet()
                .filter(fleet -> isWhole() && outcomes.stream().allMatch(Optional::isPresent))
                .filter(FleetFolder::concernsSets);
    }

    private static <T> List<Application> applications(List<Optional<Outcome<T>>> outcomes) {
        return outcomes.stream()
                .flatMap(Optional::stream)
                .flatMap(outcome -> outcome.applications().stream())
                .toList();
    }

    private static Supplier<WriteResult> refused(Compilation mesh) {
        return () -> mesh.input().cluster().map(WriteResult::refused).orElse(WriteResult.NOTHING);
    }

    private static String prefix(Compilation mesh) {
        return mesh.input().cluster().map(name -> name + "/").orElse("");
    }

    /** All outcomes, if there are and none is missing. */
    private static <T> Optional<List<T>> all(List<Optional<T>> outcomes) {
        List<T> all = new ArrayList<>();
        outcomes.forEach(outcome -> outcome.ifPresent(all::add));
        return outcomes.isEmpty() || all.size() < outcomes.size() ? Optional.empty() : Optional.of(all);
    }

    private <T> CompileResult<T> result(Optional<T> outcome) {
        List<Diagnostic> found =
                workspace.fleet().isPresent() ? FleetMessages.merge(log.sorted(), workspace.meshes()) : log.sorted();
        boolean failed = found.stream().anyMatch(each -> each.severity().compareTo(request.failOn()) <= 0);
        return new CompileResult<>(found, new Places(workspace.documents()), failed, outcome);
    }
}
