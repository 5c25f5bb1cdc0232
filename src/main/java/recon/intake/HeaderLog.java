package recon.intake;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import recon.claim.Money;
import recon.claim.PayerClass;
import recon.claim.SourceRef;

/**
 * Claims' headers as bytes, about a hundred a claim, so that a million of them fit beside everything else. Texts that many claims share
 * (payers, practitioners, places) are kept once. Nothing is written to disk: these are patients' data.
 */
final class HeaderLog {

    private static final int PAGE_BYTES = 1 << 20;
    private static final int NO_TEXT = -1;
    private static final int NO_DATE = Integer.MIN_VALUE;

    private final List<byte[]> pages = new ArrayList<>();
    private final List<String> shared = new ArrayList<>();
    private final Map<String, Integer> sharedNumbers = new HashMap<>();
    private int usedOfLastPage = PAGE_BYTES;

    /**
     * @param key by which the claim is looked up
     * @return where it stands
     */
    long add(String key, ClaimHeader header) {
        byte[] bytes = bytes(key, header);
        if (pages.isEmpty() || usedOfLastPage + bytes.length > PAGE_BYTES) {
            pages.add(new byte[Math.max(PAGE_BYTES, bytes.length)]);
            usedOfLastPage = 0;
        }
        int page = pages.size() - 1;
        System.arraycopy(bytes, 0, pages.get(page), usedOfLastPage, bytes.length);
        long at = ((long) page << Integer.SIZE) + usedOfLastPage;
        usedOfLastPage += bytes.length;
        return at;
    }

    String key(long at) {
        return needed(text(buffer(at)));
    }

    ClaimHeader header(long at) {
        ByteBuffer in = buffer(at);
        needed(text(in));
        SourceRef place = SourceRef.row(needed(sharedText(in)), sharedText(in), in.getLong());
        return new ClaimHeader(
                place,
                needed(text(in)),
                sharedText(in),
                sharedText(in),
                payerClass(in),
                payerClass(in),
                text(in),
                sharedText(in),
                text(in),
                text(in),
                sharedText(in),
                sharedText(in),
                sharedText(in),
                date(in),
                texts(in),
                sharedText(in),
                sharedText(in),
                date(in),
                money(in));
    }

    private byte[] bytes(String key, ClaimHeader header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, key);
            sharedText(out, header.place().file());
            sharedText(out, header.place().sheet());
            out.writeLong(header.place().number());
            text(out, header.controlNumber());
            sharedText(out, header.payer());
            sharedText(out, header.payerId());
            payerClass(out, header.statedClass());
            payerClass(out, header.filingClass());
            text(out, header.payerClaimNumber());
            sharedText(out, header.frequency());
            text(out, header.memberId());
            text(out, header.patientName());
            sharedText(out, header.placeOfService());
            sharedText(out, header.renderingNpi());
            sharedText(out, header.renderingCredential());
            date(out, header.submitted());
            texts(out, header.diagnoses());
            sharedText(out, header.state());
            sharedText(out, header.locality());
            date(out, header.serviceDate());
            money(out, header.totalCharge());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private ByteBuffer buffer(long at) {
        ByteBuffer buffer = ByteBuffer.wrap(pages.get((int) (at >>> Integer.SIZE)));
        buffer.position((int) at);
        return buffer;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NO_TEXT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(ByteBuffer in) {
        int length = in.getInt();
        if (length == NO_TEXT) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void sharedText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NO_TEXT);
            return;
        }
        Integer number = sharedNumbers.get(text);
        if (number == null) {
            number = shared.size();
            shared.add(text);
            sharedNumbers.put(text, number);
        }
        out.writeInt(number);
    }

    private @Nullable String sharedText(ByteBuffer in) {
        int number = in.getInt();
        return number == NO_TEXT ? null : shared.get(number);
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(ByteBuffer in) {
        int size = in.getInt();
        List<String> texts = new ArrayList<>(size);
        for (int n = 0; n < size; n++) {
            texts.add(needed(text(in)));
        }
        return List.copyOf(texts);
    }

    private static void payerClass(DataOutputStream out, @Nullable PayerClass value) throws IOException {
        out.writeByte(value == null ? -1 : value.ordinal());
    }

    private static @Nullable PayerClass payerClass(ByteBuffer in) {
        int ordinal = in.get();
        return ordinal < 0 ? null : PayerClass.values()[ordinal];
    }

    private static void date(DataOutputStream out, @Nullable LocalDate date) throws IOException {
        out.writeInt(date == null ? NO_DATE : Math.toIntExact(date.toEpochDay()));
    }

    private static @Nullable LocalDate date(ByteBuffer in) {
        int day = in.getInt();
        return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
    }

    private static void money(DataOutputStream out, @Nullable Money amount) throws IOException {
        text(out, amount == null ? null : Long.toString(amount.cents()));
    }

    private static @Nullable Money money(ByteBuffer in) {
        String cents = text(in);
        return cents == null ? null : Money.ofCents(Long.parseLong(cents));
    }

    private static String needed(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("a header without its key, file or control number");
        }
        return text;
    }
}
