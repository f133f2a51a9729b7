package io.ticketwire.intelligence.entity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What texts name, and what only looks like it. */
class EntityReaderTest {

    private static final EntityReader READER = EntityReader.load();
    private static final Insight.Entities NOTHING =
            new Insight.Entities(List.of(), List.of(), List.of(), List.of(), List.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "Write to ann.lee+billing@mail.example.co.uk, please.   ~ ann.lee+billing@mail.example.co.uk",
                "(bob@example.com)                                      ~ bob@example.com",
                "<mailto:bob@example.com>                               ~ bob@example.com",
                "a@example.com;b@example.com                            ~ a@example.com b@example.com",
                "A@Example.com and A@Example.com again                  ~ A@Example.com",
                "bob@example.com.                                       ~ bob@example.com",
                "müller@bücher.example                                  ~ müller@bücher.example",
                "x_y-z@sub-domain.example.org?                          ~ x_y-z@sub-domain.example.org",
            })
    void emailAddresses(String text, String expected) {
        assertEquals(list(expected), READER.read(text).emails());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@name hello",
                "root@localhost",
                "a @ b.com",
                "1 @ 2.50",
                "@@@@",
                "foo@",
                "foo@bar.",
                "foo@.com",
                "x@1.2"
            })
    void whatIsNoEmailAddress(String text) {
        assertEquals(List.of(), READER.read(text).emails());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "See https://example.com/a?b=c&d=1#e.         ~ https://example.com/a?b=c&d=1#e",
                "(http://example.com/x_(y))                   ~ http://example.com/x_(y)",
                "www.example.com, then HTTPS://EXAMPLE.ORG!   ~ www.example.com HTTPS://EXAMPLE.ORG",
                "<https://example.com>                        ~ https://example.com",
                "http://192.168.0.1:8080/health               ~ http://192.168.0.1:8080/health",
                "\"https://example.com/ü\"                    ~ https://example.com/ü",
                "https://example.com/u/bob@example.com        ~ https://example.com/u/bob@example.com",
                "[docs](https://example.com/docs)             ~ https://example.com/docs",
            })
    void links(String text, String expected) {
        Insight.Entities entities = READER.read(text);

        assertEquals(list(expected), entities.urls());
        assertEquals(List.of(), entities.emails());
        assertEquals(List.of(), entities.phones());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:// example.com", "www.", "awww.cute", "hhttp", "node.js", "e.g. this"})
    void whatIsNoLink(String text) {
        assertEquals(List.of(), READER.read(text).urls());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "It cost $49.99.                         ~ $49.99",
                "Es waren € 1.234,56!                    ~ € 1.234,56",
                "49,90 EUR zu viel                       ~ 49,90 EUR",
                "49,90€ zu viel                          ~ 49,90€",
                "Total CHF 20.-                          ~ CHF 20.-",
                "Total Fr. 20.--                         ~ Fr. 20.--",
                "Det kostade 1 200 kr.                   ~ 1 200 kr",
                "£5 and ₹1,50,000                        ~ £5|₹1,50,000",
                "R$ 1.299,90 no cartão                   ~ R$ 1.299,90",
                "US$ 12 million                          ~ US$ 12",
                "CHF 1'250.50                            ~ CHF 1'250.50",
                "1 234,56 € TTC                          ~ 1 234,56 €",
                "a fee of 20 dollars                     ~ 20 dollars",
                "refund of -$5                           ~ -$5",
                "about $20k                              ~ $20k",
                "EUR49.90 charged                        ~ EUR49.90",
                "paid 300 zł                             ~ 300 zł",
                "¥12000                                  ~ ¥12000",
                "20 euros, 20 euros                      ~ 20 euros",
                "between $10-$20                         ~ $10|$20",
            })
    void amounts(String text, String expected) {
        Insight.Entities entities = READER.read(text);

        assertEquals(Arrays.asList(expected.split("\\|")), entities.amounts());
        assertEquals(List.of(), entities.phones());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "50 % off",
                "version 1.2.3",
                "20 users",
                "at 10:30",
                "on 03.10.2026",
                "10.0.0.1",
                "$HOME and $1x",
                "5 kröten",
                "52.5200, 13.4050",
            })
    void whatIsNoAmount(String text) {
        assertEquals(List.of(), READER.read(text).amounts());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "my order #12345 is late                      ~ 12345",
                "#48211 is still open                         ~ 48211",
                "Order number: 12345                          ~ 12345",
                "order 12345 never came                       ~ 12345",
                "Order:12345                                  ~ 12345",
                "orders 47110 and 47120                       ~ 47110 47120",
                "Bestellnummer: AB-1234                       ~ AB-1234",
                "Bestellung Nr. 302-998                       ~ 302-998",
                "Rechnung RE-2026-0042 ist falsch             ~ RE-2026-0042",
                "Rechnungsnr. 20260042                        ~ 20260042",
                "die Bestellung mit der Nummer 88123          ~ 88123",
                "commande n° 778899                           ~ 778899",
                "ma commande nº778899                         ~ 778899",
                "facture F2026-118                            ~ F2026-118",
                "mi pedido 445566 no ha llegado               ~ 445566",
                "número de pedido: 445566                     ~ 445566",
                "ordine n. 7788                               ~ 7788",
                "fattura 2026/00417                           ~ 2026/00417",
                "encomenda 99812 e protocolo 2024-77102       ~ 99812 2024-77102",
                "bestelling 55120 is zoek                     ~ 55120",
                "tracking 1Z999AA10123456784                  ~ 1Z999AA10123456784",
                "1Z999AA10123456784                           ~ 1Z999AA10123456784",
                "parcel RR123456785DE                         ~ RR123456785DE",
                "302-1234567-1234567                          ~ 302-1234567-1234567",
                "PNR: QWERTZ                                  ~ QWERTZ",
                "booking code X7Y2KQ                          ~ X7Y2KQ",
                "booking reference K3PLM9                     ~ K3PLM9",
                "INV-2041 was paid twice, INV-2041!           ~ INV-2041",
                "ticket #42                                   ~ 42",
                "case CS0099127                               ~ CS0099127",
                "RMA-20931-B came back                        ~ RMA-20931-B",
                "order id 550e8400-e29b-41d4-a716-446655440000 ~ 550e8400-e29b-41d4-a716-446655440000",
                "invoice no. 0301234567                       ~ 0301234567",
            })
    void ids(String text, String expected) {
        Insight.Entities entities = READER.read(text);

        assertEquals(list(expected), entities.orderIds());
        assertEquals(List.of(), entities.phones());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an order of 12 pieces",
                "order 1000 pieces",
                "I ordered in 2026, the order of 2025 too",
                "order from 2026-10-03",
                "invoice of 03/10/2026",
                "version 1.2.3",
                "booking at 10:30",
                "ticket 10.0.0.1",
                "in case 50% fail",
                "550e8400-e29b-41d4-a716-446655440000",
                "UTF-8, ISO-8859-1, SHA-256, COVID-19",
                "#1 in the list, colour #ff8800",
                "https://example.com/order/12345",
                "We are number 12345",
                "order it now! 99999 people did",
                "ticket for 500mb",
            })
    void whatIsNoId(String text) {
        assertEquals(List.of(), READER.read(text).orderIds());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "+49 30 901820                        ~ +49 30 901820",
                "+49 (0)30 / 90 18 20.                ~ +49 (0)30 / 90 18 20",
                "tel:+493090182000                    ~ +493090182000",
                "+1 (415) 555-0132 please             ~ +1 (415) 555-0132",
                "+44 20 7946 0958, +33 6 12 34 56 78  ~ +44 20 7946 0958|+33 6 12 34 56 78",
                "0049 30 901820                       ~ 0049 30 901820",
                "(415) 555-0132                       ~ (415) 555-0132",
                "415-555-0132 or 415.555.0133         ~ 415-555-0132|415.555.0133",
                "1-800-555-0101                       ~ 1-800-555-0101",
                "030 12345678                         ~ 030 12345678",
                "089/1234567                          ~ 089/1234567",
                "06 12 34 56 78                       ~ 06 12 34 56 78",
                "06.12.34.56.78                       ~ 06.12.34.56.78",
                "020 7946 0958                        ~ 020 7946 0958",
                "call me at 555-0142                  ~ 555-0142",
                "Telefon: 03090182000                 ~ 03090182000",
                "llámenme al 612 345 678              ~ 612 345 678",
                "bel 0612345678                       ~ 0612345678",
                "mon portable : 0612345678            ~ 0612345678",
                "WhatsApp 11 98765-4321               ~ 11 98765-4321",
            })
    void telephoneNumbers(String text, String expected) {
        Insight.Entities entities = READER.read(text);

        assertEquals(Arrays.asList(expected.split("\\|")), entities.phones());
        assertEquals(List.of(), entities.amounts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-10-03",
                "03.10.2026 14:30",
                "01.02.2026 12",
                "call me on 03.10.2026",
                "call me at 10:30",
                "192.168.100.200",
                "phone firmware 10.20.30.40",
                "52.5200, 13.4050",
                "+52.520008, +13.404954",
                "1.250.000",
                "€ 1.250.000",
                "99.95 %",
                "550e8400-e29b-41d4-a716-446655440000",
                "12345678-1234-1234-1234-123456789012",
                "4111 1111 1111 1111",
                "DE89 3704 0044 0532 0130 00",
                "1699999999",
                "took 1234567 ms",
                "version 2024.10.1",
                "10/100/1000",
                "https://example.com/030-12345678",
                "id=0301234567",
                "the years 2019-2026",
                "page 12-14",
            })
    void whatIsNoTelephoneNumber(String text) {
        assertEquals(List.of(), READER.read(text).phones());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n ", "Hello, nothing to see here.", "1.2.3"})
    void ofATextThatNamesNothingThereIsNothing(String text) {
        assertEquals(NOTHING, READER.read(text));
    }

    @Test
    void aWholeMessage() {
        String text =
                """
                Hi, order #12345 (invoice INV-2041) was charged twice: $49.99 and again 49,99 €.
                Call me: +49 30 901820, or write to ann@example.com. Screenshot: https://example.com/s/1.
                """;

        Insight.Entities entities = READER.read(text);

        assertEquals(
                new Insight.Entities(
                        List.of("ann@example.com"),
                        List.of("+49 30 901820"),
                        List.of("12345", "INV-2041"),
                        List.of("https://example.com/s/1"),
                        List.of("$49.99", "49,99 €")),
                entities);
    }

    @Test
    void ofEachKindTwentyAreKept() {
        String text = IntStream.range(100, 150)
                .mapToObj(i -> "order #10" + i + " $" + i + " u" + i + "@example.com https://example.com/" + i
                        + " +49 30 901" + i)
                .collect(Collectors.joining("\n"));

        Insight.Entities entities = READER.read(text);

        assertEquals(
                List.of(20, 20, 20, 20, 20),
                List.of(
                        entities.emails().size(),
                        entities.phones().size(),
                        entities.orderIds().size(),
                        entities.urls().size(),
                        entities.amounts().size()));
        assertEquals("u100@example.com", entities.emails().get(0));
    }

    @Test
    void whatStandsBeyondTheLimitIsNotRead() {
        String text = "x".repeat(20_000) + " ann@example.com";

        assertEquals(NOTHING, READER.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@", "a@", "1", "1 ", "1.", "+", "(", "#", "-", "$", "$1", "www.", "http://", "order ", "1-", "+1(", "é"
            })
    void textsMadeToHurtAreRead(String part) {
        Insight.Entities entities = READER.read(part.repeat(50_000));

        assertTrue(entities.phones().size() <= 20);
    }

    private static List<String> list(String words) {
        return Arrays.asList(words.split(" "));
    }
}
