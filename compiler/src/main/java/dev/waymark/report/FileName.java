package dev.waymark.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names of files as services look for them in a repository, in which the command is run. */
final class FileName {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** Names of a commit (git check-ref-format): neither hidden nor absolute, and with blanks in braces only. */
    private static final Pattern REVISION = Pattern.compile("[^./\\\\\\s][^\\\\\\s{]*(?:\\{.*)?", Pattern.DOTALL);

    private static final Pattern ON_A_DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);

    private FileName() {}

    /** The path of a file within its repository, also where it was read from a revision, as {@code REV:PATH}. */
    static String inRepository(String name) {
        int colon = firstColon(name);
        boolean revision = colon > 0
                && REVISION.matcher(name.substring(0, colon)).matches()
                && !ON_A_DRIVE.matcher(name).matches();
        return revision ? name.substring(colon + 1) : name;
    }

    /** Outside braces, which may hold anything (gitrevisions); -1 if there is none. */
    private static int firstColon(String name) {
        int depth = 0;
        for (int index = 0; index < name.length(); index++) {
            char sign = name.charAt(index);
            depth += sign == '{' ? 1 : sign == '}' && depth > 0 ? -1 : 0;
            if (sign == ':' && depth == 0) {
                return index;
            }
        }
        return -1;
    }

    /** A name as it was given, as a path from the working directory where the file lies below it; with {@code /}. */
    static String relative(String name) {
        try {
            return relative(Path.of(name).normalize());
        } catch (InvalidPathException e) {
            return name; // in a revision, whose files this file system need not be able to name
        }
    }

    private static String relative(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
        String text = shown.toString().replace(shown.getFileSystem().getSeparator(), "/");
        return text.isEmpty() ? "." : text;
    }

    /** A reference to the file (RFC 3986): relative, or with a scheme where it lies elsewhere. */
    static String uri(String name) {
        String path = relative(name);
        boolean absolute = path.startsWith("/") || ON_A_DRIVE.matcher(path).matches();
        return absolute ? "file://" + (path.startsWith("/") ? "" : "/") + encoded(path) : encoded(path);
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each == '/' || UNRESERVED.indexOf(each) >= 0;
            encoded.append(plain ? String.valueOf((char) each) : String.format("%%%02X", each));
        }
        return encoded.toString();
    }
}
