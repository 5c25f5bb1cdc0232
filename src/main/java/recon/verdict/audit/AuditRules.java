package recon.verdict.audit;

import java.util.List;

/** All rules of the claim audit, by number: the one place that says what each looks for and what it predicts. */
public final class AuditRules {

    public static final List<AuditRule> ALL = List.of(
            AuditRule.denial(1, "99211 on the same day", "97", VisitRules::nurseVisit),
            AuditRule.denial(2, "Office visit on the same day without modifier 25", "97, M14", VisitRules::officeVisit),
            AuditRule.denial(3, "Vaccine without its administration code", "16, N657", DrugRules::vaccine),
            AuditRule.denial(4, "No drug line on the day", "16, 107, B15", DrugRules::noDrug),
            AuditRule.denial(5, "Drug line without national drug code", "16, M119", DrugRules::noDrugCode),
            AuditRule.denial(6, "Place of service is a facility", "5, 58, M97", PayerRules::facility),
            AuditRule.denial(7, "More units than a day allows", "151, N362", RepeatRules::unitsOfTheDay),
            AuditRule.denial(8, "Repeated line without a modifier that says so", "18", RepeatRules::repeatedLine),
            AuditRule.denial(9, "NCCI pair on the same day", "97, 236", PairRules::pairedProcedure),
            AuditRule.denial(10, "Allergen shot on the same day", "97, N657", PairRules::allergenShot),
            AuditRule.denial(11, "Drug and administration code do not agree", "N657", DrugRules::administration),
            AuditRule.denial(12, "No diagnosis", "50, 11", RecordRules::noDiagnosis),
            AuditRule.denial(13, "Modifier 25 on 96372 itself", "4", RecordRules::visitModifier),
            AuditRule.notice(14, "Practitioner's claim expected at the whole rate", PayerRules::practitioner),
            AuditRule.denial(15, "Filing deadline near or past", "29", PayerRules::filingDeadline),
            AuditRule.hold(16, "Administration not recorded, or refused", "112", RecordRules::administrationRecord));

    private AuditRules() {}
}
