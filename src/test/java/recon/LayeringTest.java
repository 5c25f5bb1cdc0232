package recon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The rooms of the house stand in the order in which a remittance row walks through them, and an import may only point up this
 * table.
 */
class LayeringTest {

    /** What a room may know beside the JDK, JSpecify and itself: other rooms, and libraries. */
    private record Room(String name, List<String> rooms, List<String> libraries) {
        String packages() {
            return "recon." + name + "..";
        }

        String[] mayKnow() {
            List<String> known = new ArrayList<>(List.of("java..", "org.jspecify.annotations..", packages()));
            rooms.forEach(room -> known.add("recon." + room + ".."));
            known.addAll(libraries);
            return known.toArray(String[]::new);
        }
    }

    private static final String POI = "org.apache.poi..";
    private static final String MAPPER_ANNOTATIONS = "org.apache.ibatis.annotations..";

    private static final List<Room> ROOMS = List.of(
            new Room("claim", List.of(), List.of()),
            new Room(
                    "file",
                    List.of("claim"),
                    List.of(
                            POI,
                            "com.fasterxml.aalto..",
                            "org.codehaus.stax2..",
                            "javax.xml.stream..",
                            "de.siegmar.fastcsv..")),
            new Room("intake", List.of("claim", "file"), List.of("org.yaml.snakeyaml..")),
            new Room("load", List.of("claim"), List.of("org.apache.ibatis..", "org.postgresql..")),
            new Room("match", List.of("claim", "load"), List.of(MAPPER_ANNOTATIONS)),
            new Room("price", List.of("claim", "file", "load", "match"), List.of()),
            new Room("verdict", List.of("claim", "load", "match", "price"), List.of(MAPPER_ANNOTATIONS)),
            new Room(
                    "workbook",
                    List.of("claim", "load", "match", "price", "verdict"),
                    List.of(
                            POI,
                            "org.apache.commons.compress..",
                            "org.openxmlformats.schemas..",
                            "javax.xml.parsers..",
                            "org.xml.sax..",
                            "tools.jackson..")));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("recon");

    @Test
    void aRoomKnowsOnlyTheRoomsBeforeItAndItsOwnLibraries() {
        for (Room room : ROOMS) {
            classes()
                    .that()
                    .resideInAPackage(room.packages())
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(room.mayKnow())
                    .check(PRODUCT);
        }
    }

    @Test
    void everyClassStandsInARoomInTheWorkflowOrAtTheDoor() {
        Stream<String> known = ROOMS.stream().map(Room::packages);
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(known, Stream.of("recon.workflow..", "recon"))
                        .toArray(String[]::new))
                .check(PRODUCT);
    }

    @Test
    void nobodyButTheDoorKnowsTheWorkflow() {
        noClasses()
                .that()
                .resideOutsideOfPackages("recon.workflow..", "recon")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("recon.workflow..", "recon")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("recon.workflow..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("recon")
                .check(PRODUCT);
    }

    @Test
    void poiStaysAtTheTwoEnds() {
        noClasses()
                .that()
                .resideOutsideOfPackages("recon.file..", "recon.workbook..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(POI)
                .check(PRODUCT);
    }

    @Test
    void noRoomsDependOnOneAnotherInACircle() {
        slices().matching("recon.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        String[] rooms = {"recon.claim..", "recon.load..", "recon.match..", "recon.price..", "recon.verdict.."};
        for (Class<?> floating : List.of(double.class, float.class, Double.class, Float.class)) {
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(rooms)
                    .should()
                    .notHaveRawType(floating)
                    .check(PRODUCT);
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(rooms)
                    .should()
                    .notHaveRawReturnType(floating)
                    .check(PRODUCT);
        }
    }

    @Test
    void datesComeFromTheMonthAskedForAndNeverFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("recon.workflow..", "recon")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it asks the clock",
                        call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")))
                .check(PRODUCT);
    }

    @Test
    void everyPackageSaysThatNullIsTheException() {
        List<String> unmarked = PRODUCT.stream()
                .map(type -> type.getPackage())
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(room -> room.getName())
                .toList();
        assertThat(unmarked).isEmpty();
    }
}
