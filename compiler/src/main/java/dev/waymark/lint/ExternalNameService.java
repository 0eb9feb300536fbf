package dev.waymark.lint;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.routing.ServiceView;
import java.util.Optional;
import java.util.stream.Stream;

/** WM2007: a label on a Service that is an alias in the DNS. */
final class ExternalNameService implements Rule {
    @Override
    public Stream<Diagnostic> find(Subject subject) {
        return subject.enrolled()
                .filter(enrolled -> enrolled.carrier() instanceof ServiceView service
                        && service.form() == ServiceView.Form.EXTERNAL_NAME
                        && !Names.areNonsense(service.labels()))
                .flatMap(enrolled -> Spot.put(
                        subject,
                        Diagnostic.of(Code.EXTERNALNAME_SERVICE, enrolled.object()),
                        Spot.of(Optional.of(enrolled.label()), "enrolled here"),
                        Spot.of(enrolled.carrier().span(), "of type ExternalName"))
                        .stream());
    }
}
