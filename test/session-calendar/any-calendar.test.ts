import fc from "fast-check";
import ical from "node-ical";
import { describe, expect, it } from "vitest";
import { toCalendar } from "../../src/session-calendar/to-calendar.ts";
import { trickyText } from "../helpers/tricky-text.ts";
import { rawLines, readComponents, unescaped, valueOf } from "./read-lines.ts";
import { someEvent, someSession, someSource } from "./some-session.ts";

const anyText = fc.oneof(
  trickyText,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(",", ";", "\\", "n", "\r", "\n", "é", "語", "🧑‍💻", "\uDC00", ":", '"', " ", "x"),
    maxLength: 200,
  }),
);

describe("any calendar", () => {
  it("has lines of at most 75 octets that end in CRLF, break no character, and hold no control character", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, topic, name) => {
        const session = someSession({ title, topics: [topic], hosts: [name] });
        const file = toCalendar([someEvent(session)], { ...someSource, name });
        for (const line of rawLines(file)) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // Half of a pair would be written as a replacement character, and not be read back as it was.
          expect(Buffer.from(line).toString()).toBe(line);
          expect(line).not.toMatch(/(?!\t)\p{Cc}/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is read back as it was written, by the RFC and by another library", () => {
    const plain = anyText.filter((it) => it.trim() !== "");
    fc.assert(
      fc.property(plain, plain, (title, topic) => {
        const session = someSession({ title, topics: [topic, topic] });
        const file = toCalendar([someEvent(session)], someSource);
        const event = readComponents(file).inner.find((it) => it.name === "VEVENT")!;
        const summary = unescaped(valueOf(event, "SUMMARY"))!;
        const clean = (it: string) => it.replaceAll("\u200B", "");
        // Letters are neither lost nor made.
        const letters = (it: string) =>
          clean(it)
            .match(/[\p{L}\p{N}]/gu)
            ?.join("") ?? "";
        expect(summary === "clinic" || letters(summary) === letters(title.toWellFormed())).toBe(true);
        expect(unescaped(valueOf(event, "DESCRIPTION"))!.split("\n")).toHaveLength(5);
        const [other] = Object.values(ical.sync.parseICS(file)).filter((it) => it?.type === "VEVENT");
        expect(other).toMatchObject({ uid: "clinic-20261208T1300Z@7.github.com", status: "CONFIRMED" });
        // The library takes a backslash before an n for a line end, and quotes around a text for none of it.
        if (/\\n|^\s*".*"\s*$/iu.test(summary)) return;
        expect((other as { readonly summary: string }).summary.trim()).toBe(summary.trim());
      }),
      { numRuns: 300 },
    );
  });
});
