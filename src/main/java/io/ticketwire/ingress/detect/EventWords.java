package io.ticketwire.ingress.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the words around a ticket say has happened: {@code ticket.created}, {@code jira:issue_deleted}, {@code push},
 * {@code {"action":"opened"}}.
 *
 * @param ticket a ticket is named
 * @param alike something is named that may be worked on like a ticket
 * @param creation something was made, and no part of a ticket (a comment, a tag) is named
 * @param deletion the ticket itself is gone
 * @param part a part of a ticket is named
 * @param silent nothing was said at all
 * @param no how surely this is about something else
 */
record EventWords(
        boolean ticket, boolean alike, boolean creation, boolean deletion, boolean part, boolean silent, No no) {
    /** Never: a push stays a push whatever it carries. Unless: an order is none, unless a ticket lies in it. */
    enum No {
        NEVER,
        UNLESS_WRAPPED,
        NOT_SAID
    }

    /** The words in the envelopes, in the ticket itself and in the names of what lies beside it. */
    static EventWords of(Fields ticket, List<Fields> envelopes) {
        List<List<String>> said = new ArrayList<>();
        collect(ticket, EventVocabulary.EVENT_KEYS, said);
        collect(header(ticket), List.of("entity_name", "change_type"), said);
        boolean foreign = envelopes.isEmpty() && isForeign(ticket);
        for (Fields envelope : envelopes) {
            collect(envelope, EventVocabulary.EVENT_KEYS, said);
            collect(envelope, EventVocabulary.ENVELOPE_KEYS, said);
            foreign |= isForeign(envelope);
        }
        No no = foreign ? No.UNLESS_WRAPPED : No.NOT_SAID;
        for (List<String> words : said) {
            no = surer(no, no(words));
        }
        for (List<String> words : kinds(ticket)) {
            no = surer(no, no(words));
        }
        boolean part = said.stream().anyMatch(words -> words.stream().anyMatch(EventVocabulary.PARTS::contains));
        return new EventWords(
                any(said, EventVocabulary.TICKET),
                any(said, EventVocabulary.ALIKE),
                any(said, EventVocabulary.CREATION) && !part,
                isDeletion(said),
                part,
                said.isEmpty(),
                no);
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
                && (fields.hasScalar(EventVocabulary.EVENT_KEYS)
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
                                .anyMatch(word -> EventVocabulary.CREATION.contains(word)
                                        || EventVocabulary.DELETION.contains(word)
                                        || word.equals("updated")));
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

    /** Salesforce's change events tell in a header of which object they are. */
    private static Fields header(Fields ticket) {
        return Fields.of(ticket.object().path("ChangeEventHeader"));
    }

    /** What the object says that it is (Stripe, Clerk), if it has nothing that only tickets have. */
    private static List<List<String>> kinds(Fields ticket) {
        List<List<String>> kinds = new ArrayList<>();
        if (Synonyms.SUBJECT.stream().noneMatch(ticket.object()::has)) {
            collect(ticket, List.of("object", "type"), kinds);
        }
        return kinds;
    }

    private static No surer(No one, No other) {
        return other.compareTo(one) < 0 ? other : one;
    }

    private static No no(List<String> words) {
        if (words.size() > EventVocabulary.MAX_WORDS) {
            return No.NOT_SAID;
        }
        if (words.stream().anyMatch(EventVocabulary.NEVER::contains) || pair(words, "merge") || pair(words, "pull")) {
            return No.NEVER;
        }
        if (words.stream().anyMatch(EventVocabulary.TICKET::contains)) {
            return No.NOT_SAID;
        }
        boolean other = words.stream().anyMatch(EventVocabulary.OTHER::contains)
                || EventVocabulary.OTHER_FIRST.contains(noun(words));
        return other ? No.UNLESS_WRAPPED : No.NOT_SAID;
    }

    /** What it happened to: the first word that is no verb. */
    private static String noun(List<String> words) {
        return words.stream()
                .filter(word -> !EventVocabulary.VERBS.contains(word))
                .findFirst()
                .orElse(words.get(0));
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
                .allMatch(word -> EventVocabulary.DELETION.contains(word)
                        || EventVocabulary.TICKET.contains(word)
                        || EventVocabulary.FILLERS.contains(word)));
        return only && any(said, EventVocabulary.DELETION);
    }

    private static boolean isForeign(Fields fields) {
        return fields.hasOwn(EventVocabulary.FOREIGN_VALUES)
                || EventVocabulary.FOREIGN.stream()
                        .map(fields::get)
                        .anyMatch(value -> value != null && value.isContainerNode());
    }
}
