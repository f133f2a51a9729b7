package io.ticketwire.ingress.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A source's word for a ticket's state, in ours. Knows the display words of Zendesk, Freshdesk, Jira, Intercom, HubSpot
 * and their kind; numbers mean something else on every platform and are never understood here.
 */
public final class StatusWords {
    private static final Map<String, String> WORDS = WordTable.of(
            Map.of(
                    "new",
                    "new",
                    "open",
                    "open, opened, active, to do, todo, assigned, unassigned, in progress, inprogress, triage, started,"
                            + " unstarted, backlog, reopened, re opened, investigating, submitted, in review, work in progress,"
                            + " wip, escalated, unresolved, waiting for support, waiting on us, waiting on support,"
                            + " waiting for agent, waiting on agent, awaiting agent, being processed, acknowledged, indeterminate,"
                            + " customer responded, customer replied, client replied, doing, approved, committed, confirmed,"
                            + " unconfirmed, triggered, firing, identified, monitoring, queued, unread, unanswered",
                    "pending",
                    "pending, awaiting customer, waiting, awaiting, awaiting user, snoozed, need info, needs info, need more info,"
                            + " needs more info, customer pending",
                    "on_hold",
                    "hold, on hold, onhold, paused, suspended, deferred, blocked, pending change, pending vendor,"
                            + " pending third party, postponed, parked, stalled",
                    "resolved",
                    "resolved, solved, done, fixed, completed, complete, answered, verified",
                    "closed",
                    "closed, close, cancelled, canceled, archived, spam, rejected, declined, won't do, wont do, won't fix,"
                            + " wont fix, duplicate, deleted, removed, ignored, invalid, merged, expired, abandoned, withdrawn"));

    private static final String WAITS = "(?:waiting|awaiting|pending)(?: (?:for|on))?(?: the)? ";
    private static final Pattern THIRD_PARTY =
            Pattern.compile(WAITS + "(?:3rd party|third party|vendor|supplier|change|problem)\\b.*");
    private static final Pattern CUSTOMER = Pattern.compile(WAITS
            + "(?:(?:customer|client|requester|user|end user|contact|reporter|caller)\\b.*"
            + "|.*\\b(?:reply|response|info|information|feedback|answer))");

    private StatusWords() {}

    /** One of new, open, pending, on_hold, resolved, closed; null for a word that is not known, a number or null. */
    public static String of(String raw) {
        if (raw == null || raw.length() > 100) {
            return null;
        }
        return WordTable.find(WORDS, raw, StatusWords::byPhrase);
    }

    private static String byPhrase(String word) {
        if (THIRD_PARTY.matcher(word).matches()) {
            return "on_hold";
        }
        return CUSTOMER.matcher(word).matches() ? "pending" : null;
    }

    /** The word of a ticket that is gone. */
    public static boolean isDeletion(String raw) {
        return raw != null && raw.trim().toLowerCase(Locale.ROOT).equals("deleted");
    }
}
