package racelane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NewerClassesTest {
    @TempDir
    Path folder;

    @Test
    void theClassesOfPicocliAreRenewedAndParseACommandLineAsBefore() throws Exception {
        Path jar = Files.copy(picocli(), folder.resolve("picocli.jar"));

        int renewed = NewerClasses.renew(jar);

        assertThat(renewed).isGreaterThan(200);
        assertThat(names(jar)).isEqualTo(names(picocli()));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Class<?> line = loader.loadClass("picocli.CommandLine");
            Object usage = line.getMethod("getUsageMessage")
                    .invoke(line.getConstructor(Object.class)
                            .newInstance(loader.loadClass("picocli.CommandLine$HelpCommand")
                                    .getConstructor()
                                    .newInstance()));
            assertThat(usage).isEqualTo(new CommandLine(new CommandLine.HelpCommand()).getUsageMessage());
        }
    }

    @Test
    void aJarThatWasRenewedIsLeftAloneTheNextTime() throws Exception {
        Path jar = Files.copy(picocli(), folder.resolve("picocli.jar"));
        NewerClasses.renew(jar);
        byte[] once = Files.readAllBytes(jar);

        assertThat(NewerClasses.renew(jar)).isZero();
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }

    @Test
    void aSignedJarIsLeftAlone() throws IOException {
        Path jar = jar("META-INF/SIGNER.SF", new byte[] {1}, "Old.class", oldClass(true));
        byte[] before = Files.readAllBytes(jar);

        assertThat(NewerClasses.renew(jar)).isZero();
        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
    }

    @Test
    void aClassThatWouldNotVerifyStaysAsItIsBesideOneThatDoes() throws IOException {
        Path jar = jar("Wrong.class", oldClass(false), "Old.class", oldClass(true));

        assertThat(NewerClasses.renew(jar)).isEqualTo(1);
        assertThat(entry(jar, "Wrong.class")).isEqualTo(oldClass(false));
        assertThat(ClassFile.of().parse(entry(jar, "Old.class")).majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    /** Makes a class of Java 5 with a method that returns a number, or that says so and does not. */
    private static byte[] oldClass(boolean right) {
        ClassDesc name = ClassDesc.of(right ? "Old" : "Wrong");
        return ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS)
                .build(
                        name,
                        built -> built.withVersion(ClassFile.JAVA_5_VERSION, 0)
                                .withMethodBody(
                                        "number",
                                        MethodTypeDesc.of(ConstantDescs.CD_int),
                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                        code -> {
                                            if (right) {
                                                code.iconst_1().ireturn();
                                            } else {
                                                code.aconst_null().ireturn();
                                            }
                                        }));
    }

    private Path jar(String first, byte[] one, String second, byte[] other) throws IOException {
        Path jar = folder.resolve("made.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(first));
            zip.write(one);
            zip.putNextEntry(new ZipEntry(second));
            zip.write(other);
        }
        return jar;
    }

    private static byte[] entry(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static Path picocli() throws URISyntaxException {
        return Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
