package dev.waymark.render;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** The output format of all templates: text that is interpolated becomes one scalar. */
final class YamlOutputFormat extends CommonMarkupOutputFormat<YamlMarkup> {
    static final YamlOutputFormat INSTANCE = new YamlOutputFormat();

    private YamlOutputFormat() {}

    @Override
    public String getName() {
        return "YAML";
    }

    @Override
    public String getMimeType() {
        return "application/yaml";
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(YamlText.of(text));
    }

    @Override
    public String escapePlainText(String text) {
        return YamlText.of(text);
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return false;
    }

    @Override
    protected YamlMarkup newTemplateMarkupOutputModel(@Nullable String text, @Nullable String markup) {
        return new YamlMarkup(text, markup);
    }
}
