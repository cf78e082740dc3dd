package racelane.model.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class InflatedStreamTest {
    @Test
    void whatGrowsModeratelyPassesWhole() throws IOException {
        assertThat(drain(new InflatedStream(zeros(InflatedStream.FREE), 1))).isEqualTo(InflatedStream.FREE);
        assertThat(drain(new InflatedStream(zeros(200L << 20), 1 << 20))).isEqualTo(200L << 20);
    }

    @Test
    void aBombStopsAtTwoHundredTimesItsSizeAndNamesTheCure() {
        assertThatThrownBy(() -> drain(new InflatedStream(zeros(201L << 20), 1 << 20)))
                .isInstanceOf(InflatedStream.GrowthException.class)
                .hasMessageContaining("more than 200 times: decompress it yourself");
    }

    @Test
    void nothingGrowsPastEightGibibytesHoweverLargeItWasAndSkippedBytesCount() {
        InflatedStream stream = new InflatedStream(zeros(9L << 30), 4L << 30);
        assertThatThrownBy(() -> stream.skipNBytes(9L << 30))
                .isInstanceOf(InflatedStream.GrowthException.class)
                .hasMessageContaining("8 GiB");
    }

    private static long drain(InputStream in) throws IOException {
        byte[] block = new byte[1 << 16];
        long all = 0;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            all += count;
        }
        return all;
    }

    /** Returns a stream of so many zeros that costs nothing to pass over. */
    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                left -= count;
                return count;
            }

            @Override
            public long skip(long count) {
                long skipped = Math.min(left, count);
                left -= skipped;
                return skipped;
            }
        };
    }
}
