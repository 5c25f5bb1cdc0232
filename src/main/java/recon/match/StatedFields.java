package recon.match;

/**
 * Which optional fields a claim file states on any of its lines: a blank in a field that the file states nowhere says nothing.
 *
 * @param fileId its number on file
 * @param otherLines whether it has lines of other codes than 96372
 * @param drugLines whether any of these is a drug (J, Q or C code)
 * @param administered whether any 96372 line says if the injection was given; the next four likewise of 96372 lines
 */
public record StatedFields(
        long fileId,
        boolean otherLines,
        boolean drugLines,
        boolean diagnoses,
        boolean ndc,
        boolean administered,
        boolean drug,
        boolean dose,
        boolean route,
        boolean site) {

    static StatedFields none(long fileId) {
        return new StatedFields(fileId, false, false, false, false, false, false, false, false, false);
    }

    /** An X12 837 holds the whole claim: a diagnosis, drug code or other line that is not in it was not billed. */
    StatedFields ofWholeClaim() {
        return new StatedFields(fileId, true, drugLines, true, true, administered, drug, dose, route, site);
    }
}
