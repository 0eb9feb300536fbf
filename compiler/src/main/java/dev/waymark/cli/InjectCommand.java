package dev.waymark.cli;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshInjection;
import dev.waymark.MeshInjection.Injected;
import dev.waymark.kube.ObjectRef;
import dev.waymark.report.Count;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code waymark inject}. */
final class InjectCommand implements Command {
    private static final String WITH_RESOURCES = "with-resources";
    private static final String COMPLETE = "complete";

    @Override
    public String name() {
        return "inject";
    }

    @Override
    public String summary() {
        return "put labels into manifests from standard input";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OptionSpec.flag(WITH_RESOURCES, "append the Gateways, ServiceEntries and policies"),
                OptionSpec.flag(COMPLETE, "an object that the stream lacks is an error"));
    }

    @Override
    public List<String> examples() {
        return List.of(
                "helm template shop ./chart | waymark inject mesh.yaml",
                "kubectl kustomize . | waymark inject mesh/ --with-resources");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        List<String> named = invocation.line().getArgList();
        if (named.contains(SourceFile.STANDARD_INPUT)) {
            throw new UsageException("standard input (-) holds the manifests; the intents are files or folders");
        }
        MeshInjection injection = new MeshInjection(standardInput(invocation));
        CompileRequest request = request(invocation, injection.isFunction());
        if (request.existing().paths().contains(SourceFile.STANDARD_INPUT)) {
            throw new UsageException("standard input (-) holds the manifests, and no inventory");
        }
        MeshInjection.Options options = new MeshInjection.Options(
                invocation.line().hasOption(WITH_RESOURCES), invocation.line().hasOption(COMPLETE));
        CompileResult<Injected> result = injection.run(request, options);
        Injected injected = result.outcome().orElseThrow();
        invocation.printMessages(result.diagnostics());
        injected.answer()
                .or(injected::stream)
                .ifPresent(text -> invocation.terminal().result(text.getBytes(StandardCharsets.UTF_8)));
        if (injected.stream().isPresent()) {
            tell(invocation, injected);
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    /** @param function whether the stream brings its intent along */
    private static CompileRequest request(Invocation invocation, boolean function) throws UsageException {
        if (!function) {
            return invocation.request();
        }
        if (!invocation.line().getArgList().isEmpty()) {
            throw new UsageException("the functionConfig of a ResourceList is the only intent; name no other");
        }
        return invocation.request(List.of());
    }

    /** A stream that holds nothing of ours goes through as it is, and somebody may have meant another one. */
    private static void tell(Invocation invocation, Injected injected) {
        if (invocation.quiet() || injected.missing().isEmpty()) {
            return;
        }
        if (injected.labelled() == 0) {
            String objects = Count.of(injected.missing().size(), "object");
            message(
                    invocation,
                    "the stream has nothing that the intents name (" + objects + "), and goes on without labels");
        }
        if (!injected.unplaced().isEmpty()) {
            ObjectRef first = injected.unplaced().get(0);
            message(
                    invocation,
                    first + " gets no label: a manifest that states no namespace counts for `" + first.namespace()
                            + "`, and the intents name its namesake in another (--namespace)");
        }
    }

    private static void message(Invocation invocation, String text) {
        invocation.terminal().message("waymark: " + text + "\n");
    }

    /** An empty answer would make everything vanish, and an empty question is mostly a pipe that broke. */
    private static String standardInput(Invocation invocation) throws InputException {
        try {
            byte[] bytes = invocation.terminal().in().readAllBytes();
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw new InputException("nothing came in on standard input, which is to hold manifests");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new InputException("cannot read standard input: it is not UTF-8");
        } catch (IOException e) {
            throw new InputException("cannot read standard input: " + e.getMessage());
        }
    }
}
