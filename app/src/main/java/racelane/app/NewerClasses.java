package racelane.app;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives classes of libraries that were compiled for Java 5 or before the stack maps that later ones have (JVMS 4.7.4), so that the JVM can
 * keep them in its cache; others it takes from the jar and verifies the slow way at each start. Picocli is such a library, and without this
 * two hundred of its classes cost every command a quarter of its start. Run by the launcher on its own copies, before {@link Rehearsal}.
 */
final class NewerClasses {
    /** The first version of class files with stack maps: Java 6. Those up to here may do without. */
    private static final int LAST_WITHOUT_MAPS = ClassFile.JAVA_6_VERSION;

    private NewerClasses() {}

    /**
     * Renews every jar of a folder that needs it.
     *
     * @param args the folder
     * @throws IOException when the folder cannot be read or written; the jars are whole, old or new
     */
    public static void main(String[] args) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : jars) {
                int renewed = renew(jar);
                if (renewed > 0) {
                    System.out.println(renewed + " classes renewed in " + jar.getFileName());
                }
            }
        }
    }

    /**
     * Renews a jar in its place. A signed one, and a class that does not verify afterwards, stay as they are.
     *
     * @return how many of its classes are new
     */
    static int renew(Path jar) throws IOException {
        if (!needed(jar)) {
            return 0;
        }
        Path part = Path.of(jar + ".part");
        int renewed = 0;
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                ZipFile from = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(part);
                ZipOutputStream to = new ZipOutputStream(file)) {
            ClassFile tool = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                byte[] better = old(entry, bytes) ? renewed(tool, bytes) : bytes;
                renewed += better == bytes ? 0 : 1;
                put(to, entry, better);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
        return renewed;
    }

    private static boolean needed(Path jar) throws IOException {
        boolean needed = false;
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (entry.getName().startsWith("META-INF/") && entry.getName().endsWith(".SF")) {
                    return false;
                }
                if (!needed && entry.getName().endsWith(".class")) {
                    needed = old(entry, from.getInputStream(entry).readNBytes(Long.BYTES));
                }
            }
        }
        return needed;
    }

    /** Tells whether these are the first bytes of a class that may lack stack maps. */
    private static boolean old(ZipEntry entry, byte[] bytes) {
        return entry.getName().endsWith(".class")
                && bytes.length >= Long.BYTES
                && ((bytes[6] & 0xff) << 8 | (bytes[7] & 0xff)) <= LAST_WITHOUT_MAPS;
    }

    /** Returns the class in the form of Java 8, or {@code bytes} where it cannot have it. */
    private static byte[] renewed(ClassFile tool, byte[] bytes) {
        try {
            ClassModel old = tool.parse(bytes);
            byte[] better = tool.transformClass(
                    old,
                    ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                            .andThen(ClassTransform.dropping(ClassFileVersion.class::isInstance))
                            .andThen(ClassTransform.endHandler(
                                    built -> built.withVersion(ClassFile.JAVA_8_VERSION, 0))));
            return tool.verify(better).isEmpty() ? better : bytes;
        } catch (IllegalArgumentException e) {
            return bytes; // such as one with subroutines, which newer classes must not have
        }
    }

    private static void put(ZipOutputStream to, ZipEntry like, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(like.getName());
        entry.setTime(like.getTime());
        to.putNextEntry(entry);
        to.write(bytes);
        to.closeEntry();
    }
}
