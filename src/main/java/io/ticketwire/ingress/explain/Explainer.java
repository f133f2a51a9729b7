package io.ticketwire.ingress.explain;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;

import io.smallrye.mutiny.Uni;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Outcome;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.text.CleanText;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The way of a request through the ingress, told instead of gone. One per request. */
final class Explainer {

    private static final int MAX_SIGNED = 4_096;
    private static final int MAX_EVENTS = 20;

    private final Provider provider;
    private final IncomingRequest request;
    private final Connector connector;
    private final Reading reading;
    private final Trail trail = Trail.noting();

    Explainer(Provider provider, IncomingRequest request, Connector connector) {
        this.provider = provider;
        this.request = request;
        this.connector = connector;
        this.reading = provider.read(request, connector);
    }

    Uni<Explanation> explain() {
        if (!provider.reads(request.mediaType())) {
            trail.refuse("media_type", "header content-type", () -> "This type does not read " + request.mediaType());
            return Uni.createFrom()
                    .item(told("refused", "media_type", new Outcome.Refused(Outcome.Refusal.MEDIA_TYPE, "")));
        }
        Verification verification = provider.verify(request, connector, trail);
        return verification instanceof Verification.Awaits awaits
                ? awaits.later().map(this::told)
                : Uni.createFrom().item(told(verification));
    }

    private Explanation told(Verification verification) {
        Outcome outcome = Outcome.of(verification)
                .orElseGet(() -> Outcome.of(reading, connector, provider.acknowledgement(reading, connector)));
        if (verification instanceof Verification.Refused refused) {
            return told("refused", refused.reason(), outcome);
        }
        if (verification instanceof Verification.Undecided undecided) {
            return told("undecided", undecided.reason(), outcome);
        }
        if (verification instanceof Verification.SenderOnly) {
            return told("sender_only", null, outcome);
        }
        return told(verification instanceof Verification.Verified ? "verified" : "unsigned", null, outcome);
    }

    private Explanation told(String verdict, String reason, Outcome outcome) {
        return new Explanation(
                verdict,
                reason,
                trail.steps().stream()
                        .map(step -> new Trail.Step(step.check(), step.passed(), withoutPassword(step.detail())))
                        .toList(),
                signed(),
                verdict.equals("refused") ? suspicions() : List.of(),
                shown(reading),
                new Explanation.Answer(
                        outcome.status(),
                        outcome instanceof Outcome.Taken taken ? taken.reply().text() : null));
    }

    private Explanation.SignedText signed() {
        Trail.Signed signed = trail.signed();
        if (signed == null) {
            return null;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte[] part : signed.parts()) {
            text.writeBytes(part);
        }
        return new Explanation.SignedText(
                signed.header().name(),
                signed.how(),
                text.size(),
                CleanText.cut(withoutPassword(text.toString(UTF_8)), MAX_SIGNED));
    }

    private List<String> suspicions() {
        return Suspicions.of(request, connector, trail.signed()).stream()
                .map(this::withoutPassword)
                .toList();
    }

    /** A public URL may have one, and is signed with it. */
    private String withoutPassword(String text) {
        String user = connector.publicUrl() == null
                ? null
                : URI.create(connector.publicUrl()).getRawUserInfo();
        int colon = user == null ? -1 : user.indexOf(':');
        return colon < 0 ? text : text.replace(user + "@", user.substring(0, colon) + ":***@");
    }

    private static Explanation.ReadBody shown(Reading reading) {
        if (reading instanceof Reading.Events events) {
            return new Explanation.ReadBody(
                    "events",
                    null,
                    null,
                    events.events().size(),
                    events.events().stream()
                            .limit(MAX_EVENTS)
                            .map(Explainer::shown)
                            .toList());
        }
        if (reading instanceof Reading.Nothing nothing) {
            return nothing("nothing", nothing.reason(), nothing.detail());
        }
        if (reading instanceof Reading.Answered answered) {
            return nothing("answered", answered.reason(), null);
        }
        if (reading instanceof Reading.Confirmation confirmation) {
            return nothing(
                    "confirmation",
                    null,
                    "It would be confirmed at " + confirmation.url().getHost());
        }
        return reading instanceof Reading.Misdirected misdirected
                ? nothing("misdirected", null, misdirected.detail())
                : nothing("malformed", null, ((Reading.Malformed) reading).detail());
    }

    private static Explanation.ReadBody nothing(String kind, String reason, String detail) {
        return new Explanation.ReadBody(kind, reason, detail, 0, List.of());
    }

    private static Explanation.ReadEvent shown(InboundEvent event) {
        return new Explanation.ReadEvent(event.id(), event.type(), event.subject(), event.time(), event.data());
    }
}
