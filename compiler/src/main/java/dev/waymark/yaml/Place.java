package dev.waymark.yaml;

/**
 * Where in a file something stands, for programs.
 *
 * @param document which document of the file, from 1
 * @param pointer a JSON Pointer (RFC 6901) to the value within it
 */
public record Place(int document, String pointer) {}
