package io.ticketwire.ingress.message.vonage;

import java.util.Set;

import io.vertx.core.http.HttpMethod;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;

/**
 * Vonage's SMS API (https://developer.vonage.com/en/messaging/sms/guides/inbound-sms): parameters by GET, as a form or as
 * JSON, as the account is set; signed as {@link VonageSmsSignature} says.
 */
public final class VonageSmsProvider implements Provider {

    @Override
    public Set<String> types() {
        return Set.of("vonage_sms");
    }

    @Override
    public boolean reads(String mediaType) {
        return Provider.super.reads(mediaType) || mediaType.equals("application/x-www-form-urlencoded");
    }

    @Override
    public boolean isCalledBy(HttpMethod method) {
        return method == HttpMethod.POST || method == HttpMethod.GET;
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return VonageSmsSignature.verify(request, connector, trail);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        VonageSmsParameters parameters = VonageSmsParameters.of(request);
        return parameters == null
                ? new Reading.Malformed("The parameters must be a query, a form, or a JSON object of plain values")
                : new VonageSms(parameters).read(new EventBatch(request, connector));
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
