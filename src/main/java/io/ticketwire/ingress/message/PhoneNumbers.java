package io.ticketwire.ingress.message;

/** Phone numbers as the contract writes them: {@code +} and the digits with their country code (E.164). */
public final class PhoneNumbers {

    /** A short code of an operator has five digits; E.164 has fifteen at most, and some providers prefix theirs. */
    private static final int MIN_DIGITS = 5;

    private static final int MAX_DIGITS = 18;

    private PhoneNumbers() {}

    /** The number of a provider that writes it with or without its plus; what is no number is returned as it is. Null stays null. */
    public static String international(String number) {
        if (number == null) {
            return null;
        }
        StringBuilder digits = new StringBuilder("+");
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" -().\u00A0".indexOf(c) < 0 && !(c == '+' && digits.length() == 1)) {
                return number;
            }
        }
        boolean plausible = digits.length() > MIN_DIGITS && digits.length() <= MAX_DIGITS + 1;
        return plausible ? digits.toString() : number;
    }
}
