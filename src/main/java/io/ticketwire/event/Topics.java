package io.ticketwire.event;

import jakarta.enterprise.context.ApplicationScoped;

/** Full topic names under the configured prefix. */
@ApplicationScoped
public class Topics {

    /** The labels of the waiting rooms, shortest first, as the manifests name them. */
    private static final String[] TIERS = {"1s", "5s", "10s", "30s", "1m", "5m", "30m", "2h"};

    private final String prefix;

    public Topics(EventSettings settings) {
        this.prefix = settings.topics().prefix();
    }

    /** The full name, e.g. {@code ticketwire.inbound}. */
    public String name(Topic topic) {
        return prefix + "." + topic.suffix();
    }

    /** The topic behind a full name. */
    public Topic topic(String name) {
        return Topic.ofSuffix(name.substring(prefix.length() + 1));
    }

    /** The full name of the waiting room at this place of the ladder; 0 is the shortest. */
    public String tier(int index) {
        return prefix + ".deliveries.retry." + tierLabel(index);
    }

    /** The label of the waiting room at this place of the ladder, e.g. {@code 30s}. */
    public static String tierLabel(int index) {
        return TIERS[index];
    }

    /** How many waiting rooms there are. */
    public static int tierCount() {
        return TIERS.length;
    }

    /** A Kafka consumer group of ours, e.g. {@code ticketwire-tracker}. */
    public String group(String name) {
        return prefix + "-" + name;
    }
}
