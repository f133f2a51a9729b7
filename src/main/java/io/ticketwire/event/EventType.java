package io.ticketwire.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The event types that exist now, with the topic that carries each and the schema of its value. */
public enum EventType {
    TICKET_CREATED("ticket.created", Topic.TICKETS, "ticket", "A ticket was seen for the first time"),
    TICKET_UPDATED("ticket.updated", Topic.TICKETS, "ticket-change", "Something that matters changed in a ticket"),
    TICKET_RESOLVED("ticket.resolved", Topic.TICKETS, "ticket-change", "A ticket became resolved or closed"),
    TICKET_REOPENED(
            "ticket.reopened", Topic.TICKETS, "ticket-change", "A resolved or closed ticket is worked on again"),
    TICKET_ESCALATED("ticket.escalated", Topic.TICKETS, "ticket-escalation", "A ticket needs somebody's attention now"),
    TICKET_DELETED("ticket.deleted", Topic.TICKETS, "ticket", "The source says that a ticket is gone"),
    TICKET_ANALYZED("ticket.analyzed", Topic.INSIGHTS, "insight", "What a customer wrote in a ticket was read"),
    CONVERSATION_ADDED("conversation.added", Topic.TICKETS, "conversation", "A comment or reply in a ticket"),
    FEEDBACK_RECEIVED(
            "feedback.received", Topic.TICKETS, "feedback", "A customer rated the support or commented on it"),
    AI_RESPONSE_APPROVED("ai.response.approved", Topic.TICKETS, "ai-response", "A drafted reply was approved"),
    AI_RESPONSE_REJECTED("ai.response.rejected", Topic.TICKETS, "ai-response", "A drafted reply was rejected"),
    MESSAGE_INCOMING("message.incoming", Topic.MESSAGES, "message", "A message from a customer"),
    MESSAGE_QUEUED("message.queued", Topic.MESSAGES, "message", "A message waits at the provider"),
    MESSAGE_SENT("message.sent", Topic.MESSAGES, "message", "A message left the provider"),
    MESSAGE_DELIVERED("message.delivered", Topic.MESSAGES, "message", "A message reached its recipient"),
    MESSAGE_DEFERRED("message.deferred", Topic.MESSAGES, "message", "A message could not be delivered yet"),
    MESSAGE_READ("message.read", Topic.MESSAGES, "message", "A message was read"),
    MESSAGE_FAILED("message.failed", Topic.MESSAGES, "message", "A message could not be delivered"),
    MESSAGE_EDITED("message.edited", Topic.MESSAGES, "message", "Somebody changed a message after it was sent"),
    MESSAGE_DELETED("message.deleted", Topic.MESSAGES, "message", "Somebody took a message back"),
    MESSAGE_REACTION("message.reaction", Topic.MESSAGES, "message", "Somebody reacted to a message"),
    EMAIL_OPENED("email.opened", Topic.MESSAGES, "message", "A mail was opened"),
    EMAIL_CLICKED("email.clicked", Topic.MESSAGES, "message", "A link in a mail was followed"),
    EMAIL_BOUNCED("email.bounced", Topic.MESSAGES, "message", "A mail came back"),
    EMAIL_COMPLAINED("email.complained", Topic.MESSAGES, "message", "A recipient reported a mail as spam"),
    EMAIL_UNSUBSCRIBED("email.unsubscribed", Topic.MESSAGES, "message", "A recipient wants no more mails"),
    EMAIL_RESUBSCRIBED("email.resubscribed", Topic.MESSAGES, "message", "A recipient wants mails again"),
    CONTACT_CREATED("contact.created", Topic.ENGAGEMENT, "contact", "A contact was seen for the first time"),
    CONTACT_UPDATED("contact.updated", Topic.ENGAGEMENT, "contact", "Something changed in a contact"),
    CAMPAIGN_COMPLETED("campaign.completed", Topic.ENGAGEMENT, "campaign", "A campaign is over"),
    TRANSFER_CREATED("transfer.created", Topic.ENGAGEMENT, "transfer", "A conversation was handed over"),
    SURVEY_RESPONSE_COMPLETED(
            "survey.response.completed", Topic.ENGAGEMENT, "survey-response", "A survey was answered"),
    INTERACTION_BUTTON(
            "interaction.button", Topic.INTERACTIONS, "interaction", "Somebody pressed a button in a chat tool"),
    INTERACTION_MENTION(
            "interaction.mention", Topic.INTERACTIONS, "interaction", "Somebody spoke to the app in a chat"),
    INTERACTION_REPLY("interaction.reply", Topic.INTERACTIONS, "interaction", "Somebody replied in a thread of a chat"),
    INTERACTION_COMMAND("interaction.command", Topic.INTERACTIONS, "interaction", "Somebody gave the app a command"),
    WEBHOOK_DISABLED("webhook.disabled", Topic.OPERATIONS, "endpoint-health", "An endpoint gets no webhooks any more"),
    WEBHOOK_FAILING("webhook.failing", Topic.OPERATIONS, "endpoint-health", "A webhook was given up"),
    WEBHOOK_RECOVERED("webhook.recovered", Topic.OPERATIONS, "endpoint-health", "An endpoint takes webhooks again");

    /** Those that tell how an endpoint does. */
    public static final Set<EventType> OF_ENDPOINTS =
            Collections.unmodifiableSet(EnumSet.of(WEBHOOK_DISABLED, WEBHOOK_FAILING, WEBHOOK_RECOVERED));

    private final String type;
    private final Topic topic;
    private final String schema;
    private final String description;

    EventType(String type, Topic topic, String schema, String description) {
        this.type = type;
        this.topic = topic;
        this.schema = schema;
        this.description = description;
    }

    /** The name on the wire, e.g. {@code ticket.created}. */
    public String type() {
        return type;
    }

    /** The public topic that carries it. */
    public Topic topic() {
        return topic;
    }

    /** The file under {@code kafka/schemas/} that describes its value, without {@code .json}. */
    public String schema() {
        return schema;
    }

    /** What it says, in one sentence for people. */
    public String description() {
        return description;
    }

    /** The type of this name, if this version knows it. */
    public static Optional<EventType> of(String type) {
        for (EventType known : values()) {
            if (known.type.equals(type)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** The {@code ce_dataschema} of a value; {@code ticket.created} gives {@code urn:ticketwire:schema:ticket:1}. */
    public String dataSchema() {
        return "urn:ticketwire:schema:" + schema + ":1";
    }
}
