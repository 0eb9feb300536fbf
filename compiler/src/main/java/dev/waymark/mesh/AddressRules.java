package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.Text;
import dev.waymark.kube.IpSyntax;
import java.util.Optional;
import java.util.stream.Stream;

/** The {@code addresses} of an external; under DYNAMIC_DNS, which takes none, it does not matter how they look. */
final class AddressRules {
    private AddressRules() {}

    static Stream<Diagnostic> find(External external) {
        if (external.resolution() == Resolution.DYNAMIC_DNS) {
            return Stream.empty();
        }
        return Stream.concat(
                external.intent().addresses().stream()
                        .filter(text -> !isValid(text))
                        .map(AddressRules::invalid),
                range(external).stream());
    }

    /** As in istio {@code agent/validation.go:ValidateIPSubnet}: with one slash it is meant as a range. */
    private static boolean isValid(Text address) {
        return isRange(address) ? IpSyntax.isRange(address.value()) : IpSyntax.isAddress(address.value());
    }

    private static boolean isRange(Text address) {
        return address.value().chars().filter(character -> character == '/').count() == 1;
    }

    private static Diagnostic invalid(Text address) {
        String help = "write an address, as in 192.0.2.7, or a range, as in 192.0.2.0/24";
        Diagnostic diagnostic = isRange(address)
                ? Refusal.webhook(
                        "`" + address + "` is not a range of IP addresses",
                        address + " is not a valid CIDR block",
                        help)
                : Refusal.webhook("`" + address + "` is not an IP address", address + " is not a valid IP", help);
        return diagnostic.at(address.span());
    }

    private static Optional<Diagnostic> range(External external) {
        if (!external.resolution().isDns()) {
            return Optional.empty();
        }
        return external.intent().addresses().stream()
                .filter(address -> IpSyntax.isRange(address.value()))
                .findFirst()
                .map(address -> Refusal.webhook(
                                external.resolution() + " takes single addresses only, and `" + address
                                        + "` is a range",
                                "CIDR addresses are allowed only for NONE/STATIC resolution types",
                                "list the addresses one by one, or write `resolution: STATIC` with `endpoints`")
                        .at(address.span()))
                .map(diagnostic -> Refusal.withResolution(diagnostic, external));
    }
}
