package io.ticketwire.ingress.detect;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.ticket.PriorityWords;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.Values;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WordsOfStateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "NEW,new",
        "Open,open",
        "opened,open",
        "To Do,open",
        "in_progress,open",
        "IN-PROGRESS,open",
        "Waiting for support,open",
        "pending,pending",
        "Waiting on Customer,pending",
        "Awaiting your Reply,pending",
        "need info,pending",
        "snoozed,pending",
        "waiting_on_customer,pending",
        "Needs more info,pending",
        "hold,on_hold",
        "On-Hold,on_hold",
        "Waiting on Third Party,on_hold",
        "pending change,on_hold",
        "blocked,on_hold",
        "Stalled,on_hold",
        "awaiting_agent,open",
        "awaiting_user,pending",
        "Triggered,open",
        "solved,resolved",
        "Done,resolved",
        "2 - Resolved,resolved",
        "closed,closed",
        "cancelled,closed",
        "Canceled,closed",
        "Won't do,closed",
        "spam,closed",
        "deleted,closed",
        "Zurückgestellt,",
        "2,",
        "'',",
        "news,",
        "New (email connector),new",
        "status.open,open",
        "Pending - Customer,pending",
        "2 - Assigned / Triage,open",
        "'not (yet) done',",
        "not done yet,"
    })
    void a_status_is_known_by_its_word(String raw, String ours) {
        assertEquals(ours, StatusWords.of(raw));
    }

    @ParameterizedTest
    @CsvSource({
        "Urgent,urgent",
        "1 - Critical,urgent",
        "P0,urgent",
        "p1,urgent",
        "SEV1,urgent",
        "Blocker,urgent",
        "3 high,high",
        "major,high",
        "p2,high",
        "High Priority,high",
        "Normal,medium",
        "moderate,medium",
        "4 - Low,low",
        "trivial,low",
        "p5,low",
        "P2 - High,high",
        "Priority 3 - Normal Response,medium",
        "(3) High,high",
        "none-urgent,low",
        "1,",
        "4,",
        "'',",
        "very,",
        "No priority,"
    })
    void a_priority_is_known_by_its_word_never_by_its_number(String raw, String ours) {
        assertEquals(ours, PriorityWords.of(raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
            {"status":"Open"}                                        | Open | open
            {"status":2}                                             | 2    | null
            {"status":"2","status_name":"Pending"}                   | Pending | pending
            {"status":{"id":2,"name":"Done"}}                        | Done | resolved
            {"state":{"name":"Erledigt","type":"completed"}}         | Erledigt | resolved
            {"open":true}                                            | null | open
            {"open":false}                                           | null | closed
            {"is_closed":true}                                       | null | closed
            {"closed":false,"status":7}                              | 7    | open
            {"state":"published","status":"active"}                  | active | open
            {"state":"published"}                                    | null | null
            {"completed":true}                                       | null | resolved
            {"status":{"Id":1,"Name":"New"}}                         | New  | new
            {"status":{"status":"in progress","type":"custom"}}      | in progress | open
            {"status":{"name":"In Arbeit","statusCategory":{"key":"indeterminate"}}} | In Arbeit | open
            {"status":{"name":"Erfasst","statusCategory":{"key":"new"}}} | Erfasst | open
            {"status":3,"fr_escalated":false,"requester_id":1,"source":2} | 3 | pending
            {"state":"3","sys_id":"a","short_description":"b","number":"INC001"} | 3 | on_hold
            {"state":"3","sys_id":"a","short_description":"b","number":"TASK001"} | 3 | null
            {"status":1,"date_mod":null,"itilcategories_id":0}       | 1    | new
            {"status":"N","departmentid":"d","channel_type":"E"}     | N    | new
            {"status":"N"}                                           | N    | null
            {"resolution":"Fixed"}                                   | Fixed | resolved
            {"resolution":"We changed the cable"}                    | null | null
            {"status":"Weird","resolution":"Fixed"}                  | Weird | null
            {"delivery_status":"pending","previous_status":"open"}   | null | null
            {"status":"-"}                                           | null | null
            {"status":["open"]}                                      | null | null
            """)
    void the_status_of_a_ticket_is_found(String ticket, String raw, String ours) throws Exception {
        assertEquals(
                new StateReader.State(raw, ours),
                new StateReader(Fields.of(JSON.readTree(ticket)), new Values()).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
            {"priority":1}                                           | 1    | null
            {"priority":"1"}                                         | 1    | null
            {"priority":1,"priority_name":"Low"}                     | Low  | low
            {"priority":1,"priorityLabel":"Urgent"}                  | Urgent | urgent
            {"priority":{"id":"1","name":"Highest"}}                 | Highest | urgent
            {"priority":1,"severity":"high"}                         | 1    | null
            {"severity":"sev2","impact":"low"}                       | sev2 | high
            {"urgency":"immediate"}                                  | immediate | urgent
            {"priority":4,"fr_escalated":false,"requester_id":1,"source":2} | 4 | urgent
            {"priority":"4","sys_id":"a","short_description":"b"}    | 4    | low
            {"urgency":"1","sys_id":"a","short_description":"b"}     | 1    | null
            {"priority":0,"identifier":"A-1","state":{},"team":{}}   | 0    | null
            {"priority":1,"identifier":"A-1","state":{},"team":{}}   | 1    | urgent
            {"priority":1,"preview_text":"p","customer":{},"labels":[]} | 1 | high
            {"priority":{"id":"2","summary":"P1","type":"priority_reference"}} | P1 | urgent
            {"priority":true}                                        | null | null
            {"subject":"URGENT!"}                                    | null | null
            """)
    void the_priority_of_a_ticket_is_found(String ticket, String raw, String ours) throws Exception {
        assertEquals(
                new StateReader.State(raw, ours),
                new StateReader(Fields.of(JSON.readTree(ticket)), new Values()).priority());
    }
}
