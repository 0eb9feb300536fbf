package dev.waymark.kube;

import dev.waymark.kube.Application.Automated;
import dev.waymark.kube.Resource.Literal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applications of one layer that Argo CD makes from a list, {@code argoproj.io/v1alpha1}. What they delivered stays when
 * one of them leaves the list.
 *
 * @param applications those that are made; their namespace, wave and options are those of the set
 */
public record ApplicationSet(ObjectName object, int syncWave, List<String> syncOptions, List<Application> applications)
        implements Resource {
    /** A truth in a template would be a text: what differs in kind is laid over it as a patch. */
    private static final String AUTOMATED = """
            {{- if .automated }}
            spec:
              syncPolicy:
                automated:
                  prune: {{ .prune }}
                  selfHeal: {{ .selfHeal }}
            {{- end }}
            """;

    public ApplicationSet {
        syncOptions = Ordered.list(syncOptions);
        applications = Ordered.list(applications);
    }

    /** The wave as an annotation has it. */
    public String wave() {
        return Integer.toString(syncWave);
    }

    /** What the list says of each Application. */
    public List<Map<String, Object>> elements() {
        return applications.stream().map(ApplicationSet::element).toList();
    }

    private static Map<String, Object> element(Application application) {
        Automated sync = application.automated().orElse(new Automated(false, false));
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("name", application.object().name());
        element.put("project", application.project());
        element.put("repoURL", application.source().repoUrl());
        element.put("revision", application.source().targetRevision());
        element.put("path", application.source().path());
        element.put("server", application.destination().server().orElse(""));
        element.put("cluster", application.destination().name().orElse(""));
        element.put("automated", Literal.of(application.automated().isPresent()));
        element.put("prune", Literal.of(sync.prune()));
        element.put("selfHeal", Literal.of(sync.selfHeal()));
        return element;
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "apiVersion",
                Application.GROUP + "/v1alpha1",
                "kind",
                "ApplicationSet",
                "metadata",
                Application.metadata(object, syncWave),
                "spec",
                spec());
    }

    private Map<String, Object> spec() {
        return Ordered.tree(
                "goTemplate",
                Literal.of(true),
                "goTemplateOptions",
                List.of("missingkey=error"),
                "generators",
                List.of(Ordered.tree("list", Ordered.tree("elements", elements()))),
                "syncPolicy",
                Ordered.tree("preserveResourcesOnDeletion", Literal.of(true)),
                "template",
                template(),
                "templatePatch",
                AUTOMATED);
    }

    private Map<String, Object> template() {
        return Ordered.tree(
                "metadata",
                Ordered.tree("name", "{{ .name }}", "annotations", Application.inWave(syncWave)),
                "spec",
                Ordered.tree(
                        "project",
                        "{{ .project }}",
                        "source",
                        Ordered.tree(
                                "repoURL", "{{ .repoURL }}",
                                "targetRevision", "{{ .revision }}",
                                "path", "{{ .path }}"),
                        "destination",
                        Ordered.tree("server", "{{ .server }}", "name", "{{ .cluster }}"),
                        "syncPolicy",
                        Ordered.tree("syncOptions", syncOptions)));
    }
}
