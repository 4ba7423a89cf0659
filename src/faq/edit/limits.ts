/**
 * The longest file that is edited, in UTF-16 units: a FAQ of two hundred pages. The parser's time grows with the square
 * of the number of lists in it: half a megabyte takes seconds, a whole one a quarter of a minute.
 */
export const longestFile = 500_000;

/** The longest answer, in UTF-16 units: the longest that GitHub lets people post. */
export const longestAnswer = 65_536;
