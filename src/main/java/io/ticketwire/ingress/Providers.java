package io.ticketwire.ingress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.ticketwire.ingress.chat.google.GoogleChatProvider;
import io.ticketwire.ingress.chat.google.GoogleKeys;
import io.ticketwire.ingress.chat.slack.SlackProvider;
import io.ticketwire.ingress.chat.whatsapp.WhatsAppProvider;
import io.ticketwire.ingress.detect.WebhookProvider;
import io.ticketwire.ingress.mail.generic.AnyMailProvider;
import io.ticketwire.ingress.mail.mailgun.MailgunProvider;
import io.ticketwire.ingress.mail.sendgrid.SendGridInboundProvider;
import io.ticketwire.ingress.mail.sendgrid.SendGridProvider;
import io.ticketwire.ingress.mail.ses.SesProvider;
import io.ticketwire.ingress.mail.ses.SnsCertificates;
import io.ticketwire.ingress.message.bird.BirdProvider;
import io.ticketwire.ingress.message.gupshup.GupshupProvider;
import io.ticketwire.ingress.message.messagebird.MessageBirdProvider;
import io.ticketwire.ingress.message.plivo.PlivoProvider;
import io.ticketwire.ingress.message.twilio.TwilioProvider;
import io.ticketwire.ingress.message.vonage.VonageProvider;
import io.ticketwire.ingress.message.vonage.VonageSmsProvider;
import io.ticketwire.ingress.receive.ReceiveProvider;
import io.ticketwire.ingress.ticket.TicketPlatform;
import io.ticketwire.ingress.ticket.freshdesk.FreshdeskProvider;
import io.ticketwire.ingress.ticket.hubspot.HubspotProvider;
import io.ticketwire.ingress.ticket.intercom.IntercomProvider;
import io.ticketwire.ingress.ticket.jira.JiraProvider;
import io.ticketwire.ingress.ticket.zendesk.ZendeskProvider;

/** The providers: the one place where they are listed. */
@ApplicationScoped
public class Providers {

    /** In the order in which they are asked whether a payload of no certain platform is theirs. */
    private static final List<TicketPlatform> PLATFORMS = List.of(
            new ZendeskProvider(),
            new FreshdeskProvider(),
            new JiraProvider(),
            new IntercomProvider(),
            new HubspotProvider());

    private final Map<String, Provider> byType = new HashMap<>();

    /**
     * @param googleKeys that Google Chat's tokens are checked with
     * @param snsCertificates that Amazon's messages are checked with
     */
    public Providers(GoogleKeys googleKeys, SnsCertificates snsCertificates) {
        PLATFORMS.forEach(this::add);
        add(new WebhookProvider(PLATFORMS));
        add(new ReceiveProvider());
        add(new SlackProvider());
        add(new GoogleChatProvider(googleKeys));
        add(new WhatsAppProvider());
        add(new TwilioProvider());
        add(new PlivoProvider());
        add(new GupshupProvider());
        add(new MessageBirdProvider());
        add(new BirdProvider());
        add(new VonageProvider());
        add(new VonageSmsProvider());
        add(new SendGridInboundProvider());
        add(new MailgunProvider());
        add(new AnyMailProvider());
        add(new SendGridProvider());
        add(new SesProvider(snsCertificates));
    }

    private void add(Provider provider) {
        provider.types().forEach(type -> byType.put(type, provider));
    }

    /** The provider of a connector type that {@link #types()} names. */
    public Provider of(String type) {
        return byType.get(type);
    }

    /** Every connector type that has an ingress. */
    public Set<String> types() {
        return byType.keySet();
    }
}
