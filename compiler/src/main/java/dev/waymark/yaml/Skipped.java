package dev.waymark.yaml;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.source.ManifestSource;
import dev.waymark.source.Source.Damage;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;

/**
 * Why a manifest, or the rest of it, is not read. In a folder many files are none of ours: that they are left out is worth
 * a note. Of a file that was named, an author expects that all of it counts.
 */
final class Skipped {
    private Skipped() {}

    static Diagnostic foreign() {
        return note(
                "this is skipped: it is no Kubernetes object with an `apiVersion` and a `kind`",
                "there is nothing to do if it is none, such as the values of a chart");
    }

    static Diagnostic kustomization() {
        return note(
                "this is skipped: a Kustomization only says where manifests are",
                "build it with `kubectl kustomize`, and name the result");
    }

    static Diagnostic template() {
        return note(
                "this is skipped: it looks like a template, not like the manifest that comes of it",
                "render it, such as with `helm template`, and name the result");
    }

    private static Diagnostic note(String message, String help) {
        return Diagnostic.of(Code.SKIPPED_MANIFEST, message, help);
    }

    /** What was found in a folder is skipped in passing; what was named is not. */
    static Diagnostic weigh(ManifestSource source, Diagnostic skipped) {
        return source.named() ? skipped.as(Severity.WARNING) : skipped;
    }

    /** No YAML, from a place on. */
    static Diagnostic malformed(ManifestSource source, Span span, String problem) {
        boolean template = isTemplate(span);
        if (source.named()) {
            Diagnostic error = Diagnostic.of(Code.YAML_SYNTAX, problem).at(span);
            return template
                    ? error.help("this looks like a template; " + template().help())
                    : error;
        }
        return template
                ? template().at(span)
                : note(
                                "the rest of this file is skipped: " + problem,
                                "mend the YAML at this place, if it is a manifest")
                        .at(span);
    }

    /** More than anybody meant: such a file is hardly one that got into the folder by accident. */
    static Diagnostic tooLarge(ManifestSource source, Span span, String problem) {
        return note(
                        "the rest of this file is skipped: " + problem,
                        "leave out what makes it so large, or split it into several files")
                .at(span)
                .as(source.named() ? Severity.ERROR : Severity.WARNING);
    }

    static Diagnostic damaged(ManifestSource source, Damage damage) {
        Span span = new Span(source.file(), damage.offset(), damage.offset() + 1);
        return switch (damage.kind()) {
            case NOT_UTF8 -> malformed(source, span, "the bytes behind this place are not UTF-8");
            case NOT_UTF16 -> malformed(source, span, "the bytes behind this place are not UTF-16");
            case TOO_LARGE -> tooLarge(source, span, "it has more than 2 GiB");
        };
    }

    /** Whether an action stands on the line, or so shortly above that it may be what confuses the parser. */
    private static boolean isTemplate(Span span) {
        SourceFile file = span.file();
        for (int line = Math.max(1, span.line() - 3); line <= span.line(); line++) {
            if (file.lineText(line, 1, 1000).contains(ObjectGate.TEMPLATE)) {
                return true;
            }
        }
        return false;
    }
}
