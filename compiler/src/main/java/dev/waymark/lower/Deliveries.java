package dev.waymark.lower;

import dev.waymark.kube.Application;
import dev.waymark.kube.FluxKustomization;
import dev.waymark.kube.Resource;
import java.util.Optional;

/** Where delivery objects go. */
final class Deliveries {
    private Deliveries() {}

    static Manifest manifest(String unit, Resource resource) {
        return new Manifest(unit, path(resource), resource, Optional.empty());
    }

    /** The path of a delivery object, relative to its unit. */
    static String path(Resource resource) {
        if (resource instanceof Application application) {
            return "argocd/" + FileName.yaml("application", application.object().name());
        }
        if (resource instanceof FluxKustomization kustomization) {
            return "flux/"
                    + FileName.yaml("kustomization", kustomization.object().name());
        }
        throw new IllegalArgumentException("delivers no unit: " + resource);
    }
}
