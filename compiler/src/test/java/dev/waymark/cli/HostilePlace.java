package dev.waymark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What may stand where a file or a folder with intents is expected, or a name that leads nowhere. */
enum HostilePlace {
    NOTHING,
    EMPTY_FOLDER,
    FOLDER_OF_FOLDERS,
    PIPE,
    PIPE_IN_A_FOLDER,
    ENDLESS_DEVICE,
    EMPTY_DEVICE,
    LINK_TO_ITSELF,
    LINK_TO_ITSELF_IN_A_FOLDER,
    LINK_TO_ITS_FOLDER,
    LINK_TO_NOWHERE,
    BELOW_A_FILE,
    LONG_NAME,
    LONG_PATH,
    NAME_WITH_A_ZERO,
    NAME_THAT_TURNS_TEXT,
    SLASHES;

    /** Makes it in an empty folder. */
    String make(Path folder) throws IOException, InterruptedException {
        Path place = folder.resolve("mesh.yaml");
        switch (this) {
            case EMPTY_FOLDER -> Files.createDirectory(place);
            case FOLDER_OF_FOLDERS -> Files.createDirectories(place.resolve("a.yaml/b.yaml"));
            case PIPE -> pipe(place);
            case PIPE_IN_A_FOLDER -> pipe(Files.createDirectory(place).resolve("a.yaml"));
            case LINK_TO_ITSELF -> Files.createSymbolicLink(place, place.getFileName());
            case LINK_TO_ITSELF_IN_A_FOLDER ->
                Files.createSymbolicLink(Files.createDirectory(place).resolve("a.yaml"), Path.of("a.yaml"));
            case LINK_TO_ITS_FOLDER ->
                Files.createSymbolicLink(Files.createDirectory(place).resolve("back"), Path.of(".."));
            case LINK_TO_NOWHERE -> Files.createSymbolicLink(place, Path.of("nowhere"));
            case BELOW_A_FILE -> Files.writeString(place, "a: b\n");
            default -> {}
        }
        return name(place);
    }

    private String name(Path place) {
        return switch (this) {
            case ENDLESS_DEVICE -> "/dev/zero";
            case EMPTY_DEVICE -> "/dev/null";
            case BELOW_A_FILE -> place + "/a.yaml";
            case LONG_NAME -> place + "a".repeat(300);
            case LONG_PATH -> place + "/a".repeat(2500);
            case NAME_WITH_A_ZERO -> place + "\0.yaml";
            case NAME_THAT_TURNS_TEXT -> place + "\u202E\u001B[31m\n\u2028.yaml";
            case SLASHES -> place + "//..//../nowhere/";
            default -> place.toString();
        };
    }

    private static void pipe(Path place) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("mkfifo", place.toString()).start().waitFor();
        if (exitCode != 0) {
            throw new IOException("mkfifo ended with " + exitCode);
        }
    }
}
