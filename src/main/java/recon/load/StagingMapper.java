package recon.load;

import java.time.LocalDate;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import recon.claim.CheckTotal;
import recon.claim.ClaimLine;
import recon.claim.ProviderAdjustment;
import recon.claim.Rejection;
import recon.claim.RemittanceLine;

/** Writes what a file's rows came to. */
@Mapper
public interface StagingMapper {

    void insertClaimLine(
            @Param("fileId") long fileId,
            @Param("lineId") long lineId,
            @Param("line") ClaimLine line,
            @Param("pcnKey") String pcnKey,
            @Param("nearKey") String nearKey,
            @Param("icnKey") @Nullable String icnKey,
            @Param("memberKey") @Nullable String memberKey);

    void insertRemittanceLine(
            @Param("fileId") long fileId,
            @Param("lineId") long lineId,
            @Param("line") RemittanceLine line,
            @Param("postedOn") LocalDate postedOn,
            @Param("matchKey") String matchKey,
            @Param("icnKey") @Nullable String icnKey,
            @Param("memberKey") @Nullable String memberKey);

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

    void insertRemark(@Param("fileId") long fileId, @Param("ordinal") long ordinal, @Param("remark") String remark);
}
