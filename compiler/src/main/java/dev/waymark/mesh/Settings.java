package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.MeshSettings;
import dev.waymark.intent.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts about the mesh, of which all documents together state each once. */
record Settings(IstioVersion istioVersion, Optional<Text> revision) {
    static Settings of(List<MeshIntent> intents, DiagnosticLog log) {
        checkFolders(intents, log);
        Optional<Text> version = single("istioVersion", intents, MeshSettings::istioVersion, log);
        return new Settings(
                version.map(text -> IstioVersion.of(text.value())).orElse(IstioVersion.NEWEST),
                single("revision", intents, MeshSettings::revision, log));
    }

    private static Optional<Text> single(
            String field, List<MeshIntent> intents, Function<MeshSettings, Optional<Text>> value, DiagnosticLog log) {
        @Nullable Text first = null;
        for (MeshIntent intent : intents) {
            @Nullable Text stated = value.apply(intent.mesh()).orElse(null);
            if (first == null) {
                first = stated;
            } else if (stated != null && !stated.value().equals(first.value())) {
                log.add(Diagnostic.of(
                                Code.CONFLICTING_SETTINGS,
                                "`mesh." + field + "` is " + stated + " here and " + first + " elsewhere",
                                "one mesh has one control plane configuration: half of the waypoints would be rendered for another",
                                "state `mesh` in one document")
                        .at(stated.span())
                        .and(first.span(), "stated first"));
            }
        }
        return Optional.ofNullable(first);
    }

    /** Two teams that chose one name would otherwise overwrite each other's folder of the output. */
    private static void checkFolders(List<MeshIntent> intents, DiagnosticLog log) {
        Map<String, Text> firsts = new HashMap<>();
        for (MeshIntent intent : intents) {
            Text unit = intent.unit();
            Text first = firsts.computeIfAbsent(unit.value(), name -> unit);
            if (!folder(unit).equals(folder(first))) {
                log.add(Diagnostic.of(
                                Code.CONFLICTING_SETTINGS,
                                "the unit `" + unit + "` has documents in two folders",
                                "two teams that chose one name would share one folder of the output",
                                "give one of them another `metadata.name`, or put the documents side by side")
                        .at(unit.span())
                        .and(first.span(), "the same name in another folder"));
            }
        }
    }

    private static String folder(Text text) {
        return text.span().file().folder();
    }
}
