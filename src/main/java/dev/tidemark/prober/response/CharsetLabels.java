package dev.tidemark.prober.response;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The charset that browsers use for a label (<a href="https://encoding.spec.whatwg.org/#names-and-labels">Encoding Standard</a>), where
 * Java does not know the label or takes it for a subset: {@code ISO-8859-1} is read as windows-1252.
 */
final class CharsetLabels {

    private static final Map<String, String> LABELS = new HashMap<>();

    static {
        labels("UTF-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8");
        labels("UTF-16LE", "unicode", "unicodefeff", "csunicode", "iso-10646-ucs-2", "ucs-2");
        labels("UTF-16BE", "unicodefffe");
        labels(
                "windows-1252",
                "ascii",
                "us-ascii",
                "ansi_x3.4-1968",
                "iso-8859-1",
                "iso8859-1",
                "iso88591",
                "iso_8859-1",
                "iso_8859-1:1987");
        labels("windows-1252", "latin1", "l1", "cp819", "ibm819", "csisolatin1", "iso-ir-100", "x-cp1252", "cp1252");
        labels("windows-1250", "x-cp1250");
        labels("windows-1251", "x-cp1251");
        labels("windows-1253", "x-cp1253");
        labels(
                "windows-1254",
                "iso-8859-9",
                "iso8859-9",
                "iso88599",
                "iso_8859-9",
                "latin5",
                "l5",
                "csisolatin5",
                "iso-ir-148",
                "x-cp1254");
        labels("windows-1255", "x-cp1255");
        labels("windows-1256", "x-cp1256");
        labels("windows-1257", "x-cp1257");
        labels("windows-1258", "x-cp1258");
        labels("x-windows-874", "windows-874", "iso-8859-11", "iso8859-11", "iso885911", "tis-620", "dos-874");
        labels(
                "ISO-8859-8",
                "iso-8859-8-i",
                "logical",
                "visual",
                "hebrew",
                "csiso88598e",
                "csiso88598i",
                "csisolatinhebrew");
        labels("KOI8-R", "koi", "koi8", "koi8_r", "cskoi8r");
        labels("KOI8-U", "koi8-ru");
        labels("windows-31j", "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "csshiftjis");
        labels("EUC-JP", "x-euc-jp", "cseucpkdfmtjapanese");
        labels(
                "x-windows-949",
                "euc-kr",
                "cseuckr",
                "ks_c_5601-1987",
                "ks_c_5601-1989",
                "ksc5601",
                "ksc_5601",
                "korean",
                "iso-ir-149");
        labels("x-windows-949", "windows-949", "csksc56011987");
        labels("GB18030", "gbk", "x-gbk", "gb2312", "gb_2312", "gb_2312-80", "csgb2312", "chinese", "iso-ir-58");
        labels("Big5-HKSCS", "big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5");
        labels("x-MacRoman", "macintosh", "mac", "x-mac-roman", "csmacintosh");
        labels("x-MacCyrillic", "x-mac-cyrillic", "x-mac-ukrainian");
    }

    private CharsetLabels() {}

    /** Empty for an unknown label. */
    static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        String java = LABELS.getOrDefault(name, name);
        try {
            return Charset.isSupported(java) ? Optional.of(Charset.forName(java)) : Optional.empty();
        } catch (IllegalCharsetNameException invalid) {
            return Optional.empty();
        }
    }

    private static void labels(String charset, String... labels) {
        for (String label : labels) {
            LABELS.put(label, charset);
        }
    }
}
