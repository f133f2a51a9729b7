package io.ticketwire.intelligence.escalation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much each fact weighs. The scale: 40 is a matter for a lead by itself if anything comes to it, 70 is one whatever else
 * is so; no single fact reaches 70, and a calm message of a new ticket that names one cause doesn't reach 40. What customers
 * <em>announce</em> stands with {@link EscalationCause}; here is how they feel and what they have been through.
 *
 * <pre>
 * hostile 40   frustrated 20   very negative 15   negative 5   falling 10
 * urgent 15    high 8          2nd contact 8      3rd 20       each more 3, up to 29
 * reopened once 15, more 25    waiting 1 day 8    3 days 15    7 days 22
 * </pre>
 *
 * Of the causes that a text names the heaviest counts in full and each further one by half: they say much the same.
 */
final class Weights {

    private static final String[] ORDINALS = {
        "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"
    };

    private Weights() {}

    static List<Reason> of(Facts facts) {
        List<Reason> reasons = new ArrayList<>();
        mentions(facts, reasons);
        feeling(facts, reasons);
        contacts(facts.contacts(), facts.window(), reasons);
        reopened(facts.reopened(), reasons);
        waiting(facts.waiting(), reasons);
        return reasons;
    }

    private static void mentions(Facts facts, List<Reason> reasons) {
        Map<EscalationCause, Integer> causes = new EnumMap<>(EscalationCause.class);
        facts.mentions()
                .forEach(mention -> causes.put(mention.cause(), mention.cause().points()));
        int heaviest =
                causes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean taken = false;
        for (EscalationCause cause : causes.keySet()) {
            boolean full = !taken && cause.points() == heaviest;
            taken |= full;
            reasons.add(new Reason(full ? cause.points() : (cause.points() + 1) / 2, cause.reason()));
        }
    }

    private static void feeling(Facts facts, List<Reason> reasons) {
        switch (facts.hostility()) {
            case "hostile" -> reasons.add(new Reason(40, EscalationPolicy.HOSTILE));
            case "frustrated" -> reasons.add(new Reason(20, EscalationPolicy.FRUSTRATED));
            default -> {
                // Nothing held against us.
            }
        }
        switch (facts.sentiment()) {
            case "very_negative" -> reasons.add(new Reason(15, "very negative"));
            case "negative" -> reasons.add(new Reason(5, "negative"));
            default -> {
                // Nothing bad.
            }
        }
        if (facts.trend() == Trend.FALLING) {
            reasons.add(new Reason(10, EscalationPolicy.FALLING));
        }
        switch (facts.priority()) {
            case "urgent" -> reasons.add(new Reason(15, "urgent"));
            case "high" -> reasons.add(new Reason(8, "high priority"));
            default -> {
                // It can wait.
            }
        }
    }

    private static void contacts(int contacts, Duration window, List<Reason> reasons) {
        if (contacts > 1) {
            int points = contacts == 2 ? 8 : Math.min(29, 20 + 3 * (contacts - 3));
            reasons.add(new Reason(points, ordinal(contacts) + " contact in " + words(window)));
        }
    }

    private static String words(Duration window) {
        return window.toDays() > 1 ? window.toDays() + " days" : window.toHours() + " hours";
    }

    private static String ordinal(int number) {
        if (number - 2 < ORDINALS.length) {
            return ORDINALS[number - 2];
        }
        int tens = number % 100 / 10;
        String end = tens == 1
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + end;
    }

    private static void reopened(int times, List<Reason> reasons) {
        if (times == 1) {
            reasons.add(new Reason(15, "reopened"));
        } else if (times > 1) {
            reasons.add(new Reason(25, times == 2 ? "reopened twice" : "reopened " + times + " times"));
        }
    }

    private static void waiting(Duration waiting, List<Reason> reasons) {
        long days = waiting.toDays();
        if (days >= 1) {
            int points = days >= 7 ? 22 : days >= 3 ? 15 : 8;
            reasons.add(new Reason(points, "waiting for " + days + (days == 1 ? " day" : " days")));
        }
    }
}
