package dev.waymark.handover;

import dev.waymark.kube.Kind;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectRef;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Commands that label an object in the cluster. */
record KubectlCommands(ObjectRef object, Marks marks) {
    /** The object's own labels; kubectl refuses to change a value unless it is told to. */
    String label() {
        String labels = command("label") + words(marks.labels()) + "\n";
        return marks.annotations().isEmpty()
                ? labels
                : labels + command("annotate") + words(marks.annotations()) + "\n";
    }

    /** The labels of pods; a merge patch, since a strategic one is not for kinds that are defined in the cluster. */
    String patch(String patch) {
        return command("patch") + " --type merge --patch '\n" + patch.replace("'", "'\\''") + "'\n";
    }

    private String command(String verb) {
        String namespace = object.kind() == Kind.NAMESPACE ? "" : " --namespace " + object.namespace();
        return "kubectl " + verb + " " + resource() + " " + object.name() + namespace;
    }

    /** With its group where other groups may have a kind of that name. */
    private String resource() {
        Kind kind = object.kind();
        return kind.group().contains(".") ? kind.fileWord() + "." + kind.group() : kind.fileWord();
    }

    private static String words(SortedMap<String, String> marks) {
        return marks.entrySet().stream().map(KubectlCommands::word).collect(Collectors.joining(" ", " ", ""));
    }

    private static String word(Map.Entry<String, String> mark) {
        return mark.getKey() + "=" + mark.getValue();
    }
}
