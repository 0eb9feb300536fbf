package dev.waymark.diagnostic;

import static dev.waymark.diagnostic.Severity.ERROR;
import static dev.waymark.diagnostic.Severity.NOTE;
import static dev.waymark.diagnostic.Severity.WARNING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of diagnostics. A code is never reused. Each entry has the message, what follows from the mistake in
 * the mesh, and the way out; the three sentences share their arguments. The first digit names the gate that reports
 * it: 0 syntax and schema, 1 and 3 references, 4 delivery, 2 routing, 5 policy.
 */
public enum Code {
    YAML_SYNTAX(
            "WM0001",
            ERROR,
            "this is not YAML: {0}",
            "nothing behind this place is read, so that what it states would be missing from the mesh",
            "mend the YAML at this place; the parser stopped here"),
    DUPLICATE_KEY(
            "WM0002",
            ERROR,
            "the key `{0}` stands twice in one mapping",
            "one of the two values would be dropped, and not by every reader the same one",
            "keep one of the two; what both of them list goes under one key"),
    UNSUPPORTED_YAML(
            "WM0003",
            ERROR,
            "{0}",
            "an intent is reviewed by people: what a line does to traffic must stand on that line",
            "{1}"),
    SCHEMA_VIOLATION("WM0004", ERROR, "{0}", "{1}", "{2}"),
    UNKNOWN_FIELD(
            "WM0005",
            ERROR,
            "`{0}` is not a field of {1}",
            "nothing would read it, so that the mesh would differ from what the file says",
            "known here: {2}"),
    UNKNOWN_KIND(
            "WM0006",
            ERROR,
            "{0}",
            "the document would not be compiled, and the waypoints of its team would be missing",
            "{1}"),
    NO_INTENT(
            "WM0007",
            ERROR,
            "nothing to compile: no MeshIntent in {0}",
            "an empty result would take every waypoint away",
            "name a file or a folder with a document of apiVersion waymark.dev/v1alpha1 and kind MeshIntent; "
                    + "`waymark init` writes a first one"),
    INVALID_SUPPRESSION("WM0008", WARNING, "{0}", "{1}", "{2}"),
    SKIPPED_MANIFEST(
            "WM0009", NOTE, "{0}", "what it states is not in the inventory, as if it were not in the cluster", "{1}"),
    NOTHING_TO_CHECK(
            "WM0010",
            ERROR,
            "nothing was checked: there is no manifest in {0}",
            "a check of nothing passes, whatever the mesh is like",
            "name files or folders of manifests (*.yaml, *.yml, *.json), or pipe them in: "
                    + "kubectl get ns,gtw,svc,deploy -A -o yaml | waymark lint -"),

    SKIPPED_OVERLAY(
            "WM0011",
            NOTE,
            "this overlay is skipped: no fleet lays it over anything",
            "nothing is changed by it",
            "name its file under `overlays` of a cluster, and name the fleet on the command line"),

    DUPLICATE_WAYPOINT(
            "WM1001",
            ERROR,
            "the waypoint {0} is declared twice",
            "there is one Gateway of that name: one declaration would overwrite the other",
            "keep one of the declarations, or give one of them another name"),
    WAYPOINT_NOT_FOUND(
            "WM1002",
            ERROR,
            "the waypoint {0} is not declared in any of the documents",
            "A label that names a waypoint which is not there is ignored: traffic would bypass it, and its L7 policies.",
            "declare it, or compile this together with the document that does",
            "WaypointIsNotReady"),
    CONFLICTING_ENROLLMENT(
            "WM1003",
            ERROR,
            "{0} cannot be {1}",
            "an object has one `istio.io/use-waypoint` label: traffic would skip a waypoint, with its L7 policies",
            "keep one of the two; to move it to another waypoint, begin with `phase: prepare` there"),
    DUPLICATE_ENROLLMENT(
            "WM1004",
            WARNING,
            "{0} is listed twice {1}",
            "nothing changes, but whoever removes one of the lines has not taken {0} off the list",
            "remove one of the lines"),
    TARGET_NOT_FOUND(
            "WM1005",
            ERROR,
            "{1} has no {0}",
            "labels need an object to go on: without it, the traffic that is meant would not go the way that is written",
            "correct the name, or remove the line; if it exists, add its manifest to the inventory"),
    SELECTOR_MATCHES_NOTHING(
            "WM1006",
            ERROR,
            "no workload of namespace {0} has pods with {1}",
            "nothing would be labelled: the traffic that is meant would not go the way that is written",
            "write labels that stand in a pod template, or remove the line"),
    EXTERNAL_NOT_FOUND(
            "WM1007",
            ERROR,
            "the external {0} is not declared",
            "no ServiceEntry would carry the label: calls to those hosts would bypass the waypoint",
            "declare it under `spec.externals`, here or in a document compiled with this one"),
    OVERLAY_MATCHES_NOTHING(
            "WM1008",
            ERROR,
            "the overlay {0}",
            "what it says would be lost without a word: the cluster would be rendered as if it did not stand there",
            "{1}"),
    NAME_TAKEN(
            "WM1009",
            ERROR,
            "the waypoint {0} cannot have its {1}: the name is taken",
            "istiod makes them for the Gateway, and changes nothing of that name that it did not make: "
                    + "the waypoint would never run as declared, and its traffic would fail or bypass it",
            "give the waypoint another name, or rename what is in its way"),
    OVERRIDES_OWNER(
            "WM1010",
            ERROR,
            "the manifest of {0} says that it uses {1}",
            "a label of ours would turn that into {2}: its owner reads one thing, and the traffic does another",
            "agree with the owner on one of the two: take the label out of the manifest, or this line out of the intent"),
    DUPLICATE_EXTERNAL(
            "WM1011",
            ERROR,
            "the external {0} is declared twice",
            "there is one ServiceEntry of that name: one declaration would overwrite the other",
            "keep one of the declarations, or give one of them another name"),
    CONFLICTING_SETTINGS("WM1012", ERROR, "{0}", "{1}", "{2}"),
    RESERVED_METADATA("WM1013", ERROR, "the {0} `{1}` cannot be set here: {2}", "{3}", "{4}"),
    OPT_OUT_OF_NOTHING(
            "WM1014",
            ERROR,
            "the opt-out of {0} changes nothing: {1}",
            "it reads as if some traffic were exempt from a waypoint, which it never goes through",
            "{2}"),
    OWNER_LACKS_LABEL(
            "WM1015",
            ERROR,
            "{0} does not carry {1}, which is left to its owner",
            "nothing is rendered for `via: owner`: its traffic would not go the way that is written",
            "add it to the manifest, or leave `via: owner` out, so that it is rendered"),
    NOT_IN_FLEET(
            "WM1016",
            ERROR,
            "{0}",
            "a fleet renders what it names and nothing else: the rest would be missing in its clusters without a word",
            "{1}"),
    INVENTORY_NEEDED(
            "WM1017",
            ERROR,
            "{0} cannot be found {1}",
            "labels go on the templates of workloads, and only the manifests that exist tell which ones match",
            "show their manifests with `--inventory`, or name them with `workload: KIND/NAMESPACE/NAME`"),
    ADMITS_INEXPRESSIBLE(
            "WM1018",
            ERROR,
            "{0} must admit {1}, which its `admits.selector` is not known to match",
            "a listener admits by one selector, and it tests the waypoint's own namespace too: "
                    + "what it leaves out would be AttachmentDenied and bypass the waypoint",
            "list all of them under `admits.namespaces`, or select by `kubernetes.io/metadata.name`"),
    INVENTORY_CONFLICT(
            "WM1019",
            ERROR,
            "the {0} stands twice in the inventory, and not the same",
            "only one of the two can exist: whatever is said of the mesh would hold for a cluster that nobody has",
            "keep the one that is in the cluster, or name only the folder that is delivered"),

    ROLLOUT_TEMPLATE(
            "WM1020",
            NOTE,
            "the label goes on the pod template of {0} itself",
            "a Rollout with `workloadRef` has no template of its own: its pods come from the workload that it refers to, "
                    + "and would not be bound",
            "if it has a `workloadRef`, enroll the workload that it names instead"),

    UNSUPPORTED_TRAFFIC_TYPE(
            "WM2001",
            ERROR,
            "{0} cannot use {1}, which takes {2} traffic only",
            "Traffic to {0} would bypass the waypoint, and its L7 policies.",
            "leave `for` out, so that it is derived from the consumers, or write `for: {3}`",
            "UnsupportedTrafficType"),
    ATTACHMENT_DENIED(
            "WM2002",
            ERROR,
            "{0} may not use {1}: its namespace is not admitted",
            "Traffic to {0} would bypass the waypoint, and its L7 policies.",
            "add `{2}` to `admits.namespaces` of the waypoint, or ask its owner to",
            "AttachmentDenied"),
    UNUSED_WAYPOINT(
            "WM2003",
            WARNING,
            "nobody uses the waypoint {0}",
            "it has neither consumers nor anybody that it admits: its proxy would run for nothing",
            "add a consumer, or say under `admits` who may enroll"),
    NAMESPACE_NOT_AMBIENT(
            "WM2004",
            WARNING,
            "namespace {0} is enrolled in {1}, and is not in the ambient mesh",
            "only clients in the ambient mesh go through a waypoint: calls from the pods of {0} bypass it, also those to "
                    + "its own services",
            "label the namespace `istio.io/dataplane-mode: ambient`; if all callers are elsewhere, allow this code"),
    OVERRIDES_NAMESPACE(
            "WM2005",
            NOTE,
            "{0} goes through {1}, and no longer through {2}, the waypoint of its namespace",
            "an object's own label wins, without a way back: policies of the namespace's waypoint do not see this traffic",
            "if that is meant, see that its own waypoint has the policies that it needs; if not, remove the line"),
    HEADLESS_SERVICE(
            "WM2006",
            WARNING,
            "{0} headless: calls do not go through {1}",
            "clients dial the pods themselves, and a waypoint for services sees calls to the address of a service only: "
                    + "its L7 policies do not apply",
            "bind the pods to a waypoint that takes `workload` or `all` traffic, or give clients a Service with an address"),
    EXTERNALNAME_SERVICE(
            "WM2007",
            ERROR,
            "{0} is of type ExternalName, and never has a waypoint",
            "it is an alias in the DNS: clients dial what it points to, past every waypoint that this label names",
            "enroll the service that it points to, or declare the outside host by a ServiceEntry and enroll that"),
    CAPTURES_SCRAPES(
            "WM2008",
            NOTE,
            "the waypoint {0} takes calls to pods, scrapes of their metrics too",
            "a Prometheus in the ambient mesh dials pods by their addresses: its scrapes pass {0} and its policies, and "
                    + "fail where those do not allow them",
            "allow the scraper in the policies of {0}"),
    STALE_NAMESPACE_LABEL(
            "WM2009",
            ERROR,
            "{0} asks for the waypoint {1}, which does not exist, while {2} does",
            "`istio.io/use-waypoint-namespace` still sends it to namespace {3}, where there is nothing: traffic "
                    + "bypasses {2}, and its L7 policies",
            "remove the label `istio.io/use-waypoint-namespace`, or add the waypoint in namespace {3}"),
    INGRESS_BYPASS(
            "WM2010",
            NOTE,
            "calls from the ingress gateway {0} to {1} do not go through {2}",
            "an ingress gateway connects straight to the pods unless it is told otherwise: L7 policies of {2} do not see "
                    + "what comes from outside",
            "label {3} `istio.io/ingress-use-waypoint: \"true\"`, or `\"false\"` to say that this is meant"),
    WAYPOINT_OF_WAYPOINT(
            "WM2011",
            ERROR,
            "{0} belongs to the Gateway {1}, and cannot go through a waypoint itself",
            "istiod leaves out what it runs for a waypoint, since traffic would go in circles: the label does nothing",
            "enroll the services and pods that the waypoint is for, and not the waypoint"),
    ADMITS_EVERYONE(
            "WM2012",
            WARNING,
            "the waypoint {0} admits every namespace",
            "any team can send its traffic through it, with the waypoint's identity as the caller",
            "list the namespaces under `admits.namespaces`, or select them by a label that teams cannot set"),
    INVALID_LABEL_VALUE("WM2013", ERROR, "the label `{1}: {2}` on {0} {3}", "{4}", "{5}"),
    FOREIGN_LISTENER("WM2014", WARNING, "{0}", "{1}", "{2}"),
    SIDECAR_CLIENT_BYPASS(
            "WM2015",
            WARNING,
            "clients in {0} have sidecars, and skip the waypoint {1}",
            "a sidecar connects straight to the pods: L7 policies of {1} do not apply to its calls",
            "move the clients to the ambient mesh; until then keep policies for them on the workloads that they call"),
    INJECTION_AND_AMBIENT(
            "WM2016",
            ERROR,
            "{0} asks for sidecars and for the ambient mesh",
            "a pod with a sidecar is left out of the ambient mesh: its calls skip every waypoint",
            "keep one of the labels; to move to the ambient mesh, remove `{1}` and restart the pods"),
    MIXED_TRAFFIC(
            "WM2017",
            ERROR,
            "the waypoint {0} has service and workload consumers, and no `for`",
            "`all` would take both, and would also bind every pod of a namespace that is enrolled",
            "write `for: all`, or declare two waypoints"),
    TAKES_NO_TRAFFIC(
            "WM2018",
            WARNING,
            "the waypoint {0} is `for: none` and has consumers",
            "their traffic bypasses it, and its L7 policies, until `for` changes",
            "leave `for` out, so that it is derived from the consumers"),

    CANARY_INVALID("WM2019", ERROR, "{0}", "{1}", "{2}"),
    GLOBAL_AND_LOCAL(
            "WM2020",
            ERROR,
            "the waypoint {0} is global, and {1} is not",
            "calls from other clusters would reach what is meant for one, or miss a waypoint that is not there",
            "enroll the services one by one, or give {1} a waypoint that is not global"),

    LABEL_WITHOUT_EFFECT("WM2021", WARNING, "the {0} on {1} does nothing: {2}", "{3}", "{4}"),
    REVISION_MISSING(
            "WM2022",
            WARNING,
            "the Gateway {0} names no revision, while {1} does",
            "unless one revision is the default, no control plane takes it: it waits for a controller for ever, and "
                    + "traffic of whoever names it bypasses it",
            "label it `istio.io/rev` with the revision or tag that shall serve it"),

    INVALID_SERVICE_ENTRY("WM3001", ERROR, "{0}", "{1} says: {2}", "{3}"),
    DUPLICATE_HOST(
            "WM3002",
            ERROR,
            "the host {0} is declared twice, in {1} and {2}",
            "the ServiceEntry that was created first takes the host for the whole mesh: "
                    + "the ports, endpoints and waypoint of the other one do not count",
            "keep the host in one of the two"),
    WILDCARD_HOST("WM3003", ERROR, "the wildcard host `{0}` {1}", "{2}", "{3}"),
    EXTERNAL_BYPASSES_WAYPOINT("WM3004", WARNING, "{0}", "{1}", "{2}"),
    CROSS_NAMESPACE_FORBIDDEN(
            "WM3005",
            ERROR,
            "{0} is seen by its own namespace only, and names the waypoint {1} of another one",
            "Calls to its hosts would go direct: istiod binds what is not public to waypoints of the same namespace only.",
            "name a waypoint of its own namespace, or make the entry public under meshConfig.serviceEntryVisibility",
            "CrossNamespaceWaypointForbidden"),

    UNSAFE_PARTIAL(
            "WM4001",
            ERROR,
            "{0}, and the object belongs to {1}",
            "{2}",
            "write `via: patch` and let the owner include the component, or `via: owner`"),
    PARTIAL_NEEDS_OBJECT(
            "WM4002",
            ERROR,
            "a part of {0} is applied, and there is no such object",
            "{1}",
            "make the object first, correct the name, or take it out of the intent"),
    REMOVED_WHILE_USED(
            "WM4003",
            ERROR,
            "the waypoint {0} is gone from the documents, and labels may still point at it",
            "its Gateway would be deleted while they do: traffic would bypass it, and the L7 policies",
            "bring it back with `phase: retire`, let the labels go first, and remove it then; "
                    + "if {1} was never synced, delete it and render anew"),
    STALE_OUTPUT(
            "WM4004",
            ERROR,
            "{0} is not what a render would write: {1}",
            "what is committed, and so what is delivered, differs from the intents",
            "run `waymark render` with the same inputs and commit the result"),
    FOREIGN_FILE(
            "WM4005",
            ERROR,
            "{0} is in the way, and no render wrote it",
            "nothing was written: overwriting it would lose what somebody put there",
            "move it elsewhere, or render into another directory"),
    EDITED_BY_HAND(
            "WM4006",
            ERROR,
            "{0} was changed since it was rendered",
            "nothing was written: the change would be lost",
            "bring the change into the intent, then render with `--force` to replace the file"),
    NAME_COLLISION(
            "WM4007",
            ERROR,
            "two objects would have one {0}",
            "one of them would be missing from the mesh",
            "give one of them a shorter name: file names end after 255 characters"),
    APPLY_ON_WORKLOAD(
            "WM4008",
            ERROR,
            "the label of {0} cannot go `via: apply`",
            "it belongs on a pod template: server-side apply of a part of one is refused, or restarts pods unasked",
            "write `via: patch` on this consumer, or `via: owner`"),
    UNDELIVERED_PATCH(
            "WM4009",
            ERROR,
            "the labels of {0} go by patch, which a stream of objects cannot hold",
            "they would be missing: traffic to it would bypass the waypoint",
            "print `--layer gateways` and `--layer enrollment`, or write `via: apply`, "
                    + "or `via: owner` where the owner carries the label"),
    UNIT_MISSING(
            "WM4010",
            ERROR,
            "{0} was rendered before, and no document of the unit `{1}` is among the inputs",
            "taking its waypoints away would let traffic bypass them",
            "render all documents together; if the unit is gone for good, add `--remove-unit {1}`"),
    CLUSTER_LEFT(
            "WM4011",
            WARNING,
            "{0} was rendered for a cluster that the fleet no longer has",
            "nothing was deleted: whatever delivers it goes on, and is never rendered again",
            "when nothing delivers it any more, delete the folder; if `{1}` was renamed, render it under its new name first"),
    ADMISSION_CANNOT_LINGER(
            "WM4012",
            ERROR,
            "{0} admitted {1} before, and one listener cannot admit that beside what it admits now",
            "labels that were rendered there may still stand: AttachmentDenied, and their traffic bypasses the waypoint",
            "admit everybody (`all: true`) in between, or render with `--settle` once no such label stands"),
    LINK_IN_OUTPUT(
            "WM4013",
            ERROR,
            "{0} is a symbolic link",
            "nothing was written: a file behind a link lies outside of the directory",
            "replace the link by what it points to, or render into another directory"),
    LOCK_UNREADABLE(
            "WM4014",
            ERROR,
            "{0} cannot be read: {1}",
            "without it nobody knows which files are ours and which labels still stand",
            "take either side of the merge, or the last committed version, and render again"),
    SETTLE_TOO_EARLY(
            "WM4015",
            ERROR,
            "{0} cannot be dropped yet: {1}",
            "what was rendered before still stands in the cluster: dropping this now would let traffic bypass the "
                    + "waypoint, leave a label for good, or break a build that includes it",
            "render without `--settle`, let the cluster catch up, and settle then"),
    APPLY_UNCHECKED(
            "WM4016",
            WARNING,
            "nothing tells who owns the objects of unit `{0}` that are labelled `via: apply`",
            "if a unit of the same delivery tool owns one of them, the two undo each other, and pruning deletes it",
            "make sure that no Application, no Kustomization and no `kubectl apply` owns them"),
    DELIVERY_NAME_TOO_LONG(
            "WM4017",
            ERROR,
            "the Kustomization `{0}` cannot be named so: {1} characters are more than 63",
            "Flux writes the name as a label on all that it applies, so that nothing of this layer would be applied",
            "give the unit, or the cluster, a shorter name"),

    POLICY_WITHOUT_WAYPOINT("WM5001", ERROR, "{0} is for {1}, which goes through no waypoint", "{2}", "{3}"),
    SELECTOR_POLICY_WITH_L7("WM5002", ERROR, "{0} {1}", "{2}", "{3}"),
    POLICY_TARGET_NOT_FOUND("WM5003", ERROR, "{0} is for {1}, which does not exist", "{2}", "{3}"),
    CALLER_IDENTITY(
            "WM5004",
            WARNING,
            "{0} does not let in the waypoint {1}, through which the traffic to {2} comes",
            "behind a waypoint the waypoint is the caller: all that comes through it is rejected at the pods",
            "add `{3}` to the `principals` of a rule, and say who may call in a policy that targets the Service"),
    POLICY_OUT_OF_REACH("WM5005", ERROR, "{0}", "{1}", "{2}");

    /** Errors that are less in some places. */
    private static final Set<Code> SOMETIMES_MILDER = EnumSet.of(
            WAYPOINT_NOT_FOUND,
            TARGET_NOT_FOUND,
            OPT_OUT_OF_NOTHING,
            UNSUPPORTED_TRAFFIC_TYPE,
            INVALID_SERVICE_ENTRY,
            DUPLICATE_HOST,
            POLICY_WITHOUT_WAYPOINT,
            SELECTOR_POLICY_WITH_L7,
            UNSAFE_PARTIAL,
            PARTIAL_NEEDS_OBJECT);

    private static final Pattern ID = Pattern.compile("WM[0-9]{4}");

    private final String id;
    private final Severity severity;
    private final String message;
    private final String consequence;
    private final String help;
    private final String istioReason;
    private final int arity;

    Code(String id, Severity severity, String message, String consequence, String help) {
        this(id, severity, message, consequence, help, "");
    }

    Code(String id, Severity severity, String message, String consequence, String help, String istioReason) {
        this.id = id;
        this.severity = severity;
        this.message = message;
        this.consequence = consequence;
        this.help = help;
        this.istioReason = istioReason;
        this.arity = Template.arity(message + consequence + help);
    }

    static {
        Set<String> ids = new HashSet<>();
        for (Code code : values()) {
            boolean wellFormed = ID.matcher(code.id).matches() && !code.message.endsWith(".");
            if (!wellFormed || !ids.add(code.id)) {
                throw new IllegalStateException("the catalogue is wrong at " + code);
            }
        }
    }

    /** The code with an id. */
    public static Optional<Code> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }

    /** {@code WM1002}. */
    public String id() {
        return id;
    }

    /** {@code waypoint-not-found}. */
    public String kebabName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code Waypoint not found}. */
    public String title() {
        String words = kebabName().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What it says whatever the mesh: what is wrong, and what follows from it. */
    public String summary() {
        return general(message, consequence);
    }

    /** The way out whatever the mesh. */
    public String advice() {
        return general(help);
    }

    private String general(String... sentences) {
        String text = Stream.of(sentences)
                .map(Template::general)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? title() + "." : text;
    }

    /** The severity that it has unless a rule says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** Whether no rule reports it as less than an error. */
    public boolean isAlwaysError() {
        return severity == ERROR && !SOMETIMES_MILDER.contains(this);
    }

    /** Istio's own word for the state that the mistake leads to; empty where it has none. */
    public String istioReason() {
        return istioReason;
    }

    String message(Object... arguments) {
        return Template.fill(message, checked(arguments));
    }

    String consequence(Object... arguments) {
        return Template.fill(consequence, checked(arguments));
    }

    String help(Object... arguments) {
        return Template.fill(help, checked(arguments));
    }

    private Object[] checked(Object... arguments) {
        if (arguments.length != arity) {
            throw new IllegalArgumentException(id + " takes " + arity + " arguments, not " + arguments.length);
        }
        return arguments;
    }
}
