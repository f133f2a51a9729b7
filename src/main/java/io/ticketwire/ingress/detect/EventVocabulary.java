package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Set;

/** The words that events are named with, and where such names stand. */
final class EventVocabulary {
    /** Names of event words wherever they stand, and those that are so only outside the ticket. */
    static final List<String> EVENT_KEYS =
            list("event event_type event_name webhook_event action trigger triggered_event "
                    + "object_kind hook_event notification_type subscription_type");

    static final List<String> ENVELOPE_KEYS = list("type topic kind");

    static final Set<String> TICKET =
            words("ticket tickets issue issues case conversation convo incident request thread");
    static final Set<String> CREATION = words("create created creation new open opened add added submitted submit");
    static final Set<String> DELETION = words("delete deleted deletion destroy destroyed remove removed trashed");
    static final Set<String> FILLERS =
            words("jira zen event type webhook crm object soft permanently was has been hook it");
    static final Set<String> PARTS =
            words("comment note reply replied message tag label attachment assignee worklog link "
                    + "issuelink property follower watcher part field");
    /** More words are a sentence, such as the name that somebody gave a rule. */
    static final int MAX_WORDS = 4;

    static final Set<String> NEVER = words("push pipeline build deployment release ping test");
    static final Set<String> OTHER = words("order orders invoice payment subscription");
    static final Set<String> OTHER_FIRST =
            words("contact contacts company deal user customer account lead member organization "
                    + "agent survey campaign product project sprint article repository commit wiki job "
                    + "workflow charge");
    /** Objects that stand at the root of code hosting events, whose kind is told in a header only (GitHub). */
    static final List<String> CODE = list("pusher commits head_commit pull_request merge_request release deployment "
            + "workflow_run workflow_job check_run check_suite hook");

    private EventVocabulary() {}

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
