package recon;

import java.time.DateTimeException;
import java.time.YearMonth;
import picocli.CommandLine;

/** Reads {@code 2026-10}. */
final class MonthOption implements CommandLine.ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException("a month is written like 2026-10");
        }
    }
}
