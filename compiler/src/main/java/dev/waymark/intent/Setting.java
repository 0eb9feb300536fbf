package dev.waymark.intent;

/** One entry of a map whose keys the author chooses: a label or an annotation. */
public record Setting(Text key, Text value) {}
