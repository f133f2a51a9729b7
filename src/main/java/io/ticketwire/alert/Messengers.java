package io.ticketwire.alert;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.ticketwire.platform.Drain;

/** Chooses how the administrators of this process are told. */
class Messengers {

    private static final Logger LOG = Logger.getLogger(Messengers.class);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
    private static final String SERVER = "quarkus.mailer.host";

    @Produces
    @ApplicationScoped
    static Messenger messenger(
            AlertSettings settings, ReactiveMailer mailer, Config config, Drain drain, MeterRegistry metrics) {
        List<String> recipients = settings.mailTo().orElse(List.of()).stream()
                .map(String::trim)
                .filter(address -> !address.isEmpty())
                .toList();
        if (recipients.isEmpty()) {
            return new LogMessenger();
        }
        recipients.forEach(address -> check("ticketwire.alerts.mail-to", address));
        check("ticketwire.alerts.mail-from", settings.mailFrom());
        if (!serverNamed(config)) {
            LOG.warnf("ticketwire.alerts.mail-to is set and %s is not: alerts go to the log", SERVER);
            return new LogMessenger();
        }
        Allowance allowance = new Allowance(settings.maxMailsPerHour());
        return new MailMessenger(mailer, recipients, settings, allowance, drain::stopping, metrics);
    }

    private static void check(String key, String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new ConfigurationException(key + ": no mail address: " + address);
        }
    }

    /** The extension has a default, which is no server of anybody's: it comes from below all sources that people write. */
    static boolean serverNamed(Config config) {
        var server = config.getConfigValue(SERVER);
        return server.getValue() != null && !server.getValue().isBlank() && server.getSourceOrdinal() > 0;
    }
}
