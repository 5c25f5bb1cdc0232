package recon.workbook;

import java.util.List;

/** The sheet that says what each column of the workbook means, made from the columns themselves. */
final class DataDictionary {

    private record Entry(String sheet, String column, String format, String meaning) {}

    private DataDictionary() {}

    static void write(StreamedWorkbook workbook, List<DetailSheet<?>> sheets) {
        DetailSheet<Entry> dictionary = new DetailSheet<>(
                workbook,
                "Data dictionary",
                "What each column means",
                List.of(
                        Column.text("Sheet", 22, "", Entry::sheet),
                        Column.text("Column", 22, "", Entry::column),
                        Column.text("Kind", 14, "", Entry::format),
                        Column.sentences("Meaning", 90, "", Entry::meaning)));
        for (DetailSheet<?> sheet : sheets) {
            dictionary.add(new Entry(sheet.name(), "(sheet)", "", sheet.about()));
            for (Column<?> column : sheet.columns()) {
                dictionary.add(new Entry(sheet.name(), column.heading(), kind(column.format()), column.meaning()));
            }
        }
        dictionary.finish();
    }

    private static String kind(CellFormat format) {
        return switch (format) {
            case TEXT, SENTENCES -> "text";
            case IDENTIFIER -> "identifier";
            case INPUT -> "yours";
            case COUNT -> "number";
            case ANY -> "text, number or date";
            case MONEY -> "US dollars";
            case PERCENT -> "percent";
            case DATE -> "date";
        };
    }
}
