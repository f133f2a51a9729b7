package io.ticketwire.ingress.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Finds the object that is most likely the ticket: breadth first through at most five levels of objects (never into
 * lists), each scored by what it lies under and what it has. The highest score wins, of equal ones the shallower.
 */
final class TicketFinder {
    private static final int MAX_LEVELS = 5;
    private static final int MAX_NODES = 10_000;

    private record Place(JsonNode object, String key, List<Fields> parents, int level, boolean aside) {}

    private final Deque<Place> queue = new ArrayDeque<>();
    private int nodes;
    private Candidate best;

    private final int shared;

    private TicketFinder(int shared) {
        this.shared = shared;
    }

    /** The best candidate at or below {@code root}; null if nothing there has any sign of a ticket. */
    static Candidate find(JsonNode root, String key, List<Fields> around) {
        TicketFinder finder = new TicketFinder(around.size());
        finder.queue.add(new Place(root, key, around, 0, false));
        while (!finder.queue.isEmpty() && finder.nodes <= MAX_NODES) {
            finder.visit(finder.queue.remove());
        }
        Candidate best = finder.best;
        return best == null || finder.nodes <= MAX_NODES
                ? best
                : new Candidate(best.fields(), best.key(), best.parents(), best.shared(), best.score(), true);
    }

    private void visit(Place place) {
        Fields fields = Fields.of(place.object());
        int score = Synonyms.OTHERS.contains(place.key()) ? 0 : score(fields, place);
        score = score <= 0 && place.key().equals("message") && namesItsTicket(fields) ? 4 : score;
        if (score > 0 && (best == null || score > best.score())) {
            best = new Candidate(fields, place.key(), place.parents(), shared, score, false);
        }
        if (place.level() < MAX_LEVELS) {
            descend(place, fields);
        }
    }

    private void descend(Place place, Fields fields) {
        List<Fields> parents = null;
        for (Map.Entry<String, JsonNode> property : place.object().properties()) {
            if (++nodes > MAX_NODES) {
                return;
            }
            if (!property.getValue().isContainerNode()) {
                continue;
            }
            if (parents == null) {
                parents = new ArrayList<>(place.parents().size() + 1);
                parents.add(fields);
                parents.addAll(place.parents());
            }
            if (property.getValue().isObject()) {
                enqueue(property.getKey(), property.getValue(), place, parents);
            } else {
                enqueuePairs(property.getValue(), place, parents);
            }
        }
    }

    private void enqueue(String name, JsonNode object, Place place, List<Fields> parents) {
        String key = Keys.normal(name);
        queue.add(new Place(object, key, parents, place.level() + 1, place.aside() || isSide(key)));
    }

    /** Dynamics writes an object's properties as a list of {@code {"key":"Target","value":{...}}}. */
    private void enqueuePairs(JsonNode list, Place place, List<Fields> parents) {
        for (JsonNode pair : list) {
            if (!pair.path("key").isTextual() || ++nodes > MAX_NODES) {
                return;
            }
            if (pair.path("value").isObject()) {
                enqueue(pair.get("key").textValue(), pair.get("value"), place, parents);
            }
        }
    }

    private static boolean namesItsTicket(Fields message) {
        return message.hasOwn(Synonyms.PART_ID) && message.hasOwn(Synonyms.PARENT_ID);
    }

    private static boolean isSide(String key) {
        return Synonyms.SIDE.contains(key)
                || key.startsWith("previous_")
                || key.startsWith("prev_")
                || key.startsWith("old_");
    }

    private static int score(Fields fields, Place place) {
        int score = place.aside() ? -6 : 0;
        if (Synonyms.WRAPPERS.contains(place.key())) {
            score += 5;
        } else if (Synonyms.ALIKE.contains(place.key())) {
            score += 3;
        } else if (Synonyms.NEUTRAL.contains(place.key())) {
            score += 1;
        }
        score += hasSubject(fields) ? 3 : 0;
        score += fields.hasAny(Synonyms.DESCRIPTION) || fields.hasAny(Synonyms.DESCRIPTION_HTML) ? 2 : 0;
        score += fields.hasAny(Synonyms.STATUS) ? 2 : 0;
        score += fields.hasAny(Synonyms.PRIORITY) ? 2 : 0;
        score += hasCustomer(fields) ? 2 : 0;
        if (EventWords.isEnvelope(fields)) {
            return score;
        }
        score += fields.hasScalar(Synonyms.ID) || fields.get("key") != null ? 1 : 0;
        return score + (fields.hasScalar(Synonyms.CREATED) ? 1 : 0);
    }

    private static boolean hasSubject(Fields fields) {
        return fields.hasAny(Synonyms.SUBJECT)
                || fields.get("name") != null && !fields.looksLikePerson()
                || fields.get("topic") != null && !EventWords.holdsObject(fields);
    }

    private static boolean hasCustomer(Fields fields) {
        return fields.hasAny(Synonyms.CUSTOMER)
                || fields.hasAny(Synonyms.CUSTOMER_EMAIL)
                || fields.hasAny(Synonyms.SENDER_EMAIL)
                || fields.get("from") != null
                || fields.get("author") != null;
    }
}
