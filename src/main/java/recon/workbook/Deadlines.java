package recon.workbook;

import recon.verdict.Finding;

/** How many lines have an appeal deadline that is past or near. */
final class Deadlines {

    private long past;
    private long within14;

    void add(Finding finding) {
        Integer days = finding.daysLeft();
        if (days == null) {
            return;
        }
        past += days < 0 ? 1 : 0;
        within14 += days >= 0 && days <= 14 ? 1 : 0;
    }

    long past() {
        return past;
    }

    long within14Days() {
        return within14;
    }
}
