package io.ticketwire.intelligence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.ticketwire.intelligence.similar.SimilarTickets;

/** Makes the one memory of tickets that this process compares others with. */
class TicketMemory {

    @Produces
    @Singleton
    static SimilarTickets ofThisProcess(IntelligenceSettings settings) {
        IntelligenceSettings.SimilarSettings bounds = settings.similar();
        return new SimilarTickets(
                bounds.tickets(), bounds.connectors(), bounds.memory().asLongValue());
    }
}
