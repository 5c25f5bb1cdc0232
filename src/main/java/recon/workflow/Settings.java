package recon.workflow;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import recon.claim.Money;
import recon.price.Tolerance;

/**
 * The settings below {@code recon} in {@code application.yaml}, as the environment has changed them.
 *
 * @param maxRejectedPercent more rejected rows than this, in percent, end a run
 * @param tolerancePercent of the bound that is crossed
 * @param toleranceMinimum dollars a line
 * @param medicareSchedule whether Medicare lines are priced by the physician fee schedule instead of the range
 * @param medicareLocality the practice's own, such as {@code TX-11}, or blank for the national amount
 * @param threads how many partitions of a step are at work at once
 * @param workbookPassword opens encrypted workbooks; blank for none. Better kept in the file
 * @param workbookPasswordFile holds that password in its first line; blank for none
 * @param reportPassword encrypts the workbooks that are written; blank for plain ones. Better kept in the file
 * @param reportPasswordFile holds that password in its first line; blank for none
 */
@ConfigurationProperties("recon")
public record Settings(
        BigDecimal maxRejectedPercent,
        BigDecimal tolerancePercent,
        BigDecimal toleranceMinimum,
        boolean medicareSchedule,
        String medicareLocality,
        int threads,
        String workbookPassword,
        String workbookPasswordFile,
        String reportPassword,
        String reportPasswordFile) {

    private static final String TOLERANCE =
            "recon.tolerance-percent and recon.tolerance-minimum must be amounts of zero or more, the minimum in whole cents";

    /** @throws StopException naming a setting that cannot be */
    public Settings {
        require(
                isAmount(maxRejectedPercent) && maxRejectedPercent.compareTo(BigDecimal.valueOf(100)) <= 0,
                "recon.max-rejected-percent must be a number from 0 to 100");
        require(isAmount(tolerancePercent) && isAmount(toleranceMinimum), TOLERANCE);
        require(threads >= 1, "recon.threads must be a whole number from 1 on");
    }

    /** A setting that is left blank is null. */
    private static boolean isAmount(@Nullable BigDecimal number) {
        return number != null && number.signum() >= 0;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new StopException(ExitCode.WRONG_SETUP, message);
        }
    }

    /** The settings as a command has them that starts neither job nor database. */
    public static Settings load() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return Binder.get(environment).bind("recon", Settings.class).get();
    }

    Tolerance tolerance() {
        try {
            return new Tolerance(tolerancePercent, Money.of(toleranceMinimum));
        } catch (IllegalArgumentException e) {
            throw new StopException(ExitCode.WRONG_SETUP, TOLERANCE, e);
        }
    }

    /** The password of encrypted input, or null. */
    public @Nullable String passwordOfWorkbooks() {
        return password(workbookPassword, workbookPasswordFile, "recon.workbook-password-file");
    }

    /** The password that reports are encrypted with, or null. */
    public @Nullable String passwordOfReports() {
        return password(reportPassword, reportPasswordFile, "recon.report-password-file");
    }

    private static @Nullable String password(String password, String file, String setting) {
        if (file.isBlank()) {
            return password.isEmpty() ? null : password;
        }
        return firstLine(file, setting);
    }

    /** The first line of a file that holds a secret. */
    public static String firstLine(String file, String setting) {
        try {
            return Files.readAllLines(Path.of(file)).get(0);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new StopException(
                    ExitCode.WRONG_SETUP,
                    setting + ": " + file + " cannot be read, or is empty; its first line is to be the password or key",
                    e);
        }
    }
}
