package dev.waymark.lower;

import dev.waymark.kube.Application;
import dev.waymark.kube.ApplicationSet;
import dev.waymark.kube.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ApplicationSets of a fleet: one for each layer, in the place of an Application for each cluster, unit and layer. */
public final class ApplicationSets {
    private static final String KIND = "applicationset";

    private ApplicationSets() {}

    /** Whether a path is that of a set of a fleet. */
    public static boolean isOf(String fleet, String path) {
        return path.startsWith(KIND + "_" + fleet + "-");
    }

    /**
     * The sets of some Applications, which lie in one namespace; a layer without any has no set.
     *
     * @param folder in which they are written
     */
    public static List<Manifest> of(String fleet, List<Application> applications, String folder) {
        List<Manifest> sets = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            List<Application> delivered = applications.stream()
                    .filter(application -> application.object().name().endsWith("-" + layer.word()))
                    .toList();
            if (!delivered.isEmpty()) {
                sets.add(set(fleet + "-" + layer.word(), delivered, folder));
            }
        }
        return sets;
    }

    private static Manifest set(String name, List<Application> applications, String folder) {
        Application first = applications.get(0);
        ApplicationSet set = new ApplicationSet(
                new ObjectName(first.object().namespace(), name), first.syncWave(), first.syncOptions(), applications);
        return new Manifest(folder, FileName.yaml(KIND, name), set, Optional.empty());
    }
}
