package io.ticketwire.platform;

import java.util.UUID;

import io.smallrye.mutiny.Uni;

/**
 * A table of configuration that every process keeps a copy of. A bean of this type is read when the process starts and
 * kept up to date from then on, see {@link ConfigurationStart}.
 */
public interface ConfigurationTable {

    /** The name of the table, as its trigger announces it. */
    String table();

    /** What has to be in the table before it is read for the first time. */
    default Uni<Void> prepare() {
        return Uni.createFrom().voidItem();
    }

    /** Reads the whole table. After a failure the old copy stays, and the read is tried again by itself. */
    Uni<Void> refresh();

    /** Reads one row again; it may be gone. Completes when this process works from what it found. */
    Uni<Void> refresh(UUID id);
}
