package dev.waymark.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.source.Span;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One error of the validator, in our words. */
record Violation(Error error, Rule rule, YamlDocument document) {
    String keyword() {
        return error.getKeyword();
    }

    NodePath location() {
        return error.getInstanceLocation();
    }

    /** Whether this only says why one branch of a choice did not fit. */
    boolean isBranch() {
        NodePath path = error.getEvaluationPath();
        return !keyword().equals("oneOf") && path.contains("oneOf");
    }

    /** What the mistake is about: two violations of one subject are one mistake. */
    Object subject() {
        return switch (keyword()) {
            case "additionalProperties", "required", "propertyNames" -> List.of(location(), error.getProperty());
            default -> location();
        };
    }

    /** The field that is missing or unknown. */
    String property() {
        return error.getProperty();
    }

    /** Whether none of the fields is there of which there should be one. */
    boolean isUndecided() {
        return rule.choices().stream().noneMatch(name -> mapping().entry(name).isPresent());
    }

    static Violation clearer(Violation left, Violation right) {
        return right.keyword().equals("type") ? right : left;
    }

    Diagnostic describe() {
        return switch (keyword()) {
            case "additionalProperties" -> unknownField();
            case "required" -> missingField().about(node().span());
            case "oneOf" -> choice().about(node().span());
            case "type" -> wrongType();
            case "enum" -> wrongWord();
            case "propertyNames" -> wrongKey();
            default -> wrongValue();
        };
    }

    private Diagnostic unknownField() {
        String name = error.getProperty();
        List<String> known = rule.knownFields();
        String list = String.join(", ", known);
        return Diagnostic.of(Code.UNKNOWN_FIELD, name, owner(), list)
                .at(mapping().entry(name).orElseThrow().key().span())
                .help(NearName.help(name, known, elsewhere(name).orElse("known here: " + list)));
    }

    private Optional<String> elsewhere(String name) {
        List<String> holders = rule.holders(name);
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of("it is a field of " + String.join(" or of ", holders) + ": is it indented too little?");
    }

    private Diagnostic missingField() {
        String name = error.getProperty();
        String example = rule.exampleOf(name);
        String description = rule.descriptionOf(name).isEmpty() ? description() : rule.descriptionOf(name);
        String help = "add `" + name + "`" + (example.isEmpty() ? "" : ", for example `" + name + ": " + example + "`");
        return violation("`" + name + "` is missing in " + owner(), description, help, firstKey());
    }

    private Diagnostic choice() {
        List<String> choices = rule.choices();
        List<String> present = choices.stream()
                .filter(name -> mapping().entry(name).isPresent())
                .toList();
        String found = present.isEmpty() ? "there is none" : "there are " + quoted(present, " and ");
        String message = owner() + " takes exactly one of " + quoted(choices, ", ") + "; " + found;
        String several = isEntry() ? "make it one entry for each of them" : "keep one of them";
        return violation(message, description(), present.isEmpty() ? "add one of them" : several, firstKey());
    }

    private boolean isEntry() {
        return location().getElement(location().getNameCount() - 1) instanceof Integer;
    }

    private Diagnostic wrongType() {
        List<String> types = rule.types();
        String names = types.stream().map(Violation::typeName).collect(Collectors.joining(" or "));
        boolean endless = types.contains("number")
                && node() instanceof YamlScalar scalar
                && scalar.type().isNumber();
        String message = endless ? invalid() : subjectName() + " " + mustBe(names);
        return violation(message, description(), new TypeHelp(rule, node(), exampleHelp()).words(), node().span());
    }

    private String mustBe(String types) {
        boolean empty = node() instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
        return empty ? "is empty, and must be " + types : "must be " + types + ", not " + typeName(node());
    }

    private Diagnostic wrongWord() {
        String list = String.join(", ", rule.values());
        String message = subjectName() + " cannot be `" + shown() + "`";
        return violation(
                message, description(), NearName.help(shown(), rule.values(), "one of: " + list), node().span());
    }

    private Diagnostic wrongKey() {
        String name = error.getProperty();
        Span key = mapping().entry(name).orElseThrow().key().span();
        return violation("`" + name + "` is not a valid key in " + owner(), rule.shapeOfKeys(), "rename it", key);
    }

    private Diagnostic wrongValue() {
        return violation(problem(), description(), nearHelp().orElseGet(this::exampleHelp), node().span());
    }

    private Optional<String> nearHelp() {
        String shape = rule.shape().isEmpty() ? "" : " It takes " + phrase(rule.shape());
        return keyword().equals("pattern")
                ? NearValue.of(rule, shown()).map(near -> "did you mean `" + near + "`?" + shape)
                : Optional.empty();
    }

    private String problem() {
        String limit = rule.schema().path(keyword()).asString("");
        return switch (keyword()) {
            case "pattern", "not" -> invalid();
            case "const" -> subjectName() + " can only be `" + limit + "`";
            case "minItems", "minProperties", "minLength" -> subjectName() + " must not be empty";
            case "maxItems", "maxProperties" -> subjectName() + " has more than " + limit + " entries";
            case "maxLength" -> "`" + shown() + "` is longer than " + limit + " characters";
            case "minimum" -> subjectName() + " is " + shown() + ", less than " + limit;
            case "maximum" -> subjectName() + " is " + shown() + ", more than " + limit;
            case "uniqueItems" -> subjectName() + " lists something twice";
            case "false" -> subjectName() + " does not go with the fields beside it";
            default -> subjectName() + " " + error.getMessage();
        };
    }

    private String invalid() {
        return "`" + shown() + "` is not a valid " + (rule.title().isEmpty() ? "value" : phrase(rule.title()));
    }

    private Diagnostic violation(String message, String consequence, String help, Span span) {
        return Diagnostic.of(Code.SCHEMA_VIOLATION, message, consequence, help).at(span);
    }

    private String description() {
        return rule.description();
    }

    private String exampleHelp() {
        if (keyword().equals("false")) {
            return "remove it";
        }
        String example = rule.example().isEmpty() ? "" : "for example: " + rule.example();
        return Stream.of(phrase(rule.shape()), example)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** A sentence of the schema as a part of one of ours. */
    private static String phrase(String sentence) {
        String phrase = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean acronym = phrase.length() > 1 && Character.isUpperCase(phrase.charAt(1));
        return phrase.isEmpty() || acronym ? phrase : Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1);
    }

    private String subjectName() {
        return location().getNameCount() == 0 ? "the document" : name(location());
    }

    private String owner() {
        return subjectName();
    }

    /** {@code `hosts`}, or {@code an entry of `hosts`}. */
    private static String name(NodePath path) {
        Object last = path.getElement(path.getNameCount() - 1);
        return last instanceof Integer ? "an entry of " + name(path.getParent()) : "`" + last + "`";
    }

    private String shown() {
        return node() instanceof YamlScalar scalar ? scalar.text() : typeName(node());
    }

    private YamlNode node() {
        YamlNode node = document.root();
        for (int index = 0; index < location().getNameCount(); index++) {
            Object step = location().getElement(index);
            node = node instanceof YamlSequence sequence
                    ? sequence.items().get((Integer) step)
                    : ((YamlMapping) node).value(String.valueOf(step)).orElseThrow();
        }
        return node;
    }

    private YamlMapping mapping() {
        return (YamlMapping) node();
    }

    private Span firstKey() {
        return mapping().list().stream()
                .findFirst()
                .map(YamlMapping.Entry::span)
                .orElse(node().span());
    }

    private static String quoted(List<String> names, String separator) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(separator));
    }

    private static String typeName(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "object" -> "a mapping";
            case "array" -> "a list";
            default -> type;
        };
    }

    private static String typeName(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return switch (scalar.type()) {
                case NULL -> "empty";
                case BOOLEAN -> "true or false";
                case INTEGER -> "a number";
                case FLOAT -> "a number with a fraction";
                case STRING -> "text";
            };
        }
        return node instanceof YamlMapping ? "a mapping" : "a list";
    }
}
