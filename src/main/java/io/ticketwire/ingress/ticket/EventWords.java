package io.ticketwire.ingress.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the words around a ticket say has happened: {@code ticket.created}, {@code jira:issue_deleted}, {@code push},
 * {@code {"action":"opened"}}.
 *
 * @param ticket a ticket is named
 * @param creation something was made, and no part of a ticket (a comment, a tag) is named
 * @param deletion the ticket itself is gone
 * @param part a part of a ticket is named
 * @param silent nothing was said at all
 * @param no how surely this is about something else
 */
record EventWords(boolean ticket, boolean creation, boolean deletion, boolean part, boolean silent, No no) {
    /** Never: a push stays a push whatever it carries. Unless: an order is none, unless a ticket lies in it. */
    enum No {
        NEVER,
        UNLESS_WRAPPED,
        NOT_SAID
    }

    /** Names of event words wherever they stand, and those that are so only outside the ticket. */
    private static final List<String> EVENT_KEYS = List.of(
            "event",
            "event_type",
            "event_name",
            "webhook_event",
            "action",
            "trigger",
            "triggered_event",
            "object_kind",
            "hook_event",
            "notification_type",
            "subscription_type");

    private static final List<String> ENVELOPE_KEYS = List.of("type", "topic", "kind");

    private static final Set<String> TICKET = Set.of(
            "ticket", "tickets", "issue", "issues", "case", "conversation", "convo", "incident", "request", "thread");
    private static final Set<String> CREATION =
            Set.of("create", "created", "creation", "new", "open", "opened", "add", "added", "submitted", "submit");
    private static final Set<String> DELETION =
            Set.of("delete", "deleted", "deletion", "destroy", "destroyed", "remove", "removed", "trashed");
    private static final Set<String> FILLERS = Set.of(
            "jira",
            "zen",
            "event",
            "type",
            "webhook",
            "crm",
            "object",
            "soft",
            "permanently",
            "was",
            "has",
            "been",
            "hook",
            "it");
    private static final Set<String> PARTS = Set.of(
            "comment",
            "note",
            "reply",
            "replied",
            "message",
            "tag",
            "label",
            "attachment",
            "assignee",
            "worklog",
            "link",
            "issuelink",
            "property",
            "follower",
            "watcher",
            "part",
            "field");
    /** More words are a sentence, such as the name that somebody gave a rule. */
    private static final int MAX_WORDS = 4;

    private static final Set<String> NEVER =
            Set.of("push", "pipeline", "build", "deployment", "release", "ping", "test");
    private static final Set<String> OTHER = Set.of("order", "orders", "invoice", "payment", "subscription");
    private static final Set<String> OTHER_FIRST = Set.of(
            "contact",
            "contacts",
            "company",
            "deal",
            "user",
            "customer",
            "account",
            "lead",
            "member",
            "organization",
            "agent",
            "survey",
            "campaign",
            "product",
            "project",
            "sprint",
            "article",
            "repository",
            "commit",
            "wiki",
            "job",
            "workflow",
            "charge");
    /** Objects that stand at the root of code hosting events, whose kind is told in a header only (GitHub). */
    private static final List<String> CODE = List.of(
            "pusher",
            "commits",
            "head_commit",
            "pull_request",
            "merge_request",
            "release",
            "deployment",
            "workflow_run",
            "workflow_job",
            "check_run",
            "check_suite",
            "hook");

    /** The words in the envelopes, in the ticket itself and in the names of what lies beside it. */
    static EventWords of(Fields ticket, List<Fields> envelopes) {
        List<List<String>> said = new ArrayList<>();
        collect(ticket, EVENT_KEYS, said);
        boolean code = envelopes.isEmpty() && isCode(ticket);
        for (Fields envelope : envelopes) {
            collect(envelope, EVENT_KEYS, said);
            collect(envelope, ENVELOPE_KEYS, said);
            code |= isCode(envelope);
        }
        No no = code ? No.UNLESS_WRAPPED : No.NOT_SAID;
        for (List<String> words : said) {
            No one = no(words);
            no = one.compareTo(no) < 0 ? one : no;
        }
        boolean part = said.stream().anyMatch(words -> words.stream().anyMatch(PARTS::contains));
        return new EventWords(
                any(said, TICKET), any(said, CREATION) && !part, isDeletion(said), part, said.isEmpty(), no);
    }

    /** Where nothing looks like a ticket, all is envelope. */
    static EventWords ofNoTicket(Fields root, List<Fields> around) {
        List<Fields> envelopes = new ArrayList<>(around);
        envelopes.add(root);
        return of(root, envelopes);
    }

    /** Says what happened, and holds what it happened to. */
    static boolean isEnvelope(Fields fields) {
        return holdsObject(fields)
                && (fields.hasScalar(EVENT_KEYS)
                        || looksLikeEvent(fields.get("type"))
                        || looksLikeEvent(fields.get("topic")));
    }

    /** Something lies in it that may be what it is all about. */
    static boolean holdsObject(Fields fields) {
        boolean holds = false;
        for (String key : List.of(
                "data",
                "payload",
                "object",
                "item",
                "detail",
                "object_attributes",
                "resource",
                "ticket",
                "issue",
                "conversation",
                "case",
                "incident")) {
            JsonNode value = fields.get(key);
            holds |= value != null && value.isObject();
        }
        return holds;
    }

    /** A dotted or snake word such as {@code ticket.created}, as no person writes a title or a category. */
    static boolean looksLikeEvent(JsonNode value) {
        if (value == null || !value.isTextual() || value.textValue().length() > 100) {
            return false;
        }
        String text = value.textValue();
        List<String> words = Words.of(text);
        boolean code = text.indexOf(' ') < 0 && words.size() > 1;
        return code
                && (text.indexOf('.') > 0
                        || text.indexOf(':') > 0
                        || words.stream()
                                .anyMatch(word ->
                                        CREATION.contains(word) || DELETION.contains(word) || word.equals("updated")));
    }

    private static void collect(Fields fields, List<String> keys, List<List<String>> said) {
        for (String key : keys) {
            JsonNode value = fields.get(key);
            if (value != null && value.isObject()) {
                value = value.has("type") ? value.get("type") : value.get("name");
            }
            if (value != null && value.isTextual() && value.textValue().length() <= 200) {
                List<String> words = Words.of(value.textValue());
                if (!words.isEmpty()) {
                    said.add(words);
                }
            }
        }
    }

    private static No no(List<String> words) {
        if (words.size() > MAX_WORDS) {
            return No.NOT_SAID;
        }
        if (words.stream().anyMatch(NEVER::contains) || pair(words, "merge") || pair(words, "pull")) {
            return No.NEVER;
        }
        if (words.stream().anyMatch(TICKET::contains)) {
            return No.NOT_SAID;
        }
        boolean other = words.stream().anyMatch(OTHER::contains) || OTHER_FIRST.contains(words.get(0));
        return other ? No.UNLESS_WRAPPED : No.NOT_SAID;
    }

    private static boolean pair(List<String> words, String first) {
        int at = words.indexOf(first);
        return at >= 0 && at + 1 < words.size() && words.get(at + 1).startsWith("request");
    }

    private static boolean any(List<List<String>> said, Set<String> known) {
        return said.stream().anyMatch(words -> words.stream().anyMatch(known::contains));
    }

    /** Nothing but the ticket and its end may be named: a deleted comment is no deleted ticket. */
    private static boolean isDeletion(List<List<String>> said) {
        boolean only = said.stream().allMatch(words -> words.stream()
                .allMatch(word -> DELETION.contains(word) || TICKET.contains(word) || FILLERS.contains(word)));
        return only && any(said, DELETION);
    }

    private static boolean isCode(Fields fields) {
        return CODE.stream().map(fields::get).anyMatch(value -> value != null && value.isContainerNode());
    }
}
