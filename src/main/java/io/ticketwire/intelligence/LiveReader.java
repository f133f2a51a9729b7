package io.ticketwire.intelligence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Blocking;
import org.jboss.logging.Logger;

import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.model.ModelFile;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/**
 * Reads with the model that is in force: the one that Ticketwire comes with, or an operator's own file. When that file changes,
 * what it holds is taken within seconds, and a message that is being read is read to its end with the one before.
 *
 * <pre>
 *   start:  a file that can't be used --> the process does not start
 *   later:  a file that can't be used --> the model in force stays, a warning, {@code ticketwire.intelligence.model.rejected}
 * </pre>
 */
@ApplicationScoped
public class LiveReader implements Reader {

    private static final Logger LOG = Logger.getLogger(LiveReader.class);

    /** They begin at 1000: what they get before there is a model could not be read. */
    private static final int BEFORE_CONSUMERS = 200;

    private final IntelligenceSettings settings;
    private final Roles roles;

    /** Before the first, so that it is an increase. */
    private final Counter rejected;

    private volatile Analyzer inForce;
    private Preparation preparation;
    private FileTime looked;

    LiveReader(IntelligenceSettings settings, Roles roles, MeterRegistry metrics) {
        this.settings = settings;
        this.roles = roles;
        this.rejected = metrics.counter("ticketwire.intelligence.model.rejected");
    }

    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        if (isNeeded()) {
            begin();
        }
    }

    private synchronized void begin() {
        preparation = Preparation.load();
        Optional<Path> file = settings.modelFile();
        looked = file.map(LiveReader::changed).orElse(null);
        try {
            inForce = analyzer(file.isPresent() ? ModelFile.read(file.get()) : ModelFile.shipped());
        } catch (IOException unusable) {
            throw new ConfigurationException(file.map(path -> "ticketwire.intelligence.model-file: " + path)
                            .orElse("The model that Ticketwire comes with")
                    + " " + why(unusable));
        }
        LOG.infof("Messages are read with the model %s", inForce.model());
    }

    /** Looks whether the file is another. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Blocking
    void look() {
        if (isNeeded() && settings.modelFile().isPresent()) {
            look(settings.modelFile().get());
        }
    }

    /** Nothing before the start, which takes the file itself and says what is wrong with it. */
    private synchronized void look(Path file) {
        FileTime changed = changed(file);
        if (inForce == null || Objects.equals(changed, looked)) {
            return;
        }
        looked = changed;
        try {
            inForce = analyzer(ModelFile.read(file));
            LOG.infof("Messages are read with the model %s from now on", inForce.model());
        } catch (IOException | RuntimeException unusable) {
            rejected.increment();
            LOG.warnf("The model %s stays in force: %s %s", inForce.model(), file, why(unusable));
        }
    }

    /** Null if it is gone, which is said once, as anything else that is wrong with it. */
    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return null;
        }
    }

    /** Goes on where the name of the file ends. */
    private static String why(Exception unusable) {
        return unusable instanceof InvalidModelException ? unusable.getMessage() : "can't be read: " + unusable;
    }

    private Analyzer analyzer(Model model) throws IOException {
        return Sample.tried(new Analyzer(model, preparation, settings.categoryHead()));
    }

    private boolean isNeeded() {
        return roles.has(Role.INTELLIGENCE) || roles.has(Role.API);
    }

    @Override
    public Reading read(Message message) {
        return inForce.read(message);
    }
}
