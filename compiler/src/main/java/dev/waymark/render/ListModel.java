package dev.waymark.render;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list in a template. */
record ListModel(List<?> list) implements TemplateSequenceModel {
    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
        return Models.INSTANCE.wrap(list.get(index));
    }

    @Override
    public int size() {
        return list.size();
    }
}
