package racelane.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.PatternSet;

/** The built-in classes know operations as people and frameworks write them. */
class VocabularyTest {
    private static final PatternSet BUILT_IN = PatternSet.builtIn();

    @ParameterizedTest
    @CsvSource({
        "cache.set, set",
        "putUser, set",
        "setCache, set",
        "cache.put, set",
        "writeCache, set",
        "updateCache, set",
        "SET, set",
        "cache_set, set",
        "invalidateRelated, invalidate",
        "cache.invalidate, invalidate",
        "evict, invalidate",
        "evictUser, invalidate",
        "cache.delete, invalidate",
        "DEL, invalidate",
        "cache evicted, invalidate",
        "get, read",
        "getCache, read",
        "readProfile, read",
        "cache.get, read",
        "GET, read",
        "loadUser, read",
        "fetch_user, read",
        "lock.acquired, acquire attempt",
        "Acquired lock, acquire attempt",
        "acquireLock, acquire",
        "lock, acquire",
        "alloc, acquire",
        "lock.released, release",
        "unlock, release",
        "Released lock, release",
        "lock.failed, fail attempt",
        "lock.check, ''",
        "lock.act, act",
        "cache.lock, ''",
        "update.start, ''",
        "JavaMonitorEnter, lock-wait wait",
        "ThreadPark, wait",
        "server.start, acquire server-start",
        "session.create, acquire",
        "msg.deliver, deliver receive",
        "msg.send, send",
        "wt_spin_lock, acquire",
        "pthread_mutex_unlock, release",
        "wt_spin_trylock, ''",
        "publishEvent, send",
        "Received message, receive",
        "heartbeat, ''"
    })
    void knows(String name, String classes) {
        List<String> found = new ArrayList<>();
        for (EventClass type : BUILT_IN.classes().values()) {
            if (new Specialiser(name).specialise(type.condition()) == Specialiser.TRUE) {
                found.add(type.name());
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(classes.isEmpty() ? List.of() : Arrays.asList(classes.split(" ")));
    }
}
