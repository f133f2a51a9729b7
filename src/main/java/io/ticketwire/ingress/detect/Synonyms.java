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
            "ticket_info",
            "helpdesk_ticket",
            "support_ticket");

    /** Keys under which something lies that is worked on like a ticket, in project and alerting tools, but not only there. */
    static final Set<String> ALIKE = Set.of("task", "bug", "card", "story", "alert", "inquiry", "complaint", "pulse");

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
            "ticket_data");

    /** What lies beside a ticket, looks like one and never is one. */
    static final Set<String> OTHERS = words("user users sender actor agent assignee owner project repository repo"
            + " organization account team group mailbox inbox brand changelog changes previous before old links"
            + " ticket_type issuetype customer contact requester reporter creator author visitor pusher commit"
            + " head_commit release pull_request merge_request workflow_run deployment pipeline build forkee"
            + " builds hook headers status state priority satisfaction_rating label milestone version sprint member"
            + " component environment pullrequest webhook workflow job");
    /** What lies beside a ticket, and is one only where nothing better is. */
    static final Set<String> SIDE = union(OTHERS, words("comment message note article meta embedded"));

    static final List<String> ID = list("ticket_id issue_id case_id conversation_id id gid iid number case_number"
            + " ticket_number display_id reference ref object_id hs_object_id slug ticket_no case_no external_id request_id"
            + " incidentid work_item_id bug_id task_id pulse_id alert_id chat_id ticketnumber csid identifier"
            + " response_id submission_id");
    /** What a comment or message has besides its own id. */
    static final List<String> PARENT_ID = list("ticket_id issue_id case_id conversation_id incident_id");
    /** A comment's or message's own id. */
    static final List<String> PART_ID = list("id message_id comment_id note_id");
    /** Names of a ticket's id that are unmistakable even outside the ticket. */
    static final List<String> EXPLICIT_ID = list("ticket_id issue_id case_id conversation_id incident_id ticket_number"
            + " case_number work_item_id primary_key response_id submission_id");

    static final List<String> SUBJECT = list(
            "subject title summary short_description brief_description raw_subject headline default_title mail_subject");
    static final List<String> DESCRIPTION = list("description_text plain_body detailed_description detailed_decription"
            + " description_stripped description content"
            + " body body_text body_plain text_body text_content text details detail message message_text"
            + " message_content comment first_message default_description initial_description"
            + " notes problem question inquiry request");
    /** Of these, in a comment or message, only the ticket's own ones. */
    static final List<String> OWN_DESCRIPTION = list("description_text description default_description");
    /** Of these, in the event of a comment, not those that may be the comment. */
    static final List<String> LASTING_DESCRIPTION =
            list("description_text plain_body detailed_description detailed_decription description_stripped description"
                    + " content body body_text body_plain"
                    + " text_content details detail first_message default_description initial_description notes"
                    + " problem question inquiry");

    static final List<String> DESCRIPTION_HTML = list("body_html html_body description_html html_notes");
    /** Cut by the platform, so that a whole message is better. */
    static final List<String> EXCERPT = list("preview preview_text excerpt snippet");

    static final List<String> MESSAGES = list(
            "messages comments threads articles parts conversation_parts conversations updates replies posts events article");
    static final List<String> STATUS =
            list("processing_status status state ticket_status current_status status_name status_label stage"
                    + " hs_pipeline_stage ticket_state phase statuscode statecode");
    static final List<String> PRIORITY = list(
            "priority priority_name priority_label urgency severity hs_ticket_priority importance prioritycode impact");
    /** Further spellings: {@link Spellings}. */
    static final List<String> CREATED =
            list("created_at created inserted_at insert_time opened_at opened issue_date open_date"
                    + " reported_at received_at received_date_time published_at started_at date date_occurred dateoccurred creation"
                    + " start_time first_seen");
    /** Further spellings: {@link Spellings}. */
    static final List<String> UPDATED = list("updated_at updated modified changed last_modified hs_lastmodifieddate"
            + " last_updated last_changed user_updated_at last_seen");
    /** When an event happened: when it is a creation, that is when the ticket was made. */
    static final List<String> EVENT_TIME =
            list("timestamp time occurred_at event_time emitted_at trigger_time created_at date");

    static final List<String> CUSTOMER = list("requester reporter customer primary_customer contact caller_id caller"
            + " requestor end_user client visitor person raised_by requested_by submitted_by request_user"
            + " submitter_user_info customerid from_contact");
    static final List<String> CUSTOMER_EMAIL = list("requester_email customer_email contact_email reporter_email"
            + " caller_email requestor_email client_email supplied_email emailaddress");
    static final List<String> CUSTOMER_NAME = list("requester_name customer_name contact_name reporter_name caller_name"
            + " requestor_name client_name full_name supplied_name");
    static final List<String> SENDER_EMAIL = list("from_email sender_email author_email");
    static final List<String> SENDER = list("from from_full sender author authors user created_by creator submitter");

    static final List<String> ASSIGNEE = list(
            "assignee assigned_to assignee_name assigned_agent current_assignee assignee_user_info assigned_resource operator responder"
                    + " responder_name agent agent_name technician handled_by handler staff responsibility assigned owner"
                    + " owner_name assignment assignee_user assignees assignee_email agent_email ownerid");
    /** Better than nothing, where no name is. */
    static final List<String> ASSIGNEE_ID = list("admin_assignee_id hubspot_owner_id assignee_id responder_id owner_id"
            + " assigned_operator_id assigned_users");

    static final List<String> TAGS = list("tags labels tag_list tag_names shared_labels keywords tag");
    static final List<String> CATEGORY =
            list("category category_name type issue_type request_type ticket_type case_type"
                    + " casetypecode work_item_type ticket_type_name problem_type issuetype kind tracker story_type");
    static final List<String> CHANNEL = list("channel via source origin contact_type channels source_channel"
            + " caseorigincode create_article_type mode source_type reported_source entry_type initial_channel");
    static final List<String> URL =
            list("url html_url web_url link permalink ticket_url permalink_url perma_url app_url"
                    + " shortlink agent_portal_url portal_url web_link uri resource_url href self");

    static final Set<String> EMAIL = Set.of("email", "e_mail", "email_address");

    /** Everything that a prefix such as {@code ticket_} may stand before. */
    static final Set<String> ALL = all();

    private Synonyms() {}

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
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
