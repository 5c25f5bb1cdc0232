package recon.file;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** An attribute's characters where the parser has them: a sheet has tens of millions of them, too many to make strings of. */
final class CharSlice extends TypedValueDecoder {

    private char[] chars = new char[0];
    private int start;
    private int end;

    @Override
    public void decode(String value) {
        decode(value.toCharArray(), 0, value.length());
    }

    @Override
    public void decode(char[] buffer, int from, int to) {
        chars = buffer;
        start = from;
        end = to;
    }

    @Override
    public void handleEmptyValue() {
        start = 0;
        end = 0;
    }

    int length() {
        return end - start;
    }

    char charAt(int index) {
        return chars[start + index];
    }

    /** A whole number of at most nine digits; -1 for anything else. */
    int number() {
        return length() == 0 ? -1 : number(0, chars, start, end);
    }

    /** Goes on with a number by further digits; -1 once there was anything else or there are more than nine digits. */
    static int number(int soFar, char[] digits, int from, int to) {
        int number = soFar;
        for (int i = from; i < to; i++) {
            int digit = digits[i] - '0';
            if (digit < 0 || digit > 9 || number < 0 || number > 99_999_999) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    @Override
    public String toString() {
        return new String(chars, start, length());
    }
}
