package io.ticketwire.ingress.mail.generic;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.mail.MailAddress;
import io.ticketwire.ingress.mail.MailAddresses;
import io.ticketwire.ingress.mail.MailDraft;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Whom a mail was delivered to and who sent it, by headers or by the query of the request that it came with. */
final class Envelope {

    private Envelope() {}

    static void addTo(MailDraft draft, IncomingRequest request) {
        List<String> recipients = new ArrayList<>();
        request.headers("X-Envelope-To").forEach(written -> add(written, recipients));
        String query = request.query();
        FormBody read = FormBody.of(query == null ? new byte[0] : query.getBytes(UTF_8));
        if (recipients.isEmpty() && read instanceof FormBody.Parsed form) {
            form.parameters().stream()
                    .filter(parameter -> parameter.name().equals("rcpt"))
                    .forEach(parameter -> add(parameter.value(), recipients));
        }
        draft.envelope(request.header("X-Envelope-From"), recipients);
    }

    private static void add(String written, List<String> recipients) {
        MailAddresses.parse(written).stream().map(MailAddress::email).forEach(recipients::add);
    }
}
