package io.ticketwire.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Collects the text of an HTML tree line by line; jsoup walks it without recursion. One use per tree. Before the first character
 * of a line of which the HTML says something stands a mark, which so stays with its line whatever else becomes tidy.
 */
final class HtmlLines implements NodeFilter {
    /** Comfortably more than any field keeps. */
    private static final int ENOUGH = 200_000;

    /** The first of the marks, one for each origin: Unicode keeps these for what no text has. */
    private static final char MARK = '\uFDD0';

    private static final Set<String> DROPPED = Set.of("script", "style", "head", "title", "noscript", "template");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder lines = new StringBuilder();

    /** The elements around that say something. */
    private final Deque<Around> around = new ArrayDeque<>();

    private Origin origin = Origin.UNSAID;
    private boolean saysSomething;
    private boolean ruleIsNext;
    private boolean otherMailIsNext;

    /** @param outside what is said of what is around it */
    private record Around(Element element, Origin outside) {}

    /** Whether it is none of the text's characters. */
    static boolean isMark(char c) {
        return c >= MARK && c < MARK + Origin.values().length;
    }

    /** What a mark says of its line. */
    static Origin origin(char mark) {
        return Origin.values()[mark - MARK];
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (lines.length() > ENOUGH) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            append(text);
        } else if (node instanceof Element element) {
            if (DROPPED.contains(element.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
            }
            enter(element);
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (breaksLine(element)) {
                endLine();
            }
            leave(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** What is said of the outermost holds for all that is in it. */
    private void enter(Element element) {
        Origin own = HtmlOrigins.of(element);
        ruleIsNext |= HtmlOrigins.isAboveRule(element);
        otherMailIsNext |=
                own == Origin.OTHER_MAIL || ruleIsNext && element.normalName().equals("hr");
        if (own != Origin.UNSAID && own != Origin.OTHER_MAIL) {
            around.push(new Around(element, origin));
            origin = origin == Origin.UNSAID ? own : origin;
        }
    }

    private void leave(Element element) {
        if (around.isEmpty() || around.peek().element() != element) {
            return;
        }
        origin = around.pop().outside();
        Around next = around.peek();
        if (next != null && HtmlOrigins.isBlockquote(element) && HtmlOrigins.isAroundQuotes(next.element())) {
            origin = next.outside();
        }
    }

    private void open(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            feed();
        } else if (CELLS.contains(name)) {
            blank();
        } else if (breaksLine(element)) {
            endLine();
        }
        if (name.equals("li")) {
            say('-');
            lines.append(' ');
        }
    }

    private static boolean breaksLine(Element element) {
        return element.isBlock() && !CELLS.contains(element.normalName());
    }

    private void append(TextNode node) {
        String text = node.getWholeText();
        boolean asItIs = node.parentNameIs("pre");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (asItIs && c == '\n') {
                feed();
            } else if (asItIs && (Character.isWhitespace(c) || c == '\u00A0')) {
                lines.append(c);
            } else if (c == '\u00A0') {
                lines.append(' ');
            } else if (Character.isWhitespace(c)) {
                blank();
            } else if (!Character.isISOControl(c) && !isMark(c)) {
                say(c);
            }
        }
    }

    private void say(char c) {
        if (!saysSomething) {
            Origin said = origin == Origin.UNSAID && otherMailIsNext ? Origin.OTHER_MAIL : origin;
            if (said != Origin.UNSAID) {
                lines.append((char) (MARK + said.ordinal()));
            }
            saysSomething = true;
            ruleIsNext = false;
            otherMailIsNext = false;
        }
        lines.append(c);
    }

    private void blank() {
        if (lines.length() > 0 && !Character.isWhitespace(lines.charAt(lines.length() - 1))) {
            lines.append(' ');
        }
    }

    private void endLine() {
        if (lines.length() > 0 && lines.charAt(lines.length() - 1) != '\n') {
            feed();
        }
    }

    private void feed() {
        lines.append('\n');
        saysSomething = false;
    }
}
