package recon;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Adjustment;
import recon.claim.ClaimLine;
import recon.claim.FileKind;
import recon.claim.Modifiers;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.ProcedureCode;
import recon.claim.RemittanceLine;
import recon.claim.RowSums;
import recon.claim.SourceRef;
import recon.load.FileMapper;
import recon.load.OtherLines;
import recon.load.Run;
import recon.load.RunFile;
import recon.load.RunMapper;
import recon.load.SourceFile;
import recon.load.StagedClaimLine;
import recon.load.StagedRemittanceLine;
import recon.load.StagingMapper;
import recon.match.ClaimVersions;
import recon.match.MatchMapper;
import recon.match.MatchResult;
import recon.match.PaymentMatch;
import recon.verdict.Finding;
import recon.verdict.FindingMapper;
import recon.verdict.Verdict;

/**
 * Stages files and lines for a test, which states only what matters to it. Lines are numbered as the product numbers them: the
 * first line of file 2 is 2000000001.
 */
public final class StagedLines {

    private final TestDatabase database;
    private final Map<Long, Integer> rows = new HashMap<>();

    public StagedLines(TestDatabase database) {
        this.database = database;
    }

    /** A file whose content differs from every other file's. */
    public SourceFile file(long fileId, String kind, String name, YearMonth month) {
        return file(fileId, kind, name, month, digest('a', fileId));
    }

    public SourceFile file(long fileId, String kind, String name, YearMonth month, String sha256) {
        SourceFile file = new SourceFile(
                fileId, sha256, digest('e', fileId), name, FileKind.valueOf(kind), 1000 + fileId, 1, month, false);
        database.tell(FileMapper.class, files -> files.insert(file));
        return file;
    }

    /** 64 characters that stand for a digest. */
    public static String digest(char letter, long number) {
        return String.valueOf(letter).repeat(44) + "%020d".formatted(number);
    }

    /** Completes a file as its reader would: so many rows, so many dollars. */
    public void loaded(long fileId, long rowsRead, RowSums sums) {
        database.tell(FileMapper.class, files -> files.markLoaded(fileId, rowsRead, sums));
    }

    private int nextRow(long fileId) {
        return rows.merge(fileId, 1, Integer::sum);
    }

    /** Stages a claim line as the next row of a file. */
    public long add(SourceFile file, Claim claim) {
        int row = nextRow(file.fileId());
        long lineId = file.lineId(row);
        ClaimLine line = claim.line(0, file.name(), row + 1);
        StagedClaimLine staged = new StagedClaimLine(file.fileId(), lineId, line);
        database.tell(StagingMapper.class, staging -> {
            if (line.code().isInjection()) {
                staging.insertClaimLine(staged);
            } else {
                staging.insertOtherLines(new OtherLines(file.fileId(), List.of(staged)));
            }
        });
        return lineId;
    }

    /** Stages a payment as the next row of a file. */
    public long add(SourceFile file, Payment payment) {
        int row = nextRow(file.fileId());
        long lineId = file.lineId(row);
        RemittanceLine line = payment.line(0, file.name(), row + 1);
        database.tell(
                StagingMapper.class,
                staging -> staging.insertRemittanceLine(
                        new StagedRemittanceLine(file.fileId(), lineId, line, payment.postedOn())));
        return lineId;
    }

    /** Begins a run as the product does: its own files, what it builds on, and the files that it inherits. */
    public void run(long runId, String month, SourceFile... own) {
        YearMonth forMonth = YearMonth.parse(month);
        database.tell(RunMapper.class, runs -> {
            runs.insert(running(runId, forMonth));
            int ordinal = 0;
            for (SourceFile file : own) {
                runs.insertFile(new RunFile(runId, ++ordinal, file.fileId(), file.name(), file.sizeBytes(), null));
                runs.insertOnFile(runId, file.fileId(), true);
            }
            runs.basis(forMonth).forEach(earlier -> runs.insertBasis(runId, earlier.runId(), earlier.month()));
            runs.insertBasis(runId, runId, forMonth);
            runs.inheritFiles(runId);
        });
    }

    public static Run running(long runId, YearMonth month) {
        return new Run(
                runId,
                month,
                1,
                Run.State.RUNNING,
                digest('c', runId),
                digest('d', runId),
                LocalDateTime.of(2026, 11, 2, 3, 0),
                null,
                null,
                null,
                "tester",
                null,
                "output/" + month);
    }

    public void complete(long runId) {
        LocalDateTime finished = LocalDateTime.of(2026, 11, 2, 3, 5);
        database.tell(RunMapper.class, runs -> runs.complete(runId, finished, "done", 0));
    }

    /** Records that a run matched a payment to a claim line. */
    public void matched(long runId, long paymentId, long claimLineId, boolean inScope) {
        match(runId, paymentId, new MatchResult.Matched(claimLineId, 1, ""), inScope);
    }

    public void match(long runId, long paymentId, MatchResult result, boolean inScope) {
        MatchMapper.StoredMatch match = MatchMapper.StoredMatch.of(runId, new PaymentMatch(paymentId, result), inScope);
        database.tell(MatchMapper.class, matches -> matches.insert(match));
    }

    /** Records that a run sets a claim line aside for another. */
    public void aside(long runId, long lineId, long by) {
        ClaimVersions.SetAside aside = new ClaimVersions.SetAside(lineId, by, ClaimVersions.Cause.DUPLICATE);
        database.tell(MatchMapper.class, matches -> matches.insertAside(runId, aside));
    }

    /** Records that a run leaves a line of a replacement or void to a later month. */
    public void waits(long runId, long lineId) {
        ClaimVersions.SetAside aside = new ClaimVersions.SetAside(lineId, lineId, ClaimVersions.Cause.LATER);
        database.tell(MatchMapper.class, matches -> matches.insertAside(runId, aside));
    }

    /** Records that a run finds a claim line replaced by another, of a corrected claim. */
    public void replaced(long runId, long lineId, long by) {
        ClaimVersions.SetAside aside = new ClaimVersions.SetAside(lineId, by, ClaimVersions.Cause.REPLACED);
        database.tell(MatchMapper.class, matches -> matches.insertAside(runId, aside));
    }

    /** Records a verdict on a claim line; its payer is {@code Acme Health}. */
    public void found(long runId, long claimLineId, Verdict verdict, @Nullable String allowed) {
        Finding finding = new Finding(
                claimLineId,
                null,
                verdict,
                new Finding.Subject(
                        "Acme Health",
                        PayerClass.PRIVATE,
                        "A" + claimLineId,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.of(2026, 10, 5),
                        null,
                        null,
                        1,
                        "",
                        null,
                        null,
                        null),
                new Finding.Amounts(
                        Money.of("40.00"), allowed == null ? null : Money.of(allowed), null, null, null, null),
                null,
                null,
                null,
                null,
                "because",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Finding.Past.NONE);
        database.tell(
                FindingMapper.class,
                findings -> findings.insert(new FindingMapper.StoredFinding(runId, claimLineId, finding)));
    }

    /** A claim line of a control number: 96372 on 5 October 2026 for $40.00, and else nothing stated. */
    public static Claim claim(String controlNumber) {
        return new Claim(controlNumber);
    }

    /** A payment for a control number, or for null: 96372 on 5 October 2026, billed $40.00, paid $20.00 by a check of 20 October. */
    public static Payment payment(@Nullable String controlNumber) {
        return new Payment(controlNumber);
    }

    public static final class Claim {
        private final String controlNumber;
        private @Nullable String payer;
        private @Nullable String payerClaim;
        private @Nullable Integer lineNumber;
        private @Nullable String member;
        private @Nullable LocalDate submitted;
        private @Nullable String frequency;
        private LocalDate serviceDate = LocalDate.of(2026, 10, 5);
        private String code = "96372";
        private Money charge = Money.of("40.00");

        private Claim(String controlNumber) {
            this.controlNumber = controlNumber;
        }

        public Claim payer(String name) {
            payer = name;
            return this;
        }

        public Claim payerClaim(String number) {
            payerClaim = number;
            return this;
        }

        public Claim lineNumber(int number) {
            lineNumber = number;
            return this;
        }

        public Claim member(String id) {
            member = id;
            return this;
        }

        public Claim submitted(String date) {
            submitted = LocalDate.parse(date);
            return this;
        }

        public Claim frequency(String code) {
            frequency = code;
            return this;
        }

        public Claim on(String date) {
            serviceDate = LocalDate.parse(date);
            return this;
        }

        public Claim code(String procedure) {
            code = procedure;
            return this;
        }

        public Claim charge(String dollars) {
            charge = Money.of(dollars);
            return this;
        }

        public ClaimLine line(long id, String file, long row) {
            return new ClaimLine(
                    id,
                    SourceRef.row(file, null, row),
                    payer,
                    null,
                    null,
                    null,
                    controlNumber,
                    payerClaim,
                    lineNumber,
                    null,
                    member,
                    null,
                    serviceDate,
                    new ProcedureCode(code),
                    Modifiers.NONE,
                    1,
                    charge,
                    null,
                    null,
                    null,
                    submitted,
                    frequency,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    public static final class Payment {
        private final @Nullable String controlNumber;
        private @Nullable String payer;
        private @Nullable String payerClaim;
        private @Nullable String member;
        private LocalDate postedOn = LocalDate.of(2026, 10, 20);
        private Money billed = Money.of("40.00");
        private @Nullable Money allowed;
        private Money paid = Money.of("20.00");
        private String adjustments = "";

        private Payment(@Nullable String controlNumber) {
            this.controlNumber = controlNumber;
        }

        public Payment payer(String name) {
            payer = name;
            return this;
        }

        public Payment payerClaim(String number) {
            payerClaim = number;
            return this;
        }

        public Payment member(String id) {
            member = id;
            return this;
        }

        public Payment posted(String date) {
            postedOn = LocalDate.parse(date);
            return this;
        }

        public Payment billed(String dollars) {
            billed = Money.of(dollars);
            return this;
        }

        public Payment allowed(String dollars) {
            allowed = Money.of(dollars);
            return this;
        }

        public Payment paid(String dollars) {
            paid = Money.of(dollars);
            return this;
        }

        /** As in the plain layout: {@code CO-45:12.34}. */
        public Payment adjusted(String groupsAndAmounts) {
            adjustments = groupsAndAmounts;
            return this;
        }

        LocalDate postedOn() {
            return postedOn;
        }

        public RemittanceLine line(long id, String file, long row) {
            return new RemittanceLine(
                    id,
                    SourceRef.row(file, null, row),
                    payer,
                    null,
                    PayerClass.PRIVATE,
                    null,
                    "EFT1",
                    postedOn,
                    controlNumber,
                    payerClaim,
                    null,
                    null,
                    null,
                    member,
                    null,
                    LocalDate.of(2026, 10, 5),
                    ProcedureCode.INJECTION,
                    null,
                    Modifiers.NONE,
                    null,
                    null,
                    null,
                    billed,
                    allowed,
                    paid,
                    null,
                    Adjustment.parse(adjustments),
                    List.of(),
                    null,
                    id == 0 ? null : postedOn);
        }
    }
}
