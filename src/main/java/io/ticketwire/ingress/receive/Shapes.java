package io.ticketwire.ingress.receive;

import static io.ticketwire.ingress.receive.Shape.bool;
import static io.ticketwire.ingress.receive.Shape.list;
import static io.ticketwire.ingress.receive.Shape.number;
import static io.ticketwire.ingress.receive.Shape.object;
import static io.ticketwire.ingress.receive.Shape.text;
import static io.ticketwire.ingress.receive.Shape.time;

/** The objects that {@code receive} brings, as {@code kafka/schemas/} describes them. */
final class Shapes {

    static final Shape CONVERSATION = Shape.of(
            text("id", "comment_id", "message_id"),
            text("author_name"),
            text("author_email"),
            text("author_type"),
            text("text", "body", "comment", "message"),
            bool("public", "is_public"),
            time("created_at", "timestamp"));

    static final Shape FEEDBACK = Shape.of(
            text("id", "feedback_id"),
            text("ticket_id", "external_id"),
            text("rating", "score"),
            text("comment", "text"),
            text("customer_email", "email"),
            time("created_at", "timestamp"));

    static final Shape CONTACT = Shape.of(
            text("id", "contact_id", "external_id"),
            text("external_id", "contact_id", "id"),
            text("name", "full_name"),
            text("email"),
            text("phone"),
            text("company"),
            time("created_at"),
            time("updated_at"),
            object("attributes"));

    static final Shape CAMPAIGN = Shape.of(
            text("id", "campaign_id"),
            text("name"),
            text("channel"),
            number("sent"),
            number("delivered"),
            number("opened"),
            number("clicked"),
            number("failed"),
            time("completed_at", "timestamp"));

    static final Shape TRANSFER = Shape.of(
            text("id", "transfer_id"),
            text("ticket_id", "external_id"),
            text("from"),
            text("to"),
            text("reason"),
            time("created_at", "timestamp"));

    static final Shape SURVEY_RESPONSE = Shape.of(
            text("id", "response_id"),
            text("survey_id"),
            text("ticket_id", "external_id"),
            text("customer_email", "email"),
            number("score", "rating"),
            list("answers"),
            text("comment"),
            time("completed_at", "timestamp"));

    static final Shape AI_RESPONSE = Shape.of(
            text("id", "ai_response_id", "reply_id"),
            text("text"),
            number("confidence"),
            text("language"),
            text("source"));

    static final Shape MESSAGE = Shape.of(
            text("message_id", "id"),
            text("provider"),
            text("provider_message_id"),
            text("channel"),
            text("direction"),
            text("from"),
            text("to"),
            text("type"),
            text("text", "body"),
            text("subject"),
            text("html"),
            list("media"),
            object("error"),
            text("contact_name"),
            text("account"),
            time("timestamp", "created_at"));

    private Shapes() {}
}
