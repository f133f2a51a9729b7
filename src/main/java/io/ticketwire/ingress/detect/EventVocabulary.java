package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Set;

/** The words that events are named with, and where such names stand. */
final class EventVocabulary {
    /** Names of event words wherever they stand, and those that are so only outside the ticket. */
    static final List<String> EVENT_KEYS =
            list("event event_type event_name webhook_event action trigger triggered_event "
                    + "object_kind hook_event notification_type subscription_type");

    static final List<String> ENVELOPE_KEYS = list("type topic kind object object_type entity");

    static final Set<String> TICKET =
            words("ticket tickets issue issues case conversation convo incident request thread" + " inquiry complaint");
    /** What is worked on like a ticket in tools that are not only for that. */
    static final Set<String> ALIKE = words("task bug story card alert pulse chat workitem");

    static final Set<String> CREATION =
            words("create created creation new open opened add added submitted submit" + " start started");
    static final Set<String> DELETION = words("delete deleted deletion destroy destroyed remove removed trashed");
    static final Set<String> FILLERS =
            words("jira zen event type webhook crm object soft permanently was has been hook it");
    static final Set<String> PARTS =
            words("comment note reply replied message tag label attachment assignee worklog link "
                    + "issuelink property follower watcher part field");
    /** More words are a sentence, such as the name that somebody gave a rule. */
    static final int MAX_WORDS = 4;

    static final Set<String> NEVER = words("push pipeline build deployment release ping test pullrequest mergerequest");
    static final Set<String> OTHER = words("order orders invoice payment subscription");
    static final Set<String> OTHER_FIRST =
            words("contact contacts company deal user customer account lead member organization "
                    + "agent survey campaign product project sprint article repository commit wiki job "
                    + "workflow charge invitee meeting booking appointment calendar refund cart checkout "
                    + "transaction transfer payout coupon subscriber person profile page star fork webwidget"
                    + " version board milestone label envelope track identify screen");
    /** Before the noun in names such as {@code updated.deal}. */
    static final Set<String> VERBS = words("create created new add added update updated change changed delete deleted "
            + "remove removed on when jira zen event type webhook crm object");
    /** Objects and lists beside which no ticket lies: code hosting tells its kind of event in a header only (GitHub), shops theirs, too. */
    static final List<String> FOREIGN = list("pusher commits head_commit pull_request merge_request release deployment "
            + "workflow_run workflow_job check_run check_suite hook forkee pullrequest line_items order_items");
    /** The same of values: Amazon's notifications, a star on GitHub. */
    static final List<String> FOREIGN_VALUES = list("topic_arn starred_at sg_event_id commit_ref");

    private EventVocabulary() {}

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
