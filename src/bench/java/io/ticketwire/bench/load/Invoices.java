package io.ticketwire.bench.load;

import java.time.Instant;
import java.util.Map;

/** The same ticket of about 600 bytes again and again, each with an id of its own. */
final class Invoices implements Platform {

    private long id = Pace.nowMicros();

    @Override
    public String signatureHeader() {
        return "X-Hub-Signature-256";
    }

    @Override
    public Callback next(long intendedMicros) {
        id++;
        String body =
                """
                {"id":"%d","subject":"Charged twice for one order","status":"open","priority":"high",
                 "description":"I was charged twice for order 4711 and the second invoice has another address. \
                Please look into it, I have attached both invoices and a screenshot of my bank's statement.",
                 "customer":{"name":"Jane Roe","email":"jane@customer.example"},"assignee":"bo@acme.example",
                 "category":"billing","channel":"email","tags":["billing","vip"],
                 "url":"https://shop.example/tickets/%d","created_at":"2026-07-01T09:00:00Z","updated_at":"%s"}
                """
                        .formatted(id, id, Instant.now());
        return new Callback(body, Map.of());
    }
}
