package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.IstioVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Facts about the mesh and its delivery, of which all documents together state each once. */
record Settings(IstioVersion istioVersion, Optional<Text> revision, Optional<Text> rootNamespace, Via via) {
    /** @param istioVersion what holds in place of a version that the documents state */
    static Settings of(List<MeshIntent> intents, Optional<IstioVersion> istioVersion, DiagnosticLog log) {
        checkFolders(intents, log);
        Optional<Text> version =
                single("mesh.istioVersion", intents, intent -> intent.mesh().istioVersion(), log);
        Optional<Text> via =
                single("delivery.via", intents, intent -> intent.delivery().via(), log);
        return new Settings(
                istioVersion
                        .or(() -> version.map(text -> IstioVersion.of(text.value())))
                        .orElse(IstioVersion.NEWEST),
                single("mesh.revision", intents, intent -> intent.mesh().revision(), log),
                single("mesh.rootNamespace", intents, intent -> intent.mesh().rootNamespace(), log),
                via.map(text -> Via.of(text.value())).orElse(Via.PATCH));
    }

    private static Optional<Text> single(
            String field, List<MeshIntent> intents, Function<MeshIntent, Optional<Text>> value, DiagnosticLog log) {
        @Nullable Text first = null;
        for (MeshIntent intent : intents) {
            @Nullable Text stated = value.apply(intent).orElse(null);
            if (first == null) {
                first = stated;
            } else if (stated != null && !stated.value().equals(first.value())) {
                log.add(Diagnostic.of(
                                Code.CONFLICTING_SETTINGS,
                                "`" + field + "` is " + stated + " here and " + first + " elsewhere",
                                "what is compiled together is one mesh: half of it would be rendered for another",
                                "state it in one document")
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
