package racelane.house.planted.model.event;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.ServiceLoader;
import tools.jackson.core.json.JsonFactory;

/** Breaks most rules of the house, one a method. */
public final class Careless {
    static int calls;

    private Careless() {}

    static JsonFactory json() {
        return new JsonFactory();
    }

    static MappedByteBuffer map(FileChannel channel) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }

    static Object unpack(ObjectInputStream in) throws IOException, ClassNotFoundException {
        return in.readObject();
    }

    static void shout() {
        System.err.println("nobody reads this " + ++calls);
    }

    static void fork(Runnable work) {
        Thread.ofVirtual().start(work);
    }

    static long share(List<String> words) {
        return words.parallelStream().count();
    }

    static ServiceLoader<Runnable> services() {
        return ServiceLoader.load(Runnable.class);
    }
}
