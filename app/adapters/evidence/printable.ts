/** What our font has no letters for: it covers Latin, Cyrillic, Greek, Armenian, Georgian, Arabic and Hebrew, and the signs they share. */
const NOT_PRINTABLE = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|[\u{10000}-\u{10FFFF}]|[\u3000-\u303F\uFE30-\uFE4F\uFF00-\uFFEF]|[^\P{Cc}\n]/gu;

/** Text as the PDF can print it: every letter it cannot becomes �, and stands unchanged in the data beside it. */
export const printable = (text: string): string => text.normalize("NFC").replaceAll(NOT_PRINTABLE, "\uFFFD");
