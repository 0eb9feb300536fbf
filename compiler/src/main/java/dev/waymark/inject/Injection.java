package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the labels of a mesh on the objects of a stream. */
public final class Injection {
    private static final Pattern UNUSUAL = Pattern.compile("\\\\[uUx\\r\\n]|(?<![^\\s,{\\[-])\\?\\s");
    private static final Pattern NAME = Pattern.compile("name[\"']?\\s*:[ \\t]*[\"']?([^\\s\"',}#]*)");

    private final Map<ObjectRef, LabelledObject> wanted = new HashMap<>();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final String namespace;
    private final SortedSet<ObjectRef> found = new TreeSet<>();
    private final SortedSet<ObjectRef> unplaced = new TreeSet<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<TextEdit> edits = new ArrayList<>();

    /**
     * The labels of a mesh.
     *
     * @param objects those that the mesh names
     * @param namespace of manifests that state none
     */
    public Injection(List<LabelledObject> objects, String namespace) {
        this.namespace = namespace;
        for (LabelledObject object : objects) {
            if (!object.marks().isEmpty()) {
                wanted.put(object.object(), object);
                kinds.add(object.object().kind().kindName());
                names.add(object.object().name());
            }
        }
    }

    /**
     * The stream with the labels; where there are conflicts it is not to be used.
     *
     * @throws InputException if a manifest cannot be read, or labels cannot be added to it
     */
    public String into(String stream) throws InputException {
        for (StreamPart part : StreamPart.of(stream)) {
            if (mayHoldOurs(part.text())) {
                edit(part);
            }
        }
        return TextEdit.apply(stream, edits);
    }

    public List<Conflict> conflicts() {
        return Ordered.list(conflicts);
    }

    /** The objects that the mesh names and the stream has. */
    public SortedSet<ObjectRef> found() {
        return new TreeSet<>(found);
    }

    /** Objects that state no namespace and have the name of one that the mesh names in another. */
    public SortedSet<ObjectRef> unplaced() {
        return new TreeSet<>(unplaced);
    }

    /** Those that it lacks. */
    public List<LabelledObject> missing() {
        return new TreeMap<>(wanted)
                .values().stream()
                        .filter(object -> !found.contains(object.object()))
                        .toList();
    }

    /** Parsing is what takes time: only a document of such a kind, with such a name, is worth it. */
    private boolean mayHoldOurs(String document) {
        // An escape may stand for any letter, and between a key that is marked as one and its colon lies anything.
        return isUnusual(document) || (kinds.stream().anyMatch(document::contains) && mayHoldName(document));
    }

    private static boolean isUnusual(String document) {
        return (document.indexOf('\\') >= 0 || document.indexOf('?') >= 0)
                && UNUSUAL.matcher(document).find();
    }

    private boolean mayHoldName(String document) {
        Matcher name = NAME.matcher(document);
        while (name.find()) {
            // What is not written beside its key is left to the parser.
            if (name.group(1).isEmpty()
                    || "&*!|>".indexOf(name.group(1).charAt(0)) >= 0
                    || names.contains(name.group(1))) {
                return true;
            }
        }
        return false;
    }

    private void edit(StreamPart part) throws InputException {
        YamlStream stream = YamlReader.read(new SourceFile(SourceFile.STANDARD_INPUT, part.text()));
        if (!stream.damage().isEmpty()) {
            throw new InputException(
                    "cannot read standard input" + place(part, stream.damage().get(0)));
        }
        Layout layout = new Layout(part.text());
        for (YamlDocument document : stream.documents()) {
            Doubts doubts = new Doubts(document);
            for (StreamObject object : StreamObjects.in(document, doubts).toList()) {
                LabelledObject named = named(part, object);
                if (named != null) {
                    found.add(named.object());
                    edit(part, object, named, new MarksEdit(layout, doubts, object.root()));
                }
            }
        }
    }

    /** The object of the mesh that one of the stream is. */
    private @Nullable LabelledObject named(StreamPart part, StreamObject object) throws InputException {
        Optional<Diagnostic> doubt = object.doubt();
        if (doubt.isPresent()) {
            throwIfOurs(part, object, doubt.get());
            return null;
        }
        Optional<ObjectRef> ref = object.object(namespace).flatMap(InventoryObject::ref);
        LabelledObject named = ref.map(wanted::get).orElse(null);
        if (named == null
                && ref.isPresent()
                && !object.statesNamespace()
                && names.contains(ref.get().name())) {
            unplaced.add(ref.get());
        }
        return named;
    }

    private void throwIfOurs(StreamPart part, StreamObject object, Diagnostic doubt) throws InputException {
        Optional<ObjectRef> ours = wanted.keySet().stream()
                .filter(ref -> object.mayBe(ref, namespace))
                .min(Comparator.naturalOrder());
        if (ours.isPresent()) {
            throw new InputException("cannot tell whether standard input has " + ours.get() + place(part, doubt)
                    + "; write out what tells it apart");
        }
    }

    private void edit(StreamPart part, StreamObject object, LabelledObject named, MarksEdit edit)
            throws InputException {
        try {
            List<TextEdit> own = edit.edits(named.object().kind(), named.marks());
            Optional<Conflict> conflict = Conflict.of(part, object.root(), named);
            if (conflict.isPresent()) {
                conflicts.add(conflict.get());
            } else {
                own.forEach(each -> edits.add(each.shifted(part.offset())));
            }
        } catch (UneditableException e) {
            throw new InputException("cannot put labels on " + named.object() + " in standard input, "
                    + part.line(e.place()) + ": " + e.getMessage());
        }
    }

    private static String place(StreamPart part, Diagnostic problem) {
        return problem.span().map(span -> ", " + part.line(span)).orElse("") + ": " + problem.message();
    }
}
