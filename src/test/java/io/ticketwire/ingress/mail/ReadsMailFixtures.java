package io.ticketwire.ingress.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MailFixtures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What holds for every source of mails: they are read as the files beside them say, and no bytes throw. */
public abstract class ReadsMailFixtures {

    private static final int MUTANTS = 40;
    private static final byte[] OTHERS = "\r\n\0\"<>=?;:-%\u00e9 B8a@,(".getBytes(UTF_8);

    private final Provider provider;
    private final MailFixtures fixtures;
    private final Connector connector;

    protected ReadsMailFixtures(Provider provider, String type) {
        this.provider = provider;
        this.fixtures = new MailFixtures(type);
        this.connector = ConnectorExample.of(type);
    }

    @TestFactory
    List<DynamicTest> mailIsReadAsExpected() {
        return tests(mail -> {
            Reading reading = read(mail, fixtures.bytes(mail));

            assertEquals(
                    fixtures.expected(mail).toPrettyString(),
                    MailFixtures.json(reading).toPrettyString());
            MailFixtures.assertFit(reading);
        });
    }

    @TestFactory
    List<DynamicTest> mailOnDiskIsReadAsOneInMemory() {
        return tests(mail -> {
            Reading reading = provider.read(
                    NotInMemory.request(
                            fixtures.request(mail, fixtures.bytes(mail)).get()),
                    connector);

            assertEquals(
                    fixtures.expected(mail).toPrettyString(),
                    MailFixtures.json(reading).toPrettyString());
        });
    }

    @TestFactory
    List<DynamicTest> mailThatEndsEarlyIsReadAsFarAsItGoes() {
        return tests(mail -> {
            byte[] bytes = fixtures.bytes(mail);

            for (int length = 0; length < bytes.length; length += 1 + bytes.length / MUTANTS) {
                MailFixtures.assertFit(read(mail, Arrays.copyOf(bytes, length)));
            }
        });
    }

    @TestFactory
    List<DynamicTest> mailWithOtherBytesInItThrowsNothing() {
        return tests(mail -> {
            Random random = new Random(mail.hashCode());
            for (int i = 0; i < MUTANTS; i++) {
                byte[] bytes = fixtures.bytes(mail);
                for (int n = 0; n < bytes.length / 50; n++) {
                    bytes[random.nextInt(bytes.length)] = OTHERS[random.nextInt(OTHERS.length)];
                }

                MailFixtures.assertFit(read(mail, bytes));
            }
        });
    }

    private interface Check {
        void of(String mail) throws Exception;
    }

    private List<DynamicTest> tests(Check check) {
        return fixtures.mails().stream()
                .map(mail -> DynamicTest.dynamicTest(mail, () -> check.of(mail)))
                .toList();
    }

    private Reading read(String mail, byte[] bytes) {
        return provider.read(fixtures.request(mail, bytes).get(), connector);
    }
}
