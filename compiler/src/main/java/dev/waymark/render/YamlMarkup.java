package dev.waymark.render;

import freemarker.core.CommonTemplateMarkupOutputModel;
import org.jspecify.annotations.Nullable;

/** A piece of YAML that is printed as it stands. */
final class YamlMarkup extends CommonTemplateMarkupOutputModel<YamlMarkup> {
    YamlMarkup(@Nullable String text, @Nullable String markup) {
        super(text, markup);
    }

    @Override
    public YamlOutputFormat getOutputFormat() {
        return YamlOutputFormat.INSTANCE;
    }
}
