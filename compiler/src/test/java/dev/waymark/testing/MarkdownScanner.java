package dev.waymark.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Markdown as CommonMark does, as far as comments of ours need it: fences, HTML blocks, lists, and code spans. What
 * is neither code nor a tag is bare: a host may see in it whatever it likes.
 */
public final class MarkdownScanner {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)");
    private static final Pattern HTML = Pattern.compile(" {0,3}<(?:!--|[a-zA-Z/?!]).*");
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<(/?)([a-z]+)>");
    private static final Pattern ITEM = Pattern.compile(" {0,3}[-+*] +(.*)");

    private final List<String> bare = new ArrayList<>();
    private final List<String> spans = new ArrayList<>();
    private final List<String> fenced = new ArrayList<>();
    private final List<String> fences = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    public MarkdownScanner(String text) {
        List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
        int index = 0;
        while (index < lines.size()) {
            Matcher fence = FENCE.matcher(lines.get(index));
            if (fence.matches()) {
                index = fence(lines, index + 1, fence);
            } else if (HTML.matcher(lines.get(index)).matches()) {
                index = html(lines, index);
            } else {
                block(lines.get(index));
                index++;
            }
        }
        open.forEach(tag -> faults.add("open at the end: " + tag));
    }

    /** Returns the line behind it. */
    private int fence(List<String> lines, int first, Matcher fence) {
        String mark = fence.group(1);
        fences.add(fence.group(2));
        Pattern end = Pattern.compile(" {0,3}" + Pattern.quote(mark) + mark.charAt(0) + "* *");
        for (int index = first; index < lines.size(); index++) {
            if (end.matcher(lines.get(index)).matches()) {
                return index + 1;
            }
            if (lines.get(index).contains(mark)) {
                faults.add("no longer than what stands in it: " + mark);
            }
            fenced.add(lines.get(index));
        }
        faults.add("a fence without an end: " + mark);
        return lines.size();
    }

    /** A comment ends on its line (start condition 2 of section 4.6), a tag's block before an empty line (6 and 7). */
    private int html(List<String> lines, int first) {
        if (lines.get(first).contains("<!--")) {
            tags(lines.get(first));
            return first + 1;
        }
        int index = first;
        while (index < lines.size() && !lines.get(index).isBlank()) {
            tags(lines.get(index));
            index++;
        }
        return index;
    }

    private void tags(String line) {
        Matcher tag = TAG.matcher(line);
        int end = 0;
        while (tag.find()) {
            text(line.substring(end, tag.start()));
            end = tag.end();
            if (tag.group(2) != null && tag.group(1).isEmpty()) {
                open.add(tag.group(2));
            } else if (tag.group(2) != null
                    && (open.isEmpty() || !open.remove(open.size() - 1).equals(tag.group(2)))) {
                faults.add("closes what is not open: " + line);
            }
        }
        text(line.substring(end));
    }

    private void text(String text) {
        if (text.contains("<") || text.contains(">")) {
            faults.add("an odd tag: " + text);
        }
        boolean code = !open.isEmpty() && open.get(open.size() - 1).equals("code");
        (code ? spans : bare).add(text);
    }

    private void block(String line) {
        Matcher item = ITEM.matcher(line);
        if (!item.matches()) {
            inline(line);
        } else if (FENCE.matcher(item.group(1)).matches()
                || HTML.matcher(item.group(1)).matches()) {
            faults.add("a block in a list: " + line);
        } else {
            inline(item.group(1));
        }
    }

    /** Code spans (section 6.1); a run of backticks that nothing closes is bare. */
    private void inline(String line) {
        int index = 0;
        StringBuilder rest = new StringBuilder();
        while (index < line.length()) {
            int length = run(line, index);
            int end = length == 0 ? -1 : closing(line, index + length, length);
            if (end < 0) {
                rest.append(line, index, index + Math.max(1, length));
                index += Math.max(1, length);
            } else {
                spans.add(stripped(line.substring(index + length, end)));
                rest.append('\0');
                index = end + length;
            }
        }
        bare.add(rest.toString());
    }

    private static int run(String line, int start) {
        int end = start;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return end - start;
    }

    private static int closing(String line, int from, int length) {
        int index = from;
        while (index < line.length()) {
            int run = run(line, index);
            if (run == length) {
                return index;
            }
            index += Math.max(1, run);
        }
        return -1;
    }

    private static String stripped(String code) {
        boolean padded = code.startsWith(" ") && code.endsWith(" ") && !code.isBlank();
        return padded ? code.substring(1, code.length() - 1) : code;
    }

    /** What is no code, line by line; a code span is the character 0. */
    public List<String> bare() {
        return bare;
    }

    /** What code spans, and tags of code, hold. */
    public List<String> spans() {
        return spans;
    }

    /** Lines in fences. */
    public List<String> fenced() {
        return fenced;
    }

    /** The words behind the marks that open fences. */
    public List<String> fences() {
        return fences;
    }

    /** What is not closed, or closes nothing. */
    public List<String> faults() {
        return faults;
    }
}
