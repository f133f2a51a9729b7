package io.ticketwire.ingress.ticket;

import java.util.Map;

import io.ticketwire.event.TicketPriority;
import io.ticketwire.event.TicketStatus;

/**
 * States and priorities as help desks display them to people, in English, German, French, Spanish, Portuguese, Italian and
 * Dutch: placeholders of Zendesk and Freshdesk are filled with them.
 */
public final class TranslatedWords {

    private static final Map<String, String> STATUS = WordTable.of(Map.of(
            TicketStatus.NEW,
            "neu, nouveau, nuevo, novo, nuovo, nieuw",
            TicketStatus.OPEN,
            "offen, ouvert, abierto, aberto, aperto",
            TicketStatus.PENDING,
            "wartend, ausstehend, en attente, pendiente, pendente, in attesa, wachtend",
            TicketStatus.ON_HOLD,
            "angehalten, en pause, en espera, em espera, in sospeso, in de wacht",
            TicketStatus.RESOLVED,
            "gelöst, résolu, resuelto, resolvido, risolto, opgelost",
            TicketStatus.CLOSED,
            "geschlossen, fermé, clos, cerrado, fechado, chiuso, gesloten, scrubbed"));

    private static final Map<String, String> PRIORITY = WordTable.of(Map.of(
            TicketPriority.URGENT,
            "dringend, urgente",
            TicketPriority.HIGH,
            "hoch, haute, élevée, alta, hoog",
            TicketPriority.MEDIUM,
            "mittel, normale, moyenne, media, média, normaal, gemiddeld",
            TicketPriority.LOW,
            "niedrig, basse, faible, baja, baixa, bassa, laag"));

    private TranslatedWords() {}

    /** As {@link StatusWords#of}, in more languages. */
    public static String status(String raw) {
        String english = StatusWords.of(raw);
        return english != null || raw == null ? english : STATUS.get(WordTable.normal(raw));
    }

    /** As {@link PriorityWords#of}, in more languages. */
    public static String priority(String raw) {
        String english = PriorityWords.of(raw);
        return english != null || raw == null ? english : PRIORITY.get(WordTable.normal(raw));
    }
}
