package io.ticketwire.intelligence.feedback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class MaskedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Write to dana.fox+shop@customer.co.uk, please | Write to <email>, please
                    <dana@customer.com>                           | <<email>>
                    a@b c@d                                       | <email> <email>
                    ü.öz@müller.de                                | <email>
                    Call +49 170 1234567 now                      | Call +<phone> now
                    (030) 901820-00                               | (<phone>
                    1-800-555-0199                                | <phone>
                    06.12.34.56.78                                | <phone>
                    089 / 12 34 56                                | <phone>
                    089 / 123 456                                 | <phone>
                    +49 (0)89 / 12 34 56                          | +<phone>
                    +49 (0) / 89 12 34 56                         | +<phone>
                    Fax 030 - 12 34 56                            | Fax <phone>
                    030 – 12 34 56                                | <phone>
                    4111   1111   1111   1111                     | <phone>
                    030\u202f1234\u202f56                         | <phone>
                    030\u20071234\u200956                         | <phone>
                    030\u20101234\u201256                         | <phone>
                    030\t1234\t56                                 | <phone>
                    https://x.de/?u=a%40b.de&m=1                  | https://x.de/?<email>
                    %40b.de and a%40 alone                        | %40b.de and a%40 alone
                    40% of 1%4                                    | 40% of 1%4
                    1042     12 34 56                             | 1042     12 34 56
                    7 of 10, then 12 / 30                         | 7 of 10, then 12 / 30
                    at @ noon                                     | at @ noon
                    @dana                                         | @dana
                    dana@                                         | dana@
                    a@@b                                          | a@@b
                    order 1042                                    | order 1042
                    error 500, 404 and 403                        | error 500, 404 and 403
                    49.99 EUR                                     | 49.99 EUR
                    version 1.2.3                                 | version 1.2.3
                    """)
    void masksWhatMayLeadToAPerson(String text, String masked) {
        assertEquals(masked, Masked.of(text));
    }

    @Test
    void nothingStaysNothing() {
        assertNull(Masked.of(null));
        assertEquals("", Masked.of(""));
    }
}
