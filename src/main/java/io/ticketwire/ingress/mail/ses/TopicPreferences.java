package io.ticketwire.ingress.mail.ses;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.JsonText;

/** What somebody wants mails about, of a contact list; in a report of a subscription. */
record TopicPreferences(JsonNode subscription) {

    private static final String OUT = "OptOut";

    boolean isThere() {
        return preferences().isObject();
    }

    /** Whether there is anything that is not wanted. */
    boolean isOut() {
        return isOutOfAll() || !topics(OUT).isEmpty();
    }

    /** The topic, if it is one; else the list. */
    String group() {
        List<String> topics = isOutOfAll() ? List.of() : topics(isOut() ? OUT : "OptIn");
        return topics.size() == 1 ? topics.get(0) : JsonText.line(subscription.path("contactList"));
    }

    private boolean isOutOfAll() {
        return preferences().path("unsubscribeAll").asBoolean();
    }

    private List<String> topics(String status) {
        List<String> names = new ArrayList<>();
        for (JsonNode topic : preferences().path("topicSubscriptionStatus")) {
            if (topic.path("subscriptionStatus").asText().equals(status)) {
                names.add(JsonText.line(topic.path("topicName")));
            }
        }
        return names;
    }

    private JsonNode preferences() {
        return subscription.path("newTopicPreferences");
    }
}
