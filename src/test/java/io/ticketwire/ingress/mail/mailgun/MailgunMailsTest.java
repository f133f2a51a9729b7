package io.ticketwire.ingress.mail.mailgun;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.ReadsMailFixtures;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MailFixtures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class MailgunMailsTest extends ReadsMailFixtures {

    private static final String MAIL = "forward.multipart";
    private static final String TOKEN = "06c96bafc3f42a66b9edd546347a2fe18dc23461fe80dc52f0";

    private final MailFixtures mails = new MailFixtures("mailgun");

    MailgunMailsTest() {
        super(new MailgunProvider(), "mailgun");
    }

    @Test
    void attachmentsOfAMailThatIsRepeatedUnderAnotherTokenAreTheSame() {
        Reading.Events first = read(TOKEN, TOKEN);

        Reading.Events repeat = read(TOKEN, "another");

        assertNotEquals(first.events().get(0).id(), repeat.events().get(0).id());
        assertEquals(stored(first), stored(repeat));
    }

    @ParameterizedTest
    @CsvSource({
        "att1, ATT1",
        "att1, att12",
        "filename=\"..\", filename=\"1.txt\"",
        "Content-Type: text/plain, Content-Type: text/html"
    })
    void anotherAttachmentUnderTheSameMessageIdIsAnother(String here, String there) {
        Reading.Events first = read(TOKEN, TOKEN);

        Reading.Events other = read(here, there);

        assertNotEquals(stored(first).get(0), stored(other).get(0));
    }

    private Reading.Events read(String here, String there) {
        byte[] mail = new String(mails.bytes(MAIL), UTF_8).replace(here, there).getBytes(UTF_8);
        return (Reading.Events)
                new MailgunProvider().read(mails.request(MAIL, mail).get(), ConnectorExample.of("mailgun"));
    }

    /** By their ids. */
    private static List<String> stored(Reading.Events reading) {
        List<String> ids = new ArrayList<>();
        MailFixtures.json(reading)
                .path("stored")
                .forEach(one -> ids.add(one.textValue().split(" ")[0]));
        return ids;
    }
}
