package io.ticketwire.event;

/**
 * The topics, by their names without the prefix. The manifests under {@code kafka/} say how each is kept; the delay
 * tiers, whose number is configuration, are named by {@link Topics#tier(int)}.
 */
public enum Topic {
    INBOUND("inbound"),
    INBOUND_DEAD("inbound.dead"),
    TICKETS("tickets"),
    MESSAGES("messages"),
    ENGAGEMENT("engagement"),
    INSIGHTS("insights"),
    INTERACTIONS("interactions"),
    OPERATIONS("operations"),
    DELIVERIES("deliveries"),
    DELIVERIES_DEAD("deliveries.dead"),
    ATTEMPTS("attempts");

    private final String suffix;

    Topic(String suffix) {
        this.suffix = suffix;
    }

    /** The name without the prefix, e.g. {@code inbound.dead}. */
    public String suffix() {
        return suffix;
    }

    /** The topic with this name without the prefix. */
    public static Topic ofSuffix(String suffix) {
        for (Topic topic : values()) {
            if (topic.suffix.equals(suffix)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("no topic " + suffix);
    }
}
