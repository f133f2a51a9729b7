package io.ticketwire.ingress.ticket.jira;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.TokenHeader;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketPlatform;
import io.ticketwire.ingress.ticket.TicketReading;

/**
 * Jira and Jira Service Management, Cloud and Data Center: system webhooks, signed as
 * {@code X-Hub-Signature: sha256=<hex>} over the body, and automation rules (Send web request), which can't sign and give
 * the secret as {@code X-Gateway-Token}. See developer.atlassian.com, "Webhooks".
 *
 * <p>An issue that is moved to another project changes its key and with it, for us, its identity: it is gone under the old
 * key and seen under the new one.
 */
public final class JiraProvider implements TicketPlatform {

    private static final SignatureHeader SIGNATURE = SignatureHeader.hmacSha256("x-hub-signature", "sha256=");
    private static final String DELIVERY = "x-atlassian-webhook-identifier";
    private static final Set<String> COMMENT_EVENTS = Set.of("comment_created", "comment_updated", "comment_deleted");
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9_]{1,99}-\\d{1,18}");

    @Override
    public Set<String> types() {
        return Set.of("jira");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.webhookSecrets();
        if (secrets.isEmpty()) {
            return trail.unsigned();
        }
        if (SIGNATURE.isIn(request)) {
            return SIGNATURE.verify(request, secrets, trail, "body", request.body());
        }
        return TokenHeader.GATEWAY.isIn(request)
                ? TokenHeader.GATEWAY.verify(request, secrets, trail)
                : trail.refuse(
                        "missing",
                        "header x-hub-signature",
                        () -> "The request has neither this header, by which a webhook with a secret signs,"
                                + " nor x-gateway-token, which an automation rule has to send");
    }

    @Override
    public boolean recognises(JsonNode root, MultiMap headers) {
        if (headers.contains(DELIVERY)) {
            return true;
        }
        String event = root.path("webhookEvent").asText();
        return event.startsWith("jira:")
                || event.startsWith("comment_")
                || event.startsWith("issue")
                || isIssue(root)
                || isIssue(root.path("issue"));
    }

    private static boolean isIssue(JsonNode node) {
        return KEY.matcher(node.path("key").asText()).matches()
                && node.path("fields").has("summary");
    }

    @Override
    public Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        if (!root.isObject()) {
            return new Reading.Malformed("The body must be an object: a webhook of Jira, or an issue");
        }
        String event = root.path("webhookEvent").asText();
        if (!event.isEmpty() && !event.startsWith("jira:issue_") && !COMMENT_EVENTS.contains(event)) {
            return new Reading.Nothing("not_about_a_ticket", "The event is neither an issue's nor a comment's");
        }
        JiraIssue issue = JiraIssue.of(root, connector, request.receivedAt());
        if (issue.key() == null) {
            return new Reading.Nothing("no_ticket_id", "The payload does not give the key of an issue");
        }
        return tell(issue, new TicketEvents(deliveryId(root, request), request, connector));
    }

    private static Reading tell(JiraIssue issue, TicketEvents events) {
        TicketReading left = issue.underFormerKey();
        if (left != null) {
            events.observed(left);
        }
        TicketReading ticket = issue.read();
        events.observed(ticket);
        Rating rating = issue.rating(ticket.customerEmail());
        if (rating != null) {
            events.rated(issue.key(), rating);
        }
        Comment comment = JiraComment.added(issue);
        if (comment != null) {
            // Data Center tells of a comment twice, by itself and with its issue: its own id makes the two one event.
            if (comment.id() != null) {
                events.under("comment:" + comment.id());
            }
            events.said(issue.key(), comment);
        }
        return events.reading();
    }

    private static String deliveryId(JsonNode root, IncomingRequest request) {
        String given = ProviderEventId.usable(request.header(DELIVERY));
        if (given != null) {
            return given;
        }
        String issue = ProviderEventId.of(root.path("issue").path("id"));
        String time = ProviderEventId.of(root.path("timestamp"));
        return issue == null || time == null ? null : root.path("webhookEvent").asText() + ":" + issue + ":" + time;
    }
}
