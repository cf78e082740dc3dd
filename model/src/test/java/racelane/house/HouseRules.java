package racelane.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/**
 * The rules that hold in every module. Each can be asked of the classes of any module: what a module does not have breaks
 * nothing. A module's test runs {@link #all()} over its own compiled classes.
 */
public final class HouseRules {
    /** The packages of the model, each after all that it uses. */
    private static final List<String> MODEL = List.of(
            "time",
            "redaction",
            "source",
            "progress",
            "event",
            "state",
            "comparison",
            "format",
            "spi",
            "clock",
            "pattern",
            "window",
            "statistics",
            "lane",
            "investigation",
            "investigation.file",
            "scene",
            "report",
            "export");

    /** The packages of the importers, each after all that it uses. */
    private static final List<String> IMPORTERS = List.of("io", "log", "jfr", "tracejson");

    private final String root;

    /**
     * Creates the rules.
     *
     * @param root the package that all packages begin with: {@code racelane}, or that of planted culprits
     */
    public HouseRules(String root) {
        this.root = root;
    }

    /** Returns every rule by a short name. */
    public Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("no package of the model lies in a cycle", noCycles("model"));
        rules.put("no package of the importers lies in a cycle", noCycles("importers"));
        rules.put("no package of the app lies in a cycle", noCycles("app"));
        rules.put("the packages of the model stand in order", ordered("model", MODEL));
        rules.put("the packages of the importers stand in order", ordered("importers", IMPORTERS));
        rules.put("JSON is read and written at four doors", jsonAtItsDoors());
        rules.put("no graphics below the app", noGraphics());
        rules.put("nobody maps a file into memory", noMappedFiles());
        rules.put("nobody uses Java serialization", noSerialization());
        rules.put("the console belongs to the app", noConsole());
        rules.put("threads start in two packages", threadsAtTheirDoors());
        rules.put("no static field changes", noChangingStatics());
        rules.put("services are looked up in one place", servicesInOnePlace());
        return rules;
    }

    private ArchRule noCycles(String module) {
        return slices().matching(root + "." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a cycle of packages can only be understood, tested and changed as a whole");
    }

    private ArchRule ordered(String module, List<String> order) {
        return classes()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .and()
                .doNotHaveSimpleName("module-info")
                .should(new PackageOrder(root + "." + module, order))
                .allowEmptyShould(true)
                .because("whoever reads the packages from the top down has met every word before it is used");
    }

    private ArchRule jsonAtItsDoors() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".model.investigation.file..",
                        root + ".importers.tracejson..",
                        root + ".importers.log..",
                        root + ".app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
                .allowEmptyShould(true)
                .because("the JSON library is a detail of those who read or write JSON, to be replaced there alone");
    }

    private ArchRule noGraphics() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".model..", root + ".importers..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "javax.imageio..")
                .allowEmptyShould(true)
                .because("the model is tested, and the command line works, without a screen");
    }

    private ArchRule noMappedFiles() {
        return noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(FileChannel.class))).and(target(name("map"))))
                .allowEmptyShould(true)
                .because("a mapped file that is cut off while it is read takes the whole JVM with it");
    }

    private ArchRule noSerialization() {
        return noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class).or(assignableTo(ObjectOutputStream.class)))
                .allowEmptyShould(true)
                .because("a serialized file decides which code runs when it is opened");
    }

    private ArchRule noConsole() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".model..", root + ".importers..")
                .should(ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true)
                .because(
                        "standard output carries results to other programs; problems are data and belong to the source");
    }

    private ArchRule threadsAtTheirDoors() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".app.job..", root + ".model.investigation.file..")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("it starts a thread", HouseRules::startsAThread))
                .allowEmptyShould(true)
                .because("whoever starts a thread must also name, cancel and end it, and a job does");
    }

    private ArchRule noChangingStatics() {
        DescribedPredicate<JavaClass> inTheHouse = resideInAPackage(root + "..");
        return fields().that()
                .areDeclaredInClassesThat(inTheHouse)
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .because("a static field that changes is shared by all threads and all tests");
    }

    private ArchRule servicesInOnePlace() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".app.CompositionRoot")
                .should()
                .callMethodWhere(target(owner(assignableTo(ServiceLoader.class))))
                .allowEmptyShould(true)
                .because("a class that looks up its own parts cannot be given others in a test");
    }

    /** Tells whether a call makes a thread, or hands work to one. */
    private static boolean startsAThread(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getTarget().getName();
        if (owner.isAssignableTo(Thread.class)) {
            return List.of("<init>", "start", "startVirtualThread", "ofVirtual", "ofPlatform")
                    .contains(method);
        }
        if (owner.isEquivalentTo(CompletableFuture.class)) {
            return nameMatching(".*Async").test(call.getTarget());
        }
        return owner.isEquivalentTo(Executors.class)
                || owner.isAssignableTo(ForkJoinPool.class)
                || owner.isAssignableTo(Timer.class)
                || method.equals("parallelStream")
                || (method.equals("parallel") && owner.getPackageName().equals("java.util.stream"));
    }
}
