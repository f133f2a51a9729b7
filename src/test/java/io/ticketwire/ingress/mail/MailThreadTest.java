package io.ticketwire.ingress.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Correspondence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MailThreadTest {

    private static final UUID TICKET = UUID.fromString("0b9f1c1e-0000-4000-8000-00000000000a");

    @Test
    void aFirstMailIsItsOwnThread() {
        Correspondence thread = of("Message-ID: <a@x>\nFrom: ann@example.com\nSubject: Printer");

        assertEquals(
                new Correspondence(
                        "support",
                        "email",
                        true,
                        "<a@x>",
                        List.of("<a@x>"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null),
                thread);
    }

    @Test
    void anAnswerIsFoundByTheNearestFirst() {
        Correspondence thread = of("Message-ID: <c@x>\nIn-Reply-To: <b@x>\nReferences: <a@x> <b@x> <C@x> <c@x>");

        assertEquals("<a@x>", thread.key());
        assertEquals(List.of("<c@x>"), thread.ids());
        assertEquals(List.of("<b@x>", "<C@x>", "<a@x>"), thread.answers());
    }

    @Test
    void withoutReferencesWhatIsAnsweredIsTheThread() {
        assertEquals("<b@x>", of("Message-ID: <c@x>\nIn-Reply-To: <b@x>").key());
    }

    @Test
    void aMailWithoutIdsHasAKeyOfItsOwn() {
        Correspondence one = of("From: ann@example.com\nSubject: Printer");

        assertEquals(of("From: ann@example.com\nSubject: Printer").key(), one.key());
        assertNotEquals(of("From: ann@example.com\nSubject: Scanner").key(), one.key());
        assertEquals(List.of(), one.ids());
    }

    @Test
    void tenThousandReferencesAreFifty() {
        String references =
                IntStream.range(0, 10_000).mapToObj(i -> "<" + i + "@x>").collect(Collectors.joining(" "));

        Correspondence thread = of("Message-ID: <c@x>\nReferences: " + references);

        assertEquals("<0@x>", thread.key());
        assertEquals(50, thread.answers().size());
        assertEquals("<9999@x>", thread.answers().get(0));
    }

    @Test
    void longIdsAreBounded() {
        String id = "<" + "a".repeat(1_000) + "@x>";

        Correspondence first = of("Message-ID: " + id);
        Correspondence answer = of("Message-ID: <c@x>\nIn-Reply-To: " + id);

        assertEquals(255, first.key().length());
        assertEquals(first.ids(), answer.answers());
        assertEquals(first.key(), answer.key());
    }

    @Test
    void theTicketIsInThePlusAddress() {
        Correspondence thread = to("support+" + TICKET + "@example.org", "x+y+tw-2026-000123@example.org");

        assertEquals(List.of(TICKET), thread.ticketIds());
        assertEquals(List.of("TW-2026-000123"), thread.ticketNumbers());
    }

    @Test
    void otherPlusAddressesSayNothing() {
        Correspondence thread = to("support+sales@example.org", "a+0b9f1c1e@example.org", TICKET + "@example.org");

        assertEquals(List.of(), thread.ticketIds());
        assertEquals(List.of(), thread.ticketNumbers());
    }

    @Test
    void theNumberIsInTheSubject() {
        assertEquals(
                List.of("TW-2026-000123"),
                of("Subject: Re: [tw-2026-000123] Printer").ticketNumbers());
        assertEquals(List.of("TW-2026-1000000"), of("Subject: TW-2026-1000000").ticketNumbers());
        assertEquals(List.of(), of("Subject: ATW-2026-000123").ticketNumbers());
        assertEquals(List.of(), of("Subject: TW-2026-00012").ticketNumbers());
        assertEquals(List.of(), of("Subject: TW-2026-000123-7").ticketNumbers());
    }

    @Test
    void theAddressGoesBeforeTheSubject() {
        MailMessage mail = Mails.of(
                new MailHeaders(List.of(new MailHeaders.Header("Subject", "[TW-2026-000001] and TW-2026-000002"))),
                List.of("support+TW-2026-000002@example.org"));

        assertEquals(
                List.of("TW-2026-000002", "TW-2026-000001"),
                MailThread.of(mail, connector(true)).ticketNumbers());
    }

    @Test
    void whoAnswersAnAlertIsStaff() {
        Correspondence thread =
                of("Message-ID: <c@x>\nFrom: bob@example.org\nIn-Reply-To: <" + TICKET + "@ticketwire>");

        assertFalse(thread.createsTickets());
        assertNull(thread.automatic());
    }

    @Test
    void anAlertThatComesBackIsALoop() {
        assertEquals("loop", of("Message-ID: <" + TICKET + "@ticketwire>").automatic());
        assertNull(of("Message-ID: <a@notticketwire>").automatic());
    }

    @Test
    void aConnectorThatMakesNoTicketsMakesNone() {
        assertFalse(
                MailThread.of(Mails.of("Message-ID: <a@x>"), connector(false)).createsTickets());
        assertTrue(MailThread.of(Mails.of("Message-ID: <a@x>"), connector(true)).createsTickets());
    }

    private static Correspondence of(String headers) {
        return MailThread.of(Mails.of(headers), connector(true));
    }

    private static Correspondence to(String... recipients) {
        return MailThread.of(Mails.of(MailHeaders.NONE, List.of(recipients)), connector(true));
    }

    private static Connector connector(boolean createsTickets) {
        return new Connector(
                TICKET, "support", "email", true, null, List.of(), Map.of(), Duration.ZERO, null, createsTickets);
    }
}
