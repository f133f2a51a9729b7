package io.ticketwire.intelligence.clean;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05 10:12:13,456 ERROR [main] com.example.Pool - killed",
                "2026-01-05T10:12:13.456Z INFO started",
                "2026-01-05 10:12:13.456  WARN 1234 --- [nio-8080-exec-1] c.e.Pool : slow",
                "[2026-01-05 10:12:13] production.ERROR: dead",
                "[2026-01-05 10:12:13,456: ERROR/MainProcess] Task died",
                "2026/01/05 10:12:13 [error] 12#12: *1 connect() failed",
                "2026-01-05T10:12:13+00:00 web-1 cron[77]: done",
                "10:12:13.456 [main] DEBUG com.example.Pool - killed",
                "05-Jan-2026 10:12:13.456 SEVERE [main] org.example.Pool start",
                "Jan  5 10:12:13 host1 sshd[123]: Failed password",
                "<34>Jan  5 10:12:13 host1 su: failed",
                "127.0.0.1 - - [05/Jan/2026:10:12:13 +0000] \"GET / HTTP/1.1\" 500 12",
                "E0105 10:12:13.456789   12345 pool.go:12] dead",
                "E/AndroidRuntime( 123): FATAL EXCEPTION: main",
                "time=\"2026-01-05T10:12:13Z\" level=error msg=\"killed\"",
                "{\"level\":\"error\",\"msg\":\"killed\"}",
                "ERROR:root:failed",
                "ERROR 2026-01-05 10:12:13,123 failed",
            })
    void whatProgramsWriteIsALogLine(String said) {
        assertTrue(LogLine.is(said));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05 10:12:13 you promised to call me",
                "2026-01-05 at 10:12 I got an ERROR",
                "10:12:13 nobody answers, ERROR again",
                "[10:12:13] Bob: you are useless",
                "[10:12] Bob: INFO please",
                "On 5 January you promised to call",
                "Jan 5 you promised to call",
                "ERROR: you lost my trust",
                "INFO: I am leaving",
                "ERROR ERROR ERROR",
                "{name} is what you call me",
                "{\"you call that an answer?",
                "1. call me back",
                "[ERROR] I can't log in",
                "level 3 support is useless",
                "time to cancel",
            })
    void whatPeopleWriteIsNone(String said) {
        assertFalse(LogLine.is(said));
    }
}
