package io.ticketwire.event.store;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.ticketwire.platform.Columns;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Appends events to the log and to the outbox, in the caller's transaction. */
@ApplicationScoped
public class EventLog {

    private static final String APPEND =
            """
            with emitted as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[],
                        $7::text[], $8::timestamptz[], $9::uuid[], $10::boolean[], $11::text[], $12::uuid[], $13::text[])
                    with ordinality as row (id, type, source, subject, time, dataschema, traceparent, received_at,
                        connector_id, verified, data, raw_id, topic, place)
            ), logged as (
                insert into events (id, type, source, subject, time, dataschema, traceparent, received_at, connector_id,
                        verified, data, raw_id)
                    select id, type, source, subject, time, dataschema, traceparent, received_at, connector_id,
                        verified, data, raw_id from emitted order by place
                    on conflict (id) do nothing
                    returning id
            )
            insert into outbox (event_id, topic, key)
                select id, topic, subject from emitted join logged using (id) order by place
            """;

    /** Appends events; those whose id the log has already are left out. */
    public Uni<Void> append(SqlConnection transaction, List<Emission> emissions) {
        if (emissions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(APPEND)
                .execute(Columns.of(emissions)
                        .uuid(emission -> emission.event().id())
                        .text(emission -> emission.event().type())
                        .text(emission -> emission.event().source())
                        .text(emission -> emission.event().subject())
                        .time(emission -> emission.event().time())
                        .text(emission -> emission.type().dataSchema())
                        .text(emission -> emission.event().traceparent())
                        .time(emission -> emission.event().receivedAt())
                        .uuid(emission -> emission.event().connectorId())
                        .bool(emission -> emission.event().verified())
                        .text(emission -> new String(emission.event().data(), UTF_8))
                        .uuid(Emission::rawId)
                        .text(emission -> emission.type().topic().suffix())
                        .tuple())
                .replaceWithVoid();
    }
}
