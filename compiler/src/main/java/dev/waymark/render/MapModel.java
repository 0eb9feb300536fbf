package dev.waymark.render;

import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx2;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map in a template, in its own order. */
record MapModel(Map<?, ?> map) implements TemplateHashModelEx2 {
    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        return Models.INSTANCE.wrap(map.get(key));
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(map.keySet(), Models.INSTANCE);
    }

    @Override
    public TemplateCollectionModel values() {
        return new SimpleCollection(map.values(), Models.INSTANCE);
    }

    @Override
    public KeyValuePairIterator keyValuePairIterator() {
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        return new KeyValuePairIterator() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public KeyValuePair next() {
                return new Pair(entries.next());
            }
        };
    }

    private record Pair(Map.Entry<?, ?> entry) implements KeyValuePair {
        @Override
        public @Nullable TemplateModel getKey() throws TemplateModelException {
            return Models.INSTANCE.wrap(entry.getKey());
        }

        @Override
        public @Nullable TemplateModel getValue() throws TemplateModelException {
            return Models.INSTANCE.wrap(entry.getValue());
        }
    }
}
