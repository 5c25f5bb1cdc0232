package recon.verdict;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/**
 * Removes the patient data of what was settled before a month. What later months build on stays: lines that are open or that a later
 * month judged, the payments of these, payments that found no claim line, settled lines of which a payment stays since a later month
 * has read its file, and settled lines beside one that stays: of its claim, or of its patient's day. What only superseded runs came to,
 * or had on file, goes: nothing builds on it.
 */
@Mapper
public interface PurgeMapper {

    /** The tables that hold what a run found, line by line. */
    List<String> TABLES_OF_RUNS = List.of("finding", "audit_finding", "payment_match", "claim_line_aside");

    /** Lists claim lines of 96372 that were settled, and not judged since. @param firstDay of the month */
    void listSettledLines(@Param("before") YearMonth before, @Param("firstDay") LocalDate firstDay);

    /** Lists lines of other codes that stand by no claim line that is kept. */
    void listOtherLines(@Param("before") YearMonth before, @Param("firstDay") LocalDate firstDay);

    /** Lists payments that found their claim lines, and that no later month looked at. */
    void listPayments(@Param("before") YearMonth before, @Param("firstDay") LocalDate firstDay);

    /** Takes payments off the list that belong to a claim line that is kept, or that a payment repeats that is kept. */
    void keepPayments();

    /** Takes claim lines off the list of which a payment is kept: it would be one without a claim. */
    void keepClaimLines();

    /**
     * Takes claim lines off the list that have the control number, or the patient and day, of one that is kept: a payment that comes later
     * for one of them, or comes again, would be given to the other. Lines that only superseded runs had are none of them.
     */
    void keepLinesBeside(@Param("before") YearMonth before);

    long countListed();

    long countClaimLines();

    long countPayments();

    /** Removes what superseded runs of earlier months found. @param table one of {@link #TABLES_OF_RUNS} */
    void deleteSuperseded(@Param("table") String table, @Param("before") YearMonth before);

    void deleteFindings();

    void deleteAuditFindings();

    void deleteAside();

    void deleteMatches();

    void deleteClaimLines();

    void deleteOtherLines();

    void deletePayments();

    /** Provider-level adjustments name claims, too. */
    void deleteProviderAdjustments(@Param("before") YearMonth before, @Param("firstDay") LocalDate firstDay);

    /** A file that lost lines and comes again is to be read anew. */
    void forgetReading(@Param("before") YearMonth before);

    void emptyList();
}
