package io.ticketwire.ingress.ticket.jira;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Completeness;
import io.ticketwire.event.TicketStatus;
import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.PlatformHost;
import io.ticketwire.ingress.ticket.PriorityWords;
import io.ticketwire.ingress.ticket.Rating;
import io.ticketwire.ingress.ticket.State;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;

/**
 * What a payload of Jira says of its issue: whole in an issue's webhook and in an automation rule's, some fields only in a
 * comment's.
 *
 * @param key also the ticket's external id; null if the payload gives none
 * @param root the webhook, or the issue itself
 * @param now when it arrived
 */
record JiraIssue(String key, JsonNode root, JsonNode issue, Connector connector, Instant now) {

    private static final Map<String, String> BY_CATEGORY_KEY =
            Map.of("new", "open", "indeterminate", "open", "done", "resolved");
    private static final Map<String, String> BY_CATEGORY_ID = Map.of("2", "open", "4", "open", "3", "resolved");
    private static final List<String> WHOLE = List.of("summary", "description", "status", "reporter", "updated");
    private static final Pattern IN_A_PATH = Pattern.compile("[A-Za-z0-9_]{1,100}-\\d{1,18}");
    private static final String API_OF_ALL_SITES = "https://api.atlassian.com/";

    static JiraIssue of(JsonNode root, Connector connector, Instant now) {
        JsonNode issue = root.path("issue").isObject() ? root.path("issue") : root;
        String key = issue.path("key").isTextual() ? new Values().id(issue.path("key")) : null;
        return new JiraIssue(key, root, issue, connector, now);
    }

    String event() {
        return root.path("webhookEvent").asText();
    }

    JsonNode reporter() {
        return issue.path("fields").path("reporter");
    }

    TicketReading read() {
        JsonNode fields = issue.path("fields");
        JsonNode priority = fields.path("priority");
        String description = JiraText.of(fields.path("description"));
        return new TicketBuilder(now)
                .id(issue.path("key"))
                .subject(fields.path("summary"))
                .description(description == null ? null : TextNode.valueOf(description))
                .status(status(fields.path("status")))
                .priority(State.of(new Values().text(priority, "priority"), PriorityWords::of))
                .customer(name(reporter()), reporter().path("emailAddress"))
                .assignee(name(fields.path("assignee")))
                .category(category(fields))
                .tags(fields.path("labels"))
                .url(url())
                .created(fields.path("created"))
                .updated(updated(fields))
                .deleted(isDeleted())
                .completeness(isWhole(fields) ? Completeness.COMPLETE : Completeness.PARTIAL)
                .build();
    }

    /** Gone under the key that it had before it was moved; null if it was not moved. */
    TicketReading underFormerKey() {
        for (JsonNode change : root.path("changelog").path("items")) {
            String former = change.path("fromString").asText();
            if (change.path("field").asText().equals("Key")
                    && IN_A_PATH.matcher(former).matches()
                    && !former.equals(key)) {
                return new TicketBuilder(now)
                        .id(change.path("fromString"))
                        .updated(updated(issue.path("fields")))
                        .deleted(true)
                        .completeness(Completeness.PARTIAL)
                        .build();
            }
        }
        return null;
    }

    /** The customer's satisfaction, a field of Jira Service Management, if it is what changed; else null. */
    Rating rating(String customerEmail) {
        JsonNode fields = issue.path("fields");
        for (JsonNode change : root.path("changelog").path("items")) {
            boolean named = change.path("field").asText().equals("Satisfaction");
            JsonNode changed = named
                    ? satisfaction(fields)
                    : fields.path(change.path("fieldId").asText());
            String rating = new Values().text(changed.path("rating"), "rating");
            if (rating != null) {
                return new Rating(null, rating, null, customerEmail, Times.of(root.path("timestamp"), now));
            }
            if (named) {
                return null;
            }
        }
        return null;
    }

    /** Data Center gives the name of the field only. */
    private static JsonNode satisfaction(JsonNode fields) {
        for (JsonNode field : fields) {
            if (field.has("rating")) {
                return field;
            }
        }
        return MissingNode.getInstance();
    }

    private boolean isDeleted() {
        return event().equals("jira:issue_deleted");
    }

    /** People name their states as they like: the name if it is known, else the category, whose name is translated. */
    private static State status(JsonNode status) {
        String name = new Values().text(status.isObject() ? status.path("name") : status, "status");
        String ours = StatusWords.of(name);
        JsonNode category = status.path("statusCategory");
        String byCategory = BY_CATEGORY_KEY.getOrDefault(
                category.path("key").asText(),
                BY_CATEGORY_ID.get(category.path("id").asText()));
        // "Approved" may be the end or the beginning: the category knows better than a word of other platforms.
        boolean fits = byCategory == null || TicketStatus.finished(ours) == TicketStatus.finished(byCategory);
        String word = ours != null && fits ? ours : byCategory;
        return new State(name, "new".equals(word) ? "open" : word);
    }

    /**
     * What the customer asked for, if a portal of Jira Service Management knows, else the type of the issue; a reduced issue
     * does not tell which of the two it is.
     */
    private static JsonNode category(JsonNode fields) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode requested = field.getValue().path("requestType").path("name");
            if (requested.isTextual() && field.getKey().startsWith("customfield_")) {
                return requested;
            }
        }
        return fields.has("updated") ? fields.path("issuetype") : null;
    }

    /** The issue's own time; where a reduced one has none, the comment's, which is when the issue was touched. */
    private JsonNode updated(JsonNode fields) {
        JsonNode comment = root.path("comment");
        // What comes late must not bring back an issue that is gone: its deletion is newer than all that it says.
        List<JsonNode> times = isDeleted()
                ? List.of(root.path("timestamp"), fields.path("updated"))
                : List.of(
                        fields.path("updated"),
                        event().equals("comment_deleted") ? MissingNode.getInstance() : comment.path("updated"),
                        root.path("timestamp"));
        return times.stream()
                .filter(time -> Times.of(time, now) != null)
                .findFirst()
                .orElse(null);
    }

    /** Profiles may hide the address; then the service desk's own API is left to be asked. */
    private boolean isWhole(JsonNode fields) {
        boolean addressKnown = reporter().isNull()
                || EmailAddresses.parse(reporter().path("emailAddress").textValue()) != null;
        return addressKnown && WHOLE.stream().allMatch(fields::has);
    }

    static JsonNode name(JsonNode user) {
        return user.path("displayName").isTextual() ? user.path("displayName") : user.path("name");
    }

    private String url() {
        String site = site();
        return site == null || !IN_A_PATH.matcher(key).matches() ? null : site + "/browse/" + key;
    }

    private String site() {
        String known = PlatformHost.of(connector, "atlassian.net");
        if (known != null) {
            return known;
        }
        String self = issue.path("self").asText();
        int end = self.indexOf("/rest/");
        return end < 0 || self.startsWith(API_OF_ALL_SITES) ? null : self.substring(0, end);
    }
}
