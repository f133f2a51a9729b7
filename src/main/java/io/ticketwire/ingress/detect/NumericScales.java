package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What numbers and letters mean where a platform writes no words. The same 1 is low with one and most urgent with another,
 * so a scale counts only for a ticket that has all the properties by which its platform is known.
 */
final class NumericScales {
    private static final String U = "urgent";
    private static final String H = "high";
    private static final String M = "medium";
    private static final String L = "low";

    /**
     * @param evidence names of properties, all of them there, be they null
     * @param number how the ticket's number begins; empty if that says nothing
     */
    private record Scale(
            List<String> evidence, String number, Map<String, String> priorities, Map<String, String> statuses) {
        static Scale of(String evidence, Map<String, String> priorities, Map<String, String> statuses) {
            return new Scale(List.of(evidence.split(" ")), "", priorities, statuses);
        }

        Scale numbered(String prefix) {
            return new Scale(evidence, prefix, priorities, statuses);
        }

        boolean fits(Fields ticket) {
            return evidence.stream().allMatch(ticket::mentions) && isNumbered(ticket.get("number"));
        }

        private boolean isNumbered(JsonNode given) {
            return number.isEmpty() || given != null && given.asText().startsWith(number);
        }
    }

    /** Freshdesk's and Freshservice's "Tickets" API: other statuses are the account's own. */
    private static final Scale FRESHWORKS = Scale.of(
            "fr_escalated requester_id source",
            Map.of("1", L, "2", M, "3", H, "4", U),
            Map.of("2", "open", "3", "pending", "4", "resolved", "5", "closed"));

    /** ITIL's priorities; the states of the table "incident" only, other tables have others. */
    private static final Map<String, String> ITIL = Map.of("1", U, "2", H, "3", M, "4", L, "5", L);

    private static final Scale SERVICENOW_INCIDENT = Scale.of(
                    "sys_id short_description",
                    ITIL,
                    Map.of("1", "new", "2", "open", "3", "on_hold", "6", "resolved", "7", "closed", "8", "closed"))
            .numbered("INC");
    private static final Scale SERVICENOW = Scale.of("sys_id short_description", ITIL, Map.of());

    private static final Scale LINEAR =
            Scale.of("identifier state team", Map.of("1", U, "2", H, "3", M, "4", L), Map.of());
    private static final Scale PLAIN =
            Scale.of("preview_text customer labels", Map.of("0", U, "1", H, "2", M, "3", L), Map.of());
    private static final Scale AZURE_DEVOPS =
            Scale.of("system_work_item_type", Map.of("1", U, "2", H, "3", M, "4", L), Map.of());
    private static final Scale DYNAMICS = Scale.of(
            "incidentid prioritycode",
            Map.of("1", H, "2", M, "3", L),
            Map.of("0", "open", "1", "resolved", "2", "closed"));
    private static final Scale JITBIT =
            Scale.of("ticket_id issue_date assigned_to_user_id", Map.of("-1", L, "0", M, "1", H, "2", U), Map.of());

    private static final Scale GLPI = Scale.of(
            "date_mod itilcategories_id",
            Map.of("1", L, "2", L, "3", M, "4", H, "5", U, "6", U),
            Map.of("1", "new", "2", "open", "3", "open", "4", "pending", "5", "resolved", "6", "closed"));
    private static final Scale ODOO =
            Scale.of("stage_id partner_id write_date", Map.of("0", L, "1", M, "2", H, "3", U), Map.of());

    private static final Scale REAMAZE = Scale.of(
            "slug perma_url",
            Map.of(),
            Map.of(
                    "0",
                    "open",
                    "1",
                    "pending",
                    "2",
                    "resolved",
                    "3",
                    "closed",
                    "4",
                    "closed",
                    "5",
                    "on_hold",
                    "6",
                    "resolved",
                    "8",
                    "resolved",
                    "9",
                    "closed"));
    private static final Scale LIVEAGENT = Scale.of(
            "departmentid channel_type",
            Map.of(),
            Map.of(
                    "N",
                    "new",
                    "C",
                    "open",
                    "T",
                    "open",
                    "P",
                    "open",
                    "A",
                    "resolved",
                    "R",
                    "resolved",
                    "W",
                    "on_hold",
                    "B",
                    "closed",
                    "X",
                    "closed"));

    private static final List<Scale> SCALES = List.of(
            FRESHWORKS,
            SERVICENOW_INCIDENT,
            SERVICENOW,
            LINEAR,
            PLAIN,
            AZURE_DEVOPS,
            DYNAMICS,
            JITBIT,
            GLPI,
            ODOO,
            REAMAZE,
            LIVEAGENT);

    private NumericScales() {}

    /** Ours for what a known platform writes; null for everything else. */
    static String priority(Fields ticket, String raw) {
        Scale scale = raw == null || raw.length() > 3 ? null : scale(ticket);
        return scale == null ? null : scale.priorities().get(raw);
    }

    /** As {@link #priority}. */
    static String status(Fields ticket, String raw) {
        Scale scale = raw == null || raw.length() > 3 ? null : scale(ticket);
        return scale == null ? null : scale.statuses().get(raw);
    }

    private static Scale scale(Fields ticket) {
        return SCALES.stream().filter(scale -> scale.fits(ticket)).findFirst().orElse(null);
    }
}
