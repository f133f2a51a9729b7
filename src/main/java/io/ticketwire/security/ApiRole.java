package io.ticketwire.security;

import java.util.List;
import java.util.Set;

/** The roles of API tokens. Each includes those after it. */
public final class ApiRole {

    /** Everything. */
    public static final String ADMIN = "admin";
    /** Everything but tokens and secrets. */
    public static final String OPERATOR = "operator";
    /** Reads. */
    public static final String VIEWER = "viewer";

    static final List<String> ALL = List.of(ADMIN, OPERATOR, VIEWER);

    private ApiRole() {}

    /** The role and those that it includes. */
    static Set<String> includedIn(String role) {
        return Set.copyOf(ALL.subList(ALL.indexOf(role), ALL.size()));
    }
}
