package io.ticketwire.ingress.ticket.jira;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.text.RichText;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Wiki markup as people read it. */
class JiraTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{color:red}red{color} and {color}plain{color} # red and plain",
                "{code:title=a.java|borderStyle=solid}int a;{code} # int a;",
                "{noformat}a{noformat}{noformat:nopanel=true}b # ab",
                "[the page|https://a.example/?x=[1]] stays # [the page|https://a.example/?x=[1]] stays",
                "[https://a.example|https://a.example|smart-link] # https://a.example",
                "[mail me|mailto:jane@customer.example] # mail me (mailto:jane@customer.example)",
                "[costs $1 \\ here|https://a.example] # costs $1 \\ here (https://a.example)",
                "[^file.png] [~bo] [a] *b* {panel}c{panel} # [^file.png] [~bo] [a] *b* {panel}c{panel}",
                "{color without an end [a|b c] # {color without an end [a|b c]",
            })
    void markupThatGetsInTheWayGoesAndTheRestStays(String wiki, String expected) {
        assertEquals(expected, JiraText.of(TextNode.valueOf(wiki)));
    }

    @Test
    void documentWhichLooksLikeMarkupIsReadAsDocument() {
        String document = "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\","
                + "\"text\":\"[a|b] {code}\"}]}]}";

        assertEquals("[a|b] {code}", JiraText.of(TextNode.valueOf(document)));
    }

    @Test
    void endlessMarkupIsCut() {
        String wiki = "{color:red}Read [this page|https://acme.example] first, please.{color}".repeat(20_000);

        assertEquals(RichText.MAX, JiraText.of(TextNode.valueOf(wiki)).length());
    }
}
