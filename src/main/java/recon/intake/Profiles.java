package recon.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import recon.claim.Fingerprint;

/** The layouts known by name: the shipped ones and the user's own. */
public final class Profiles {

    /** Raised when the same file would be read otherwise than before although no table or profile changed. */
    private static final String READING = "7";

    private static final List<String> SHIPPED_TABLES = List.of(
            "headings.csv",
            "headings-of-adjustments.csv",
            "heading-words.csv",
            "heading-groups.csv",
            "value-words.csv");

    private final List<Profile> own = new ArrayList<>();
    private final List<Profile> shipped = new ArrayList<>();
    private final Fingerprint read = new Fingerprint();
    private String fingerprint = "";

    private Profiles() {}

    /**
     * The shipped profiles, and those of a folder before them.
     *
     * @param folder {@code input/reference/profiles}; need not exist
     * @throws IllegalArgumentException naming file and line, if a profile is malformed; naming the folder, if it cannot be listed
     */
    public static Profiles in(Path folder) {
        Profiles profiles = new Profiles();
        profiles.add("reading", READING.getBytes(StandardCharsets.UTF_8));
        for (String table : SHIPPED_TABLES) {
            profiles.add(table, ShippedTable.bytes(table));
        }
        for (String name : shippedNames()) {
            byte[] content = ShippedTable.bytes("profiles/" + name);
            profiles.add(name, content);
            profiles.shipped.add(ProfileFile.read(name, new String(content, StandardCharsets.UTF_8)));
        }
        for (Path file : yamlFiles(folder)) {
            profiles.addOwn(file);
        }
        profiles.fingerprint = profiles.read.hex();
        return profiles;
    }

    private static List<String> shippedNames() {
        String names = new String(ShippedTable.bytes("profiles/index.txt"), StandardCharsets.UTF_8);
        return names.lines().filter(name -> !name.isBlank()).toList();
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Profiles::isYaml).sorted().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    folder + " cannot be listed: let the account that runs this read the folder", e);
        }
    }

    private static boolean isYaml(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /** A profile of a shipped one's name stands in its place. */
    private void addOwn(Path file) {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("profile " + name + " cannot be read from disk", e);
        }
        add(name, content);
        Profile profile = ProfileFile.read(name, new String(content, StandardCharsets.UTF_8));
        if (own.stream().anyMatch(other -> other.name().equals(profile.name()))) {
            throw new IllegalArgumentException(
                    "profile " + name + " line 1: another profile is called '" + profile.name() + "' too");
        }
        shipped.removeIf(other -> other.name().equals(profile.name()));
        own.add(profile);
    }

    private void add(String name, byte[] content) {
        read.line(name).line(Integer.toString(content.length)).bytes(content);
    }

    /** A digest of everything that decides how files are read, so that a file is read again when that changes. */
    public String fingerprint() {
        return fingerprint;
    }

    /** In the order in which they are asked: the user's own, then the shipped ones. */
    List<List<Profile>> inOrder() {
        return List.of(own, shipped);
    }
}
