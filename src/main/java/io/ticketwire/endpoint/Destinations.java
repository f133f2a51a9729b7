package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;

/**
 * Where requests to a URL may go now, by the rules for URLs and for addresses. Whoever connects has to connect to one of
 * these addresses: looking the name up again might lead elsewhere (DNS rebinding).
 *
 * <p>A name is looked up once for all who ask at a time, and then not again for some seconds.
 */
@ApplicationScoped
public class Destinations {

    /** Whatever names people think of. */
    private static final int MAX_NAMES = 10_000;

    /** How long a name without an address stays so: somebody may be about to repair it. */
    private static final Duration NEGATIVE_TTL = Duration.ofSeconds(2);

    private final UrlRules urls;
    private final AddressRules addresses;
    private final NameResolver names;
    private final Duration ttl;
    private final AsyncCache<String, Answer> answers;

    public Destinations(UrlRules urls, AddressRules addresses, NameResolver names, UrlRuleSettings settings) {
        this.urls = urls;
        this.addresses = addresses;
        this.names = names;
        this.ttl = settings.dnsTtl();
        // The negative time to live is ours, and no Expiry of the cache: a native image has the classes for this one
        // only.
        this.answers = Caffeine.newBuilder()
                .maximumSize(MAX_NAMES)
                .expireAfterWrite(ttl)
                .executor(Runnable::run)
                .buildAsync();
    }

    /**
     * Where the URL leads now. Complete at once unless its name has to be looked up; then on whatever thread, after some
     * seconds at the latest. Never fails.
     */
    public CompletableFuture<Destination> of(URI url) {
        Optional<String> refusal = urls.refusalAtUse(url);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(new Destination.Refused("url: " + refusal.get()));
        }
        String host = url.getHost();
        if (AddressLiteral.looksLikeOne(host)) {
            return CompletableFuture.completedFuture(
                    judge(AddressLiteral.parse(host).stream().toList()));
        }
        return answer(host.toLowerCase(Locale.ROOT)).thenApply(Answer::destination);
    }

    private CompletableFuture<Answer> answer(String name) {
        CompletableFuture<Answer> answer = answers.get(name, (missing, executor) -> lookUp(missing));
        if (answer.isDone() && answer.join().staleAt() - System.nanoTime() < 0) {
            answers.asMap().remove(name, answer);
            return answers.get(name, (missing, executor) -> lookUp(missing));
        }
        return answer;
    }

    private CompletableFuture<Answer> lookUp(String name) {
        return Uni.createFrom()
                .deferred(() -> names.resolve(name))
                .map(this::judge)
                .onFailure()
                .recoverWithItem(failure -> new Destination.Unknown("could not be looked up: " + failure.getMessage()))
                .map(this::answer)
                .subscribeAsCompletionStage();
    }

    private Answer answer(Destination destination) {
        boolean negative = destination instanceof Destination.Unknown && NEGATIVE_TTL.compareTo(ttl) < 0;
        return new Answer(destination, System.nanoTime() + (negative ? NEGATIVE_TTL : ttl).toNanos());
    }

    /** One address that is refused is enough: it would be tried as soon as the others don't answer. */
    private Destination judge(List<InetAddress> found) {
        if (found.isEmpty()) {
            return new Destination.Unknown("does not resolve");
        }
        for (InetAddress address : found) {
            Optional<String> refusal = addresses.refusal(address);
            if (refusal.isPresent()) {
                return new Destination.Refused(refusal.get());
            }
        }
        return new Destination.Allowed(List.copyOf(found));
    }

    /** @param staleAt by {@link System#nanoTime()} */
    private record Answer(Destination destination, long staleAt) {}
}
