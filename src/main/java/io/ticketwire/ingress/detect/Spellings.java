package io.ticketwire.ingress.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The many ways to write the same few names, made out of their words: {@code dateCreated}, {@code creation_time} and
 * {@code Create Date} are all {@code created_at}, {@code partner_email} and {@code Reporter Mail} are
 * {@code customer_email}.
 */
final class Spellings {
    private static final List<String> MADE =
            words("created create creation submitted submit submission logged entered");
    private static final List<String> CHANGED =
            words("updated update modified modify modification changed change edited"
                    + " write mod last_updated last_update last_modified last_modify last_changed last_change");
    private static final List<String> WHEN = words("at on date time datetime date_time timestamp");
    private static final List<String> CUSTOMERS = words("customer requester requestor reporter contact client caller"
            + " end_user submitter supplied partner visitor guest raised_by requested_by reported_by");
    private static final List<String> AGENTS = words("assignee assigned_to assigned agent technician operator handler");
    private static final List<String> MAIL =
            words("email e_mail mail email_address e_mail_address email_id mail_address");
    private static final List<String> NAME = words("name full_name fullname display_name");

    private static final Map<String, String> CANONICAL = canonical();

    private Spellings() {}

    /** The name in {@link Synonyms} that this one means; null if it is none of these. */
    static String canonical(String normalKey) {
        return CANONICAL.get(normalKey);
    }

    private static Map<String, String> canonical() {
        Map<String, String> all = new HashMap<>();
        times(all, MADE, "created_at");
        times(all, CHANGED, "updated_at");
        people(all, CUSTOMERS, "customer");
        people(all, AGENTS, "assignee");
        all.put("customer_user_id", "customer_email");
        all.put("internet_e_mail", "email");
        return Map.copyOf(all);
    }

    private static void times(Map<String, String> all, List<String> verbs, String name) {
        for (String verb : verbs) {
            for (String when : WHEN) {
                all.put(verb + "_" + when, name);
                all.put(verb + when, name);
            }
            all.put("date_" + verb, name);
            all.put("date" + verb, name);
        }
    }

    private static void people(Map<String, String> all, List<String> roles, String name) {
        for (String role : roles) {
            MAIL.forEach(mail -> all.put(role + "_" + mail, name + "_email"));
            NAME.forEach(word -> all.put(role + "_" + word, name + "_name"));
        }
    }

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }
}
