package dev.waymark.output;

/** How a file of the directory stands to what a render would write there. */
enum FileState {
    /** There is none. */
    MISSING,
    /** It has the same text. */
    SAME,
    /** It is as an earlier render left it. */
    OUTDATED,
    /** A render wrote it, and somebody changed it since. */
    EDITED,
    /** No render wrote it. */
    FOREIGN,
    /** There is none, and something lies in its way: a folder in its place, or a file in place of one of its folders. */
    BLOCKED
}
