package dev.waymark.report;

import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Prints JSON, the same bytes on every platform, with a line feed at the end. */
final class Json {
    private static final ObjectWriteContext PRETTY = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }
    };

    private static final JsonFactory PLAIN = JsonFactory.builder().build();
    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** The writer has escaped what is below; the range comes first, as nearly all signs are decided by it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\x7F-\\x{10FFFF}&&[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]]");

    private Json() {}

    static String print(Consumer<JsonGenerator> content) {
        return print(PLAIN, content);
    }

    /** Shows every sign beyond ASCII by its number: what turns the direction of text does so to no reader of the file. */
    static String printAscii(Consumer<JsonGenerator> content) {
        return print(ASCII, content);
    }

    /** On one line, and without a sign that HTML obeys: to stand within a script element, where nothing is unescaped. */
    static String printInHtml(Consumer<JsonGenerator> content) {
        String json = print(PLAIN, ObjectWriteContext.empty(), content);
        return json.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026");
    }

    private static String print(JsonFactory factory, Consumer<JsonGenerator> content) {
        return print(factory, PRETTY, content) + "\n";
    }

    private static String print(JsonFactory factory, ObjectWriteContext context, Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(context, text)) {
            content.accept(json);
        }
        return shown(text.toString());
    }

    /** What a terminal would obey stands within strings only, and there its number says the same. */
    private static String shown(String json) {
        return UNSEEN.matcher(json).replaceAll(unseen -> {
            StringBuilder escapes = new StringBuilder();
            unseen.group().chars().forEach(unit -> escapes.append(String.format("\\\\u%04X", unit)));
            return escapes.toString();
        });
    }
}
