package recon.load;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.CheckTotal;
import recon.claim.ProviderAdjustment;
import recon.claim.Rejection;

/** Writes what a file's rows came to. */
@Mapper
public interface StagingMapper {

    /** @param line of 96372 */
    void insertClaimLine(StagedClaimLine line);

    void insertOtherLines(OtherLines lines);

    void insertRemittanceLine(StagedRemittanceLine line);

    void insertRejection(
            @Param("fileId") long fileId, @Param("ordinal") long ordinal, @Param("rejection") Rejection rejection);

    void insertTotal(@Param("fileId") long fileId, @Param("ordinal") long ordinal, @Param("total") StagedTotal total);

    void insertCheckTotal(
            @Param("fileId") long fileId, @Param("ordinal") long ordinal, @Param("total") CheckTotal total);

    void insertProviderAdjustment(
            @Param("fileId") long fileId,
            @Param("ordinal") long ordinal,
            @Param("adjustment") ProviderAdjustment adjustment,
            @Param("icnKey") @Nullable String icnKey);

    /** @param warning whether it is to be heeded before the reports are used */
    void insertRemark(
            @Param("fileId") long fileId,
            @Param("ordinal") long ordinal,
            @Param("remark") String remark,
            @Param("warning") boolean warning);
}
