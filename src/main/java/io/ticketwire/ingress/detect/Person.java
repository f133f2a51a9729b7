package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.ingress.ticket.Values;

/** Somebody as a payload describes him or her; either part may be null. */
record Person(String name, String email) {
    static final Person NOBODY = new Person(null, null);

    private static final List<String> KINDS = List.of("type", "role", "kind", "user_type", "author_type");
    private static final Set<String> STAFF = Set.of(
            "agent",
            "admin",
            "administrator",
            "bot",
            "team",
            "staff",
            "operator",
            "system",
            "teammate",
            "employee",
            "automation",
            "app",
            "agentbot",
            "agent_bot",
            "user_of_company",
            "internal",
            "technician");
    private static final List<String> STAFF_FLAGS = List.of(
            "is_agent", "is_staff", "is_admin", "is_bot", "is_technician", "from_agent", "staff", "agent", "bot");
    private static final List<String> EMAIL = List.of(
            "email",
            "email_address",
            "e_mail",
            "mail",
            "email_id",
            "primary_email",
            "address",
            "handle",
            "emails",
            "unique_name",
            "value",
            "login",
            "id");

    boolean isNobody() {
        return name == null && email == null;
    }

    /** Out of an object, or of text such as {@code Jane <jane@x.com>}; nobody if there is neither name nor address. */
    static Person of(JsonNode value, Values values) {
        if (value == null) {
            return NOBODY;
        }
        if (value.isArray()) {
            return value.size() == 1 && value.get(0).isObject() ? of(value.get(0), values) : NOBODY;
        }
        return value.isObject() ? of(Fields.of(value), values) : ofText(values.text(value, "customer"));
    }

    /** Works for the company, not with it, by what the object says. A plain "user" is staff only with some (Chatwoot, Help Scout). */
    static boolean isStaff(JsonNode value, boolean userIsStaff) {
        if (value == null || !value.isObject()) {
            return false;
        }
        return isStaff(Fields.of(value), userIsStaff);
    }

    static boolean isStaff(Fields fields, boolean userIsStaff) {
        for (String flag : STAFF_FLAGS) {
            JsonNode set = fields.get(flag);
            if (set != null && set.isBoolean() && set.booleanValue()) {
                return true;
            }
        }
        for (String kind : KINDS) {
            if (isStaffWord(fields.get(kind), userIsStaff)) {
                return true;
            }
        }
        return false;
    }

    static boolean isStaffWord(JsonNode kind, boolean userIsStaff) {
        if (kind == null || !kind.isTextual()) {
            return false;
        }
        String word = kind.textValue()
                .trim()
                .toLowerCase(Locale.ROOT)
                .replace('-', '_')
                .replace(' ', '_');
        return STAFF.contains(word) || userIsStaff && word.equals("user");
    }

    /** A text that is a login, an id or a program as likely as a name, and no address. */
    static boolean isOneWord(JsonNode value) {
        return value != null
                && value.isTextual()
                && value.textValue().indexOf('@') < 0
                && value.textValue().trim().indexOf(' ') < 0;
    }

    private static Person ofText(String text) {
        if (text == null) {
            return NOBODY;
        }
        EmailAddresses.Mailbox mailbox = EmailAddresses.parse(text);
        if (mailbox != null) {
            return new Person(mailbox.name(), mailbox.address());
        }
        return isName(text) ? new Person(text, null) : NOBODY;
    }

    /** One word with a digit in it ({@code cus_9}, {@code U01X}) is an id. */
    private static boolean isName(String text) {
        return text.indexOf('@') < 0
                && !text.contains("://")
                && text.chars().anyMatch(Character::isLetter)
                && (text.indexOf(' ') > 0 || text.chars().noneMatch(Character::isDigit));
    }

    static Person of(Fields fields, Values values) {
        Person written = email(fields, values);
        String name = name(fields, values);
        return new Person(name == null ? written.name() : name, written.email());
    }

    private static Person email(Fields fields, Values values) {
        for (String key : EMAIL) {
            JsonNode value = fields.get(key);
            value = value != null && value.isArray() ? value.get(0) : value;
            String name = null;
            if (value != null && value.isObject()) {
                Fields inner = Fields.of(value);
                name = name(inner, List.of("name"), values);
                value = inner.get(
                        inner.get("email") != null ? "email" : inner.get("address") != null ? "address" : "value");
            }
            String text = values.text(value, "customer_email");
            EmailAddresses.Mailbox mailbox = EmailAddresses.parse(text);
            if (mailbox != null) {
                return new Person(name == null ? mailbox.name() : name, mailbox.address());
            }
        }
        return NOBODY;
    }

    /** First and last name are better than a display name, which may be a nick; a login is none unless it has a blank. */
    static String name(Fields fields, Values values) {
        String full = name(fields, List.of("full_name", "real_name"), values);
        String joined = full == null ? joined(fields, true, values) : full;
        String name = joined == null
                ? name(
                        fields,
                        List.of("display_name", "name", "dynamic_name", "display_value", "value_caption", "summary"),
                        values)
                : joined;
        String any = name == null ? joined(fields, false, values) : name;
        String login = any == null ? name(fields, List.of("username"), values) : null;
        return login != null && login.indexOf(' ') > 0 ? login : any;
    }

    private static String name(Fields fields, List<String> keys, Values values) {
        for (String key : keys) {
            JsonNode value = fields.get(key);
            String name = value != null && value.isObject()
                    ? joined(Fields.of(value), false, values)
                    : values.line(value, "customer_name", Values.MAX_NAME);
            if (name != null && name.indexOf('@') < 0) {
                return name;
            }
        }
        return null;
    }

    private static String joined(Fields fields, boolean both, Values values) {
        String first = values.line(any(fields, "first_name", "firstname", "first", "fname"), "customer_name", 100);
        String last = values.line(any(fields, "last_name", "lastname", "last", "lname"), "customer_name", 100);
        if (first == null || last == null) {
            return both ? null : first == null ? last : first;
        }
        return first + " " + last;
    }

    private static JsonNode any(Fields fields, String... names) {
        for (String name : names) {
            if (fields.get(name) != null) {
                return fields.get(name);
            }
        }
        return null;
    }
}
