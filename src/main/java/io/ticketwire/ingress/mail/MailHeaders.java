package io.ticketwire.ingress.mail;

import java.util.List;

/**
 * The headers of a mail, in their order.
 *
 * @param all unfolded, with encoded words (RFC 2047) decoded
 */
public record MailHeaders(List<Header> all) {

    public static final MailHeaders NONE = new MailHeaders(List.of());

    /** One header. */
    public record Header(String name, String value) {}

    /** The first value of a header, whatever the case of its name; null if there is none. */
    public String first(String name) {
        for (Header header : all) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** All values of a header. */
    public List<String> all(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }
}
