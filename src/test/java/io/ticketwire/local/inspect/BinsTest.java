package io.ticketwire.local.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BinsTest {

    private final Bins bins = new Bins();

    @Test
    void aBinShowsItsLastHundredRequestsNewestFirst() {
        // when
        for (int i = 1; i <= 105; i++) {
            keep("a", 1);
        }

        // then
        List<Long> numbers =
                bins.newestFirst("a").stream().map(ReceivedRequest::number).toList();
        assertEquals(100, numbers.size());
        assertEquals(105, numbers.get(0));
        assertEquals(6, numbers.get(99));
    }

    @Test
    void theBinThatReceivedNothingForLongestIsForgotten() {
        // given
        for (int i = 0; i < Bins.MAX_BINS; i++) {
            keep("bin" + i, 1);
        }
        keep("bin0", 1);

        // when
        keep("one more", 1);

        // then
        assertEquals(2, bins.newestFirst("bin0").size());
        assertTrue(bins.newestFirst("bin1").isEmpty());
        assertEquals(1, bins.newestFirst("bin2").size());
    }

    @Test
    void allBinsTogetherAreBoundedInBytes() {
        // given
        keep("old", 1 << 20);

        // when
        for (int i = 0; i < 20; i++) {
            keep("new", 1 << 20);
        }

        // then
        assertTrue(bins.newestFirst("old").isEmpty());
        assertEquals(15, bins.newestFirst("new").size());
    }

    @Test
    void anEmptiedBinMakesRoom() {
        // given
        for (int i = 0; i < 15; i++) {
            keep("big", 1 << 20);
        }

        // when
        bins.empty("big");

        // then
        for (int i = 0; i < 15; i++) {
            keep("other", 1 << 20);
        }
        assertEquals(15, bins.newestFirst("other").size());
    }

    private void keep(String bin, int bytes) {
        bins.keep(
                bin,
                new ReceivedRequest(
                        bins.nextNumber(), Instant.now(), "POST", "/", Map.of(), new byte[bytes], Signature.UNSIGNED));
    }
}
