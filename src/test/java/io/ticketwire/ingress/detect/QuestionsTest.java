package io.ticketwire.ingress.detect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class QuestionsTest {
    @ParameterizedTest
    @CsvSource({
        "Your name,name",
        "What is your full name?,name",
        "Your email address,email",
        "Please describe the problem,description",
        "Message details,description",
        "Subject of your request,Subject of your request",
        "The subject,subject",
        "Your manager's email,Your manager's email",
        "Company name,Company name",
        "How did you hear of us?,How did you hear of us?"
    })
    void a_question_asks_for_a_field_or_for_something_else(String question, String field) {
        assertEquals(field, Questions.field(question));
    }
}
