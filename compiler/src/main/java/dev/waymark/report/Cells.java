package dev.waymark.report;

/**
 * How much room text takes on a terminal, in cells. Wide are the characters of the classes W and F of Unicode's East
 * Asian Width (Annex 11) in the blocks that people write in, and pictographs; what combines with the character ahead of
 * it takes no room. A table of a screen instead of a terminal library of a megabyte.
 */
final class Cells {
    /** First and last of each range of wide characters, in their order. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x25FD, 0x25FE},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x26A1, 0x26A1},
        {0x26D4, 0x26D4},
        {0x2705, 0x2705},
        {0x274C, 0x274C},
        {0x2753, 0x2755},
        {0x2757, 0x2757},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0xA000, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F004, 0x1F004},
        {0x1F18E, 0x1F18E},
        {0x1F191, 0x1F19A},
        {0x1F200, 0x1F320},
        {0x1F32D, 0x1F335},
        {0x1F337, 0x1F37C},
        {0x1F37E, 0x1F393},
        {0x1F3A0, 0x1F3CA},
        {0x1F3CF, 0x1F3D3},
        {0x1F3E0, 0x1F3F0},
        {0x1F3F8, 0x1F43E},
        {0x1F440, 0x1F440},
        {0x1F442, 0x1F4FC},
        {0x1F4FF, 0x1F53D},
        {0x1F54B, 0x1F567},
        {0x1F595, 0x1F596},
        {0x1F5FB, 0x1F64F},
        {0x1F680, 0x1F6C5},
        {0x1F6CC, 0x1F6CC},
        {0x1F6D0, 0x1F6D2},
        {0x1F6D5, 0x1F6D7},
        {0x1F6EB, 0x1F6EC},
        {0x1F6F4, 0x1F6FC},
        {0x1F7E0, 0x1F7EB},
        {0x1F90C, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private Cells() {}

    static int of(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    private static int of(int character) {
        if (character < WIDE[0][0]) {
            return combines(character) ? 0 : 1;
        }
        for (int[] range : WIDE) {
            if (character <= range[1]) {
                return character >= range[0] ? 2 : combines(character) ? 0 : 1;
            }
        }
        return combines(character) ? 0 : 1;
    }

    private static boolean combines(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** As much of the beginning as there is room for. */
    static String head(String text, int room) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            used += of(character);
            if (used > room) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    /** As much of the end as there is room for. */
    static String tail(String text, int room) {
        int start = text.length();
        int used = 0;
        while (start > 0) {
            int character = text.codePointBefore(start);
            used += of(character);
            if (used > room) {
                break;
            }
            start -= Character.charCount(character);
        }
        return text.substring(start);
    }
}
