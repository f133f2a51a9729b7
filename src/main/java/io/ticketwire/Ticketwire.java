package io.ticketwire;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The process. */
@QuarkusMain
public class Ticketwire {
    public static void main(String... args) {
        Quarkus.run(args);
    }
}
