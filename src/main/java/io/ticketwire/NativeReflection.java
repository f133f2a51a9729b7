package io.ticketwire;

import io.quarkus.runtime.annotations.RegisterForReflection;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.Correspondence;
import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Insight;
import io.ticketwire.event.RawRequest;
import io.ticketwire.event.ReceivedMessage;
import io.ticketwire.event.Ticket;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.event.TicketReference;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.Problem;

/**
 * What JSON reaches by reflection in the native image, beyond the types in the signatures of resources, which Quarkus finds
 * by itself. The one place for it; by name where a type is its package's own.
 */
@RegisterForReflection(
        targets = {
            Attempt.class,
            Attempt.Outcome.class,
            Correspondence.class,
            EndpointNews.class,
            EndpointNews.Endpoint.class,
            Insight.class,
            Insight.Category.class,
            Insight.Entities.class,
            Insight.Escalation.class,
            Insight.Explanation.class,
            Insight.Hostility.class,
            Insight.Language.class,
            Insight.Sentiment.class,
            Insight.Similar.class,
            Insight.Urgency.class,
            RawRequest.class,
            ReceivedMessage.class,
            Ticket.class,
            TicketObservation.class,
            TicketReference.class,
            Page.class,
            Problem.class,
            Problem.FieldError.class
        },
        classNames = {
            "io.ticketwire.connector.ConnectorOptions",
            "io.ticketwire.connector.ConnectorSecrets",
            "io.ticketwire.delivery.DeliveryView$Summary",
            "io.ticketwire.delivery.DeliveryView$Try",
            "io.ticketwire.delivery.recovery.RecoverResource$Begun",
            "io.ticketwire.delivery.recovery.RecoverResource$Count",
            "io.ticketwire.delivery.recovery.ReplayResource$Replayed",
            "io.ticketwire.ingress.Reply$Received",
            "io.ticketwire.intelligence.feedback.Corrections",
            "io.ticketwire.intelligence.feedback.FeedbackResource$Kept",
            "io.ticketwire.intelligence.train.Recipe",
            "io.ticketwire.intelligence.train.Recipe$HeadRecipe",
            "io.ticketwire.intelligence.train.Recipe$LabelledSet",
            "io.ticketwire.intelligence.train.Recipe$Source",
            "io.ticketwire.intelligence.train.Recipe$Trial",
            "io.ticketwire.security.idempotency.Idempotency$Remembered",
            "io.ticketwire.ingress.chat.Deed",
            "io.ticketwire.ingress.chat.Interaction",
            "io.ticketwire.ingress.chat.Person",
            "io.ticketwire.ingress.chat.Place",
            "io.ticketwire.ingress.message.Media",
            "io.ticketwire.ingress.message.Message",
            "io.ticketwire.ingress.message.MessageError",
            "io.ticketwire.ingress.ticket.Comment",
            "io.ticketwire.text.Mark",
            "io.ticketwire.ticket.Happened",
            "io.ticketwire.ticket.InsightSummary",
            "io.ticketwire.ticket.Said",
            "io.ticketwire.ticket.TicketResource$Taken",
            "io.ticketwire.ticket.Transition$Change",
            "io.ticketwire.ticket.message.MessageView"
        })
final class NativeReflection {

    private NativeReflection() {}
}
