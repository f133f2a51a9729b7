package io.ticketwire.intelligence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.arc.DefaultBean;

import io.ticketwire.event.Insight;

/** Stands in where no real reader is: it knows a handful of words, and says so in its name. */
@ApplicationScoped
public class Placeholders {

    @Produces
    @DefaultBean
    @ApplicationScoped
    Reader reader() {
        return new WordReader();
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    Escalations escalations() {
        return (reading, past, trend) -> past.contacts() < 3
                ? new Insight.Escalation(0, List.of())
                : new Insight.Escalation(65, List.of(past.contacts() + " contacts in 7 days"));
    }

    @Produces
    @DefaultBean
    @ApplicationScoped
    Likes likes() {
        return new Likes() {
            @Override
            public List<Insight.Similar> findAndAdd(UUID connectorId, UUID ticketId, String cleaned, Instant at) {
                return List.of();
            }

            @Override
            public void add(UUID connectorId, UUID ticketId, String cleaned, Instant at) {}
        };
    }
}
