package dev.waymark;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.DeliveryIntent;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one mesh is compiled from.
 *
 * @param cluster its name in a fleet
 * @param intents that have passed the schema, overlays laid over them
 * @param files in which what they say stands
 * @param delivery in place of what the intents say
 * @param log of this mesh alone; in it are the mistakes that were found on the way here
 */
record MeshInput(
        Optional<String> cluster,
        List<YamlDocument> intents,
        Set<SourceFile> files,
        Optional<DeliveryIntent> delivery,
        CompileRequest.Existing existing,
        DiagnosticLog log) {}
