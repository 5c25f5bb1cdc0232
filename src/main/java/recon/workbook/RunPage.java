package recon.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import recon.verdict.Finding;

/**
 * {@code run-YYYY-MM.html}: what came of a run, on one page without patients' data, which a scheduler's mail can link to. It needs
 * nothing but itself: no script, no picture, no other file; its content security policy allows only its own style sheet.
 */
public final class RunPage implements MonthReport.Report {

    private static final String STYLE = styleSheet();

    private final Path file;
    private final MonthReport report;
    private final MonthFigures figures;

    private RunPage(Path file, MonthReport report) {
        this.file = file;
        this.report = report;
        figures = new MonthFigures(report);
    }

    /** @param password not used: the page holds nothing that must be encrypted */
    public static MonthReport.Report open(Path file, MonthReport report, @Nullable String password) {
        return new RunPage(file, report);
    }

    @Override
    public void add(Finding finding) {
        figures.add(finding);
    }

    @Override
    public void finish() {
        try {
            AtomicFiles.write(file, out -> out.write(text().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Nothing is written before the end, and that whole or not at all.
    }

    private String text() {
        Html html = new Html();
        html.open("html", "lang", "en");
        head(html);
        html.open("body");
        new RunPageBody(html, report, figures).write();
        return html.close().close().toString();
    }

    private void head(Html html) {
        html.open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "color-scheme", "content", "light dark")
                .empty("meta", "name", "robots", "content", "noindex")
                .empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                                .formatted(sha256(STYLE)))
                .element(
                        "title",
                        "CPT 96372, " + report.month() + ": "
                                + RunWarnings.Outcome.of(report).inWords())
                .style(STYLE)
                .close();
    }

    private static String styleSheet() {
        try (InputStream css = RunPage.class.getResourceAsStream("run-page.css")) {
            if (css == null) {
                throw new IllegalStateException("run-page.css is missing from the program");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
