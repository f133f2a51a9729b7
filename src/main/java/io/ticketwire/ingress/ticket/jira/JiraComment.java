package io.ticketwire.ingress.ticket.jira;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Comment;
import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;

/** The comment that a webhook of Jira tells of. */
final class JiraComment {

    /** What the ids of one user are called on Cloud and on Data Center. */
    private static final List<String> USER_IDS = List.of("accountId", "key", "name", "emailAddress");

    private JiraComment() {}

    /** A comment that was just written; null if none was: edited and deleted ones say nothing new. */
    static Comment added(JiraIssue issue) {
        JsonNode comment = issue.root().path("comment");
        String text = JiraText.of(comment.path("body"));
        if (text == null || !isNew(issue)) {
            return null;
        }
        JsonNode author = comment.path("author");
        Values values = new Values();
        String type = authorType(author, issue.reporter());
        EmailAddresses.Mailbox mailbox = Comment.CUSTOMER.equals(type)
                ? EmailAddresses.parse(author.path("emailAddress").textValue())
                : null;
        return new Comment(
                values.id(comment.path("id")),
                values.line(JiraIssue.name(author), "author_name", Values.MAX_NAME),
                mailbox == null ? null : mailbox.address(),
                type,
                text,
                isPublic(comment),
                Times.of(comment.path("created"), issue.now()));
    }

    private static boolean isNew(JiraIssue issue) {
        return switch (issue.event()) {
            case "comment_created" -> true;
            // A transition may carry a comment too, under any name of its own.
            case "jira:issue_updated" ->
                !issue.root().path("issue_event_type_name").asText().equals("issue_comment_edited");
            default -> false;
        };
    }

    private static String authorType(JsonNode author, JsonNode reporter) {
        if (!author.isObject()) {
            return null;
        }
        String account = author.path("accountType").asText();
        if (account.equals("app")) {
            return Comment.BOT;
        }
        boolean ofPortal =
                account.equals("customer") || author.path("accountId").asText().startsWith("qm:");
        return ofPortal || isSame(author, reporter) ? Comment.CUSTOMER : Comment.AGENT;
    }

    private static boolean isSame(JsonNode author, JsonNode reporter) {
        for (String id : USER_IDS) {
            if (author.path(id).isTextual() && reporter.path(id).isTextual()) {
                return author.path(id).equals(reporter.path(id));
            }
        }
        return false;
    }

    /** A comment for a role or a group is never for the customer. */
    private static Boolean isPublic(JsonNode comment) {
        if (comment.path("visibility").isObject()) {
            return false;
        }
        return comment.path("jsdPublic").isBoolean() ? comment.path("jsdPublic").booleanValue() : null;
    }
}
