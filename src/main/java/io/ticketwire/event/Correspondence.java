package io.ticketwire.event;

import java.util.List;
import java.util.UUID;

/**
 * By what a message finds its ticket. The first of these that leads to a ticket counts: what it answers, the ticket's id,
 * the ticket's number, the conversation.
 *
 * @param connector the connector's name; the name of a ticket's source, if one is made
 * @param platform the connector's type
 * @param createsTickets whether a ticket is made if there is none
 * @param key what has the same value for messages that may belong together, so that they are dealt with in their order: the
 *     first message of a thread, or the conversation
 * @param ids by which later messages may refer to this one, such as its Message-ID
 * @param answers ids of earlier messages, the nearest first: In-Reply-To, then References from their end
 * @param ticketIds that the sender named, such as in a plus address
 * @param ticketNumbers that the sender named, such as {@code TW-2026-000123} in the subject
 * @param conversation the two ends of a conversation that has no threads, such as on WhatsApp; null if there are threads
 * @param automatic why nobody wrote it, so no ticket is made of it; null if somebody did
 */
public record Correspondence(
        String connector,
        String platform,
        boolean createsTickets,
        String key,
        List<String> ids,
        List<String> answers,
        List<UUID> ticketIds,
        List<String> ticketNumbers,
        String conversation,
        String automatic) {}
