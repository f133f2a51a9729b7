package io.ticketwire.ingress.receive;

import static io.ticketwire.ingress.receive.Shape.bool;
import static io.ticketwire.ingress.receive.Shape.id;
import static io.ticketwire.ingress.receive.Shape.list;
import static io.ticketwire.ingress.receive.Shape.listOf;
import static io.ticketwire.ingress.receive.Shape.number;
import static io.ticketwire.ingress.receive.Shape.object;
import static io.ticketwire.ingress.receive.Shape.shaped;
import static io.ticketwire.ingress.receive.Shape.text;
import static io.ticketwire.ingress.receive.Shape.time;

/** The objects that {@code receive} brings, as {@code kafka/schemas/} describes them. */
final class Shapes {

    static final Shape CONVERSATION = Shape.of(
            id("id", "comment_id", "message_id"),
            text("author_name"),
            text("author_email"),
            text("author_type"),
            text("text", "body", "comment", "message"),
            bool("public", "is_public"),
            time("created_at", "timestamp"));

    static final Shape FEEDBACK = Shape.of(
            id("id", "feedback_id"),
            text("ticket_id"),
            text("rating", "score"),
            text("comment", "text"),
            text("customer_email", "email"),
            time("created_at", "timestamp"));

    static final Shape CONTACT = Shape.of(
            id("id", "contact_id", "external_id"),
            id("external_id", "contact_id", "id"),
            text("name", "full_name"),
            text("email"),
            text("phone"),
            text("company"),
            time("created_at"),
            time("updated_at"),
            object("attributes"));

    static final Shape CAMPAIGN = Shape.of(
            id("id", "campaign_id"),
            text("name"),
            text("channel"),
            number("sent"),
            number("delivered"),
            number("opened"),
            number("clicked"),
            number("failed"),
            time("completed_at", "timestamp"));

    static final Shape TRANSFER = Shape.of(
            id("id", "transfer_id"),
            text("ticket_id"),
            text("from"),
            text("to"),
            text("reason"),
            time("created_at", "timestamp"));

    static final Shape SURVEY_RESPONSE = Shape.of(
            id("id", "response_id"),
            text("survey_id"),
            text("ticket_id"),
            text("customer_email", "email"),
            number("score", "rating"),
            list("answers"),
            text("comment"),
            time("completed_at", "timestamp"));

    static final Shape AI_RESPONSE = Shape.of(
            id("id", "ai_response_id", "reply_id"),
            text("text"),
            number("confidence"),
            text("language"),
            text("source"));

    private static final Shape MEDIA = Shape.of(
            text("url"),
            text("id", "media_id"),
            text("mime", "mime_type", "content_type"),
            text("sha256"),
            text("filename", "name"),
            text("content_id"));

    private static final Shape ERROR = Shape.of(text("code"), text("reason", "message"), bool("permanent"));

    static final Shape MESSAGE = Shape.of(
            id("message_id", "id"),
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
            listOf("media", MEDIA),
            shaped("error", ERROR),
            text("contact_name"),
            text("account"),
            time("timestamp", "created_at"));

    private Shapes() {}
}
