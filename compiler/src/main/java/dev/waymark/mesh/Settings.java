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

/** Facts about the mesh and its delivery, of which all documents together state each once. */
record Settings(
        IstioVersion istioVersion, Optional<Text> revision, Optional<Text> rootNamespace, Via via, Delivery delivery) {
    /** @param istioVersion what holds in place of a version that the documents state */
    static Settings of(List<MeshIntent> intents, Optional<IstioVersion> istioVersion, DiagnosticLog log) {
        checkFolders(intents, log);
        Stated stated = new Stated(intents, log);
        Optional<Text> version =
                stated.once("mesh.istioVersion", intent -> intent.mesh().istioVersion());
        return new Settings(
                istioVersion
                        .or(() -> version.map(text -> IstioVersion.of(text.value())))
                        .orElse(IstioVersion.NEWEST),
                stated.once("mesh.revision", intent -> intent.mesh().revision()),
                stated.once("mesh.rootNamespace", intent -> intent.mesh().rootNamespace()),
                stated.once("delivery.via", intent -> intent.delivery().via())
                        .map(text -> Via.of(text.value()))
                        .orElse(Via.PATCH),
                new DeliverySettings(stated).resolve());
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
