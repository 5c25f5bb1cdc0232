package recon;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import recon.claim.FileKind;
import recon.file.InputFile;
import recon.file.InputFiles;
import recon.file.UnreadableFileException;
import recon.intake.ClaimJoin;
import recon.intake.FileIntake;
import recon.intake.ProfileWriter;
import recon.intake.Profiles;
import recon.intake.SheetPlan;
import recon.workflow.ExitCode;
import recon.workflow.Settings;
import recon.workflow.StopException;

/** What a person runs when a new payer's file arrives. */
@Command(
        name = "inspect",
        description = {
            "Says of each file what it is, which column is read as what, and what became of its rows.",
            "Prints headings, places and reasons, never a patient's name or id, nor any other cell."
        })
final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files of claims or remittances")
    private List<Path> files = List.of();

    @Option(names = "--input", paramLabel = "DIR", description = "holds reference/profiles/ (default: input)")
    private Path input = Path.of("input");

    @Option(
            names = "--write-profile",
            description =
                    "write the layout that each sheet was read by as YAML beside its file, to be edited and put into"
                            + " reference/profiles/")
    private boolean writeProfile;

    @Override
    public Integer call() {
        Settings settings = Settings.load();
        Profiles profiles = profiles();
        ClaimJoin join = join(profiles, settings);
        boolean allRead = true;
        PrintWriter out = spec.commandLine().getOut();
        for (Path path : files) {
            String name = String.valueOf(path.getFileName());
            try (InputFile file = InputFiles.open(path, name, settings.passwordOfWorkbooks());
                    FileIntake intake = FileIntake.of(file, profiles, join, folder(path))) {
                Inspection.print(out, name, file.format(), intake, join.inWords(path.toString()));
                if (writeProfile) {
                    writeProfiles(out, path, intake.plans());
                }
            } catch (UnreadableFileException e) {
                allRead = false;
                out.printf("%s%n  cannot be read: %s%n", name, e.getMessage());
            }
            out.println();
        }
        out.flush();
        return allRead ? 0 : ExitCode.UNREADABLE.code();
    }

    /** Of the files that can be read; why others cannot is told with each. */
    private ClaimJoin join(Profiles profiles, Settings settings) {
        List<ClaimJoin.Source> readable = new ArrayList<>();
        for (Path path : new LinkedHashSet<>(files)) {
            String name = String.valueOf(path.getFileName());
            ClaimJoin.Source source = new ClaimJoin.Source(
                    path.toString(), folder(path), () -> InputFiles.open(path, name, settings.passwordOfWorkbooks()));
            try {
                ClaimJoin.of(List.of(source), profiles);
                readable.add(source);
            } catch (UnreadableFileException toldWithTheFile) {
                // not joined
            }
        }
        try {
            return readable.size() > 1 ? ClaimJoin.of(readable, profiles) : ClaimJoin.NONE;
        } catch (UnreadableFileException e) {
            throw new StopException(ExitCode.UNREADABLE, String.valueOf(e.getMessage()), e);
        }
    }

    /** What the nearest of the folders above a file is meant for that is called as one of the two of the month-end job. */
    private static @Nullable FileKind folder(Path file) {
        for (Path at = file.toAbsolutePath().normalize().getParent(); at != null; at = at.getParent()) {
            String name = String.valueOf(at.getFileName());
            for (FileKind kind : FileKind.values()) {
                if (name.equals(kind.inWords())) {
                    return kind;
                }
            }
        }
        return null;
    }

    private Profiles profiles() {
        try {
            return Profiles.in(input.resolve("reference/profiles"));
        } catch (IllegalArgumentException e) {
            throw new StopException(ExitCode.WRONG_SETUP, String.valueOf(e.getMessage()), e);
        }
    }

    private static void writeProfiles(PrintWriter out, Path file, List<SheetPlan> plans) {
        int number = 0;
        for (SheetPlan plan : plans) {
            if (plan instanceof SheetPlan.ReadAs readAs && readAs.headingRow() > 0) {
                number++;
                Path profile =
                        file.resolveSibling(file.getFileName() + (number == 1 ? "" : "-" + number) + ".profile.yaml");
                try {
                    Files.writeString(
                            profile, ProfileWriter.yaml(readAs), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                    out.printf("  profile written: %s%n", profile);
                } catch (FileAlreadyExistsException e) {
                    throw new StopException(ExitCode.WRONG_SETUP, profile + " is there already: move it away first", e);
                } catch (IOException e) {
                    throw new StopException(ExitCode.WRONG_SETUP, profile + " cannot be written", e);
                }
            }
        }
    }
}
