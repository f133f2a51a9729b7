package io.ticketwire.ingress.text;

import java.util.Set;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Collects the text of an HTML tree line by line; jsoup walks it without recursion. One use per tree. */
final class HtmlLines implements NodeFilter {
    /** Comfortably more than any field keeps. */
    private static final int ENOUGH = 200_000;

    private static final Set<String> DROPPED = Set.of("script", "style", "head", "title", "noscript", "template");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder lines = new StringBuilder();

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
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && breaksLine(element)) {
            endLine();
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private void open(Element element) {
        String name = element.normalName();
        if (name.equals("br")) {
            lines.append('\n');
        } else if (CELLS.contains(name)) {
            blank();
        } else if (breaksLine(element)) {
            endLine();
        }
        if (name.equals("li")) {
            lines.append("- ");
        }
    }

    private static boolean breaksLine(Element element) {
        return element.isBlock() && !CELLS.contains(element.normalName());
    }

    private void append(TextNode node) {
        String text = node.getWholeText();
        if (node.parentNameIs("pre")) {
            lines.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                blank();
            } else {
                lines.append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    private void blank() {
        if (lines.length() > 0 && !Character.isWhitespace(lines.charAt(lines.length() - 1))) {
            lines.append(' ');
        }
    }

    private void endLine() {
        if (lines.length() > 0 && lines.charAt(lines.length() - 1) != '\n') {
            lines.append('\n');
        }
    }
}
