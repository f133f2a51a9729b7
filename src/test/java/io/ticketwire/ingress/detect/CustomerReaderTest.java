package io.ticketwire.ingress.detect;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.ticket.Values;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CustomerReaderTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"requester_email":" JANE@X.example "}                                        |      | jane@x.example
            {"requester":{"name":"Jane","email":"jane@x.example"}}                        | Jane | jane@x.example
            {"reporter":{"displayName":"Jane","emailAddress":"jane@x.example"}}           | Jane | jane@x.example
            {"customer":"Jane <jane@x.example>"}                                          | Jane | jane@x.example
            {"customer":"Jane"}                                                           | Jane |
            {"customer":{"email":{"address":"jane@x.example"}}}                           |      | jane@x.example
            {"from":"\\"Roe, Jane\\" <jane@x.example>"}                                   | Roe, Jane | jane@x.example
            {"from":{"address":"jane@x.example","name":"Jane"}}                           | Jane | jane@x.example
            {"via":{"source":{"from":{"address":"jane@x.example","name":"Jane"},"to":{"address":"desk@acme.example"}}}} | Jane | jane@x.example
            {"source":{"author":{"type":"user","name":"Jane","email":"jane@x.example"}}}  | Jane | jane@x.example
            {"source":{"author":{"type":"admin","name":"Bo","email":"bo@acme.example"}}}  |      |
            {"subject":"s","name":"Jane","email":"jane@x.example"}                        | Jane | jane@x.example
            {"author":{"type":"bot","email":"bot@acme.example"}}                          |      |
            {"author":{"is_staff":true,"email":"bo@acme.example"}}                        |      |
            {"sender":{"type":"user","email":"bo@acme.example"}}                          |      |
            {"requester":{"role":"agent","name":"Bo","email":"bo@acme.example"}}          |      |
            {"reporter":{"displayName":"Jane"},"creator":{"emailAddress":"bo@acme.example"}} | Jane |
            {"assignee":{"email":"bo@acme.example"},"agent_email":"bo@acme.example","cc":["x@x.example"]} | |
            {"email":"bo@acme.example","assignee":{"name":"Bo","email":"Bo@acme.example"}} |      |
            {"customer_email":"boss@x.example","cc":"Boss <boss@x.example>, y@x.example"} |      |
            {"from":"support@acme.example"}                                               |      |
            {"from":"desk@acme.example","mailbox":{"email":"desk@acme.example"}}          |      |
            {"from":"No-Reply <no-reply@acme.example>"}                                   |      |
            {"from":"bo@acme.example","direction":"outbound"}                             |      |
            {"from":"bo@acme.example","from_type":"agent"}                                |      |
            {"from":"a@x.example, b@x.example"}                                           |      |
            {"description":"write to jane@x.example"}                                     |      |
            {"raised_by":"jane@x.example","owner":"jane@x.example","customer":"X Inc"}    |      | jane@x.example
            {"from":{"emailAddress":{"name":"Jane","address":"jane@x.example"}}}          | Jane | jane@x.example
            {"requestor":[{"id":"jane@x.example","type":"user"}]}                         |      | jane@x.example
            {"partner_name":"Jane","partner_email":"jane@x.example"}                      | Jane | jane@x.example
            {"primary_customer":"X Inc","contact_name":"Jane","contact_email":"jane@x.example"} | Jane | jane@x.example
            {"creator":{"username":"Bo","email":"bo@acme.example"}}                       |      |
            {"created_by":"U01XZGTRPL8"}                                                  |      |
            {"user":{"login":"mona","type":"User"}}                                       | mona |
            {"user":{"login":"helper[bot]","type":"Bot"}}                                 |      |
            {"message":{"direction":"in","from":"Jane <jane@x.example>"}}                 | Jane | jane@x.example
            {"message":{"direction":"out","from":"Bo <bo@acme.example>"}}                 |      |
            {"message":{"from":"Bo <bo@acme.example>"}}                                   |      |
            {"reporter":{"name":"Mona","email":"12+mona@users.noreply.github.com"}}       | Mona |
            {"requester":{"email":"bo@acme.example"},"technician":{"email_id":"bo@acme.example"}} | |
            {"requester_email":"jane@localhost"}                                          |      |
            {"requester_email":"{{ticket.requester.email}}","requester_name":"Jane"}      | Jane |
            """)
    void the_customer_is_who_asks_and_nobody_else(String ticket, String name, String email) throws Exception {
        // given
        JsonNode object = JSON.readTree(ticket);
        // when
        Person customer =
                CustomerReader.read(new Candidate(Fields.of(object), "ticket", List.of(), 0, 1, false), new Values());
        // then
        assertEquals(new Person(name, email), customer);
    }
}
