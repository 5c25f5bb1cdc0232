package recon.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import recon.claim.Bucket;
import recon.claim.CheckTotal;
import recon.claim.ClaimLine;
import recon.claim.ProviderAdjustment;
import recon.claim.RemittanceLine;
import recon.claim.RowSums;
import recon.intake.ParsedGroup;
import recon.intake.ParsedRow;
import recon.intake.SheetPlan;
import recon.intake.TotalRow;
import recon.load.BucketCount;
import recon.load.MatchKeys;
import recon.load.OtherLines;
import recon.load.SourceFile;
import recon.load.StagedClaimLine;
import recon.load.StagedRemittanceLine;
import recon.load.StagedTotal;
import recon.workflow.InputFolder.Found;

/**
 * Stages what a file's rows came to, and counts every one of them. With the file's end, in the same transaction, the counts are written.
 * A chunk is kept only where the file is still the one that was hashed: else half a file would be on file as the whole one.
 */
final class FileStaging implements ItemWriter<FileRows.Parsed> {

    private static final Logger LOG = LoggerFactory.getLogger(FileStaging.class);
    private static final int REMARK_LENGTH = 4000;

    private final Mappers mappers;
    private final SourceFile file;
    private final Found found;
    private final List<String> planRemarks = new ArrayList<>();

    private final ReadCounts counts = new ReadCounts();
    private final OtherLines.Sequence others = new OtherLines.Sequence();
    private final List<OtherLines> otherLines = new ArrayList<>();
    private long groups;
    private long ordinal;
    private long totals;
    private long checks;
    private long providerAdjustments;
    private long remarks;

    /** @param found where the file's content lies, and how it was when the run began */
    FileStaging(Mappers mappers, SourceFile file, Found found) {
        this.mappers = mappers;
        this.file = file;
        this.found = found;
    }

    /** Groups staged or counted so far, the file's end among them. */
    long groups() {
        return groups;
    }

    /** How the file's sheets are read; written with its first rows. */
    void plan(List<SheetPlan> plans) {
        plans.forEach(plan -> planRemarks.add(FileRows.remark(plan)));
    }

    @Override
    public void write(Chunk<? extends FileRows.Parsed> chunk) {
        for (FileRows.Parsed parsed : chunk) {
            if (groups == 0) {
                planRemarks.forEach(this::remark);
            }
            if (parsed.group() == null) {
                complete();
            } else {
                stage(parsed.group());
            }
            count(parsed);
        }
        keep(others.end());
        // After the others of the chunk, since each change from one statement to another ends a batch.
        otherLines.forEach(mappers.staging()::insertOtherLines);
        otherLines.clear();
        found.requireUnchanged();
    }

    /** Passes over a group that was staged before a restart. */
    void skip(FileRows.Parsed parsed) {
        ParsedGroup group = parsed.group();
        remarks += groups == 0 ? planRemarks.size() : 0;
        if (group != null) {
            ordinal += group.rows().size();
            totals += group.totals().size();
            checks += group.checkTotals().size();
            providerAdjustments += group.providerAdjustments().size();
            remarks += group.remarks().size() + group.warnings().size();
        }
        count(parsed);
    }

    private void count(FileRows.Parsed parsed) {
        groups++;
        if (parsed.group() != null) {
            counts.add(parsed.group(), parsed.rowsRead());
        }
    }

    private void stage(ParsedGroup group) {
        for (ParsedRow row : group.rows()) {
            ordinal++;
            if (row instanceof ParsedRow.AcceptedClaim accepted) {
                stage(accepted.line());
            } else if (row instanceof ParsedRow.AcceptedRemittance accepted) {
                stage(accepted.line());
            } else if (row instanceof ParsedRow.Rejected rejected) {
                mappers.staging().insertRejection(file.fileId(), ordinal, rejected.rejection());
            }
        }
        for (TotalRow total : group.totals()) {
            mappers.staging()
                    .insertTotal(
                            file.fileId(),
                            ++totals,
                            new StagedTotal(total.place(), total.column(), total.stated(), total.ours()));
        }
        for (CheckTotal check : group.checkTotals()) {
            mappers.staging().insertCheckTotal(file.fileId(), ++checks, check);
        }
        for (ProviderAdjustment adjustment : group.providerAdjustments()) {
            mappers.staging()
                    .insertProviderAdjustment(
                            file.fileId(),
                            ++providerAdjustments,
                            adjustment,
                            MatchKeys.ofNullable(adjustment.reference()));
        }
        group.remarks().forEach(this::remark);
        for (String warning : group.warnings()) {
            LOG.warn("{}", warning);
            remark(warning, true);
        }
    }

    private void stage(ClaimLine line) {
        StagedClaimLine staged = new StagedClaimLine(file.fileId(), file.lineId(ordinal), line);
        if (line.code().isInjection()) {
            mappers.staging().insertClaimLine(staged);
        } else {
            keep(others.add(staged));
        }
    }

    private void keep(@Nullable OtherLines ended) {
        if (ended != null) {
            otherLines.add(ended);
        }
    }

    private void stage(RemittanceLine line) {
        mappers.staging()
                .insertRemittanceLine(new StagedRemittanceLine(
                        file.fileId(),
                        file.lineId(ordinal),
                        line,
                        line.checkDate() == null ? file.firstMonth().atEndOfMonth() : line.checkDate()));
    }

    private void remark(String remark) {
        remark(remark, false);
    }

    private void remark(String remark, boolean warning) {
        mappers.staging()
                .insertRemark(
                        file.fileId(),
                        ++remarks,
                        remark.length() <= REMARK_LENGTH ? remark : shortened(remark),
                        warning);
    }

    private static String shortened(String remark) {
        return remark.substring(0, REMARK_LENGTH - 3) + "...";
    }

    private void complete() {
        found.requireSameContent();
        for (Bucket bucket : Bucket.values()) {
            RowSums sums = counts.dollars(bucket);
            if (counts.rows(bucket) > 0) {
                mappers.files()
                        .insertBucket(new BucketCount(
                                file.fileId(),
                                bucket,
                                counts.rows(bucket),
                                sums.billed(),
                                sums.allowed(),
                                sums.paid()));
            }
        }
        mappers.files().markLoaded(file.fileId(), counts.read(), counts.dollars());
    }
}
