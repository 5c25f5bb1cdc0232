package recon.workbook;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.verdict.Finding;
import recon.verdict.Verdict;

/** A finding that differs from another in what a test is about. */
final class Altered {

    private final Finding original;
    private @Nullable Long claimLineId;
    private Verdict verdict;
    private Finding.Subject subject;
    private Finding.Amounts amounts;
    private @Nullable Money atIssue;
    private String why;
    private Finding.@Nullable Denial denial;
    private Finding.@Nullable Expected expected;
    private @Nullable LocalDate appealBy;
    private @Nullable Integer daysLeft;

    private Altered(Finding original) {
        this.original = original;
        claimLineId = original.claimLineId();
        verdict = original.verdict();
        subject = original.subject();
        amounts = original.amounts();
        atIssue = original.atIssue();
        why = original.why();
        denial = original.denial();
        expected = original.expected();
        appealBy = original.appealBy();
        daysLeft = original.daysLeft();
    }

    static Altered from(Finding original) {
        return new Altered(original);
    }

    Altered claimLineId(long changed) {
        claimLineId = changed;
        return this;
    }

    Altered verdict(Verdict changed) {
        verdict = changed;
        return this;
    }

    Altered subject(Finding.Subject changed) {
        subject = changed;
        return this;
    }

    Altered payer(String changed) {
        return of(changed, subject.claim());
    }

    Altered claim(String changed) {
        return of(subject.payer(), changed);
    }

    private Altered of(String payer, @Nullable String claim) {
        return subject(new Finding.Subject(
                payer,
                subject.payerClass(),
                claim,
                subject.payerClaimNumber(),
                subject.lineNumber(),
                subject.patient(),
                subject.memberId(),
                subject.serviceDate(),
                subject.submitted(),
                subject.placeOfService(),
                subject.units(),
                subject.modifiers(),
                subject.state(),
                subject.locality(),
                subject.credential()));
    }

    Altered amounts(Finding.Amounts changed) {
        amounts = changed;
        return this;
    }

    Altered atIssue(@Nullable Money changed) {
        atIssue = changed;
        return this;
    }

    Altered why(String changed) {
        why = changed;
        return this;
    }

    Altered denial(String group, String carc, String rarc) {
        denial = new Finding.Denial(group, carc, rarc, "a category", "S", true, "an action", null, 1);
        return this;
    }

    /** As if a rate of this kind and source ("contract: exhibit B") had told the amounts. */
    Altered rateSource(String changed) {
        expected = new Finding.Expected(expected.low(), expected.high(), changed);
        return this;
    }

    Altered daysLeft(int changed) {
        daysLeft = changed;
        return this;
    }

    Altered appealBy(@Nullable LocalDate changed) {
        appealBy = changed;
        return this;
    }

    Finding finding() {
        return new Finding(
                claimLineId,
                original.remittanceLineId(),
                verdict,
                subject,
                amounts,
                expected,
                atIssue,
                original.difference(),
                original.cause(),
                why,
                original.trace(),
                denial,
                original.payment(),
                appealBy,
                daysLeft,
                original.recovery(),
                original.suggestedClaim(),
                original.claimSource(),
                original.past());
    }
}
