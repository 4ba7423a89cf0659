import type { FaqSection, Span } from "../read/faq-entry.ts";

/** Whether something stands in a section. */
export function holds(section: FaqSection, { start, end }: Span): boolean {
  return section.start < start && end <= section.end;
}

/** The innermost section around something; undefined outside of all. */
export function innermost(sections: readonly FaqSection[], it: Span): FaqSection | undefined {
  return sections.findLast((section) => holds(section, it));
}

/** How deep a heading is right under a section, from 2 to 6. */
export function depthUnder(section: FaqSection | undefined): number {
  return Math.min(6, (section?.depth ?? 1) + 1);
}
