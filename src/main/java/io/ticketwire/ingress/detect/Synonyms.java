package io.ticketwire.ingress.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that platforms give to the same thing, best first, in the form of {@link Keys#normal}. */
final class Synonyms {
    /** Keys under which a ticket lies. */
    static final Set<String> WRAPPERS = Set.of(
            "ticket",
            "issue",
            "case",
            "conversation",
            "incident",
            "request",
            "thread",
            "work_item",
            "helpdesk_ticket",
            "support_ticket");

    /** Lists of tickets, and lists that may be. */
    static final Set<String> TICKET_LISTS =
            Set.of("tickets", "issues", "conversations", "cases", "incidents", "requests");

    static final Set<String> LISTS = union(
            TICKET_LISTS, Set.of("results", "records", "data", "items", "events", "result", "payload", "entries"));

    /** Envelopes that say nothing of what they hold. */
    static final Set<String> NEUTRAL = Set.of(
            "data",
            "payload",
            "body",
            "result",
            "record",
            "object",
            "item",
            "detail",
            "event",
            "resource",
            "entity",
            "object_attributes",
            "attributes",
            "fields",
            "properties",
            "ticket_data");

    /** What lies beside a ticket and looks like one. */
    static final Set<String> SIDE = Set.of(
            ("user users sender actor agent assignee owner project repository repo organization account team group"
                            + " mailbox inbox brand comment message note changelog changes previous before old links meta"
                            + " ticket_type issuetype customer contact requester reporter creator author pusher commit"
                            + " head_commit release pull_request merge_request workflow_run deployment pipeline build"
                            + " builds hook headers status state priority article satisfaction_rating embedded")
                    .split(" "));

    static final List<String> ID = list(
            "ticket_id issue_id case_id conversation_id id iid number case_number"
                    + " ticket_number display_id reference ref object_id hs_object_id slug ticket_no case_no external_id request_id");
    /** What a comment or message has besides its own id. */
    static final List<String> PARENT_ID = list("ticket_id issue_id case_id conversation_id incident_id");
    /** Names of a ticket's id that are unmistakable even outside the ticket. */
    static final List<String> EXPLICIT_ID =
            list("ticket_id issue_id case_id conversation_id incident_id ticket_number case_number");

    static final List<String> SUBJECT =
            list("subject title summary short_description raw_subject headline default_title");
    static final List<String> DESCRIPTION =
            list("description_text plain_body description content body body_text body_plain"
                    + " text details detail message comment first_message default_description");
    /** Of these, in a comment or message, only the ticket's own ones. */
    static final List<String> OWN_DESCRIPTION = list("description_text description default_description");

    static final List<String> DESCRIPTION_HTML = list("body_html html_body description_html");
    /** Cut by the platform, so that a whole message is better. */
    static final List<String> EXCERPT = list("preview snippet");

    static final List<String> MESSAGES =
            list("messages comments threads articles parts conversation_parts conversations");
    static final List<String> STATUS =
            list("status state ticket_status status_name status_label stage hs_pipeline_stage ticket_state phase");
    static final List<String> PRIORITY =
            list("priority priority_name priority_label urgency severity hs_ticket_priority" + " importance impact");
    static final List<String> CREATED = list("created_at created createdate created_on created_time created_datetime"
            + " created_date date_created creation_date opened_at opened submitted_at reported_at received_at");
    static final List<String> UPDATED = list("updated_at updated modified last_modified hs_lastmodifieddate updated_on"
            + " updated_time updated_datetime modified_at modified_time last_updated user_updated_at changed_at");
    /** When an event happened: when it is a creation, that is when the ticket was made. */
    static final List<String> EVENT_TIME = list("timestamp time occurred_at event_time emitted_at");

    static final List<String> CUSTOMER = list(
            "requester reporter customer primary_customer contact caller_id caller" + " requestor end_user client");
    static final List<String> CUSTOMER_EMAIL = list(
            "requester_email customer_email contact_email reporter_email caller_email requestor_email client_email");
    static final List<String> CUSTOMER_NAME = list("requester_name customer_name contact_name reporter_name caller_name"
            + " requestor_name client_name full_name");
    static final List<String> SENDER_EMAIL = list("from_email sender_email author_email");
    static final List<String> SENDER = list("from sender author user created_by creator submitter");

    static final List<String> ASSIGNEE =
            list("assignee assigned_to assignee_name assigned_agent responder responder_name"
                    + " owner owner_name agent agent_name assignee_user assignees assignee_email agent_email");
    /** Better than nothing, where no name is. */
    static final List<String> ASSIGNEE_ID =
            list("admin_assignee_id hubspot_owner_id assignee_id responder_id owner_id");

    static final List<String> TAGS = list("tags labels tag_list tag_names");
    static final List<String> CATEGORY = list("type category issue_type request_type ticket_type");
    static final List<String> CHANNEL = list("channel via source");
    static final List<String> URL = list("url html_url web_url link permalink ticket_url uri self");

    static final Set<String> EMAIL = Set.of("email", "e_mail", "email_address");

    /** Everything that a prefix such as {@code ticket_} may stand before. */
    static final Set<String> ALL = all();

    private Synonyms() {}

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static Set<String> all() {
        Set<String> all = new HashSet<>(EMAIL);
        all.addAll(Set.of("key", "name", "first_name", "last_name"));
        List.of(
                        ID,
                        SUBJECT,
                        DESCRIPTION,
                        DESCRIPTION_HTML,
                        MESSAGES,
                        STATUS,
                        PRIORITY,
                        CREATED,
                        UPDATED,
                        CUSTOMER,
                        CUSTOMER_EMAIL,
                        CUSTOMER_NAME,
                        SENDER_EMAIL,
                        SENDER,
                        ASSIGNEE,
                        ASSIGNEE_ID,
                        EXCERPT,
                        TAGS,
                        CATEGORY,
                        CHANNEL,
                        URL)
                .forEach(all::addAll);
        return Set.copyOf(all);
    }
}
