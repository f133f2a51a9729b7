package io.ticketwire.intelligence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import io.ticketwire.intelligence.history.InsightTable;
import io.ticketwire.intelligence.similar.SimilarTickets;
import io.ticketwire.platform.Contexts;

/** Tells a process that begins what the latest tickets said, page by page, so that its memory holds one page at a time. */
@ApplicationScoped
public class WarmUp {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final InsightTable table;
    private final SimilarTickets similar;

    WarmUp(InsightTable table, SimilarTickets similar) {
        this.table = table;
        this.similar = similar;
    }

    /** Completes with how many tickets there were. */
    Uni<Integer> latest(int messages) {
        return table.keptSince(messages).chain(since -> from(since, FIRST, 0));
    }

    private Uni<Integer> from(Instant keptAt, UUID after, int done) {
        return table.texts(keptAt, after, PAGE)
                .chain(page -> Contexts.onCallersContext(Uni.createFrom()
                        .item(() -> add(page))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())))
                .chain(page -> {
                    int all = done + page.size();
                    if (page.size() < PAGE) {
                        return Uni.createFrom().item(all);
                    }
                    InsightTable.Text last = page.get(PAGE - 1);
                    return from(last.keptAt(), last.eventId(), all);
                });
    }

    private List<InsightTable.Text> add(List<InsightTable.Text> page) {
        page.forEach(text -> similar.add(
                text.connectorId(), text.ticketId(), Analyst.about(text.subject(), text.text()), text.at()));
        return page;
    }
}
