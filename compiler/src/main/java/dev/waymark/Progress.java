package dev.waymark;

/** Is told how far the work is, from the thread that does it. */
public interface Progress {
    /** Nobody wants to know. */
    Progress NONE = (phase, done, all) -> {};

    /**
     * Another step is done.
     *
     * @param phase such as {@code reading files}
     * @param all how many there will be; 0 where that is not known
     */
    void step(String phase, long done, long all);
}
