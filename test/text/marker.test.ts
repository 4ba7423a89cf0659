import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  hasMarker,
  hasMarkerOf,
  marker,
  markerOf,
  readSections,
  stripMarkers,
  writeSection,
} from "../../src/text/marker.ts";

const order = ["one", "two", "three"];
const name = fc.constantFrom(...order);
const text = fc.string({ unit: "binary", maxLength: 60 });
/** Text in which our own marks are likely. */
const trickyText = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom("<!-- frontdesk:", "begin:one -->", "end:two -->", marker("begin", "two"), "-->", "<!--"),
    ),
  )
  .map((parts) => parts.join(""));
const lf = (it: string): string => it.replaceAll(/\r\n?/g, "\n").trim();

describe("marker", () => {
  it("is found again by kind and key alone", () => {
    const body = `Done.\n\n${marker("reply", "a-1")}`;
    expect(hasMarker(body, "reply", "a-1")).toBe(true);
    expect(hasMarker(body, "reply", "a-10")).toBe(false);
    expect(hasMarker(body, "say", "a-1")).toBe(false);
  });

  it("of one repository is not that of another; one that names none is anybody's", () => {
    const [here, there] = [{ id: 1 }, { id: 11 }];
    const body = `Done.\n\n${markerOf(here, "reply", "shipped:12")}`;
    expect(hasMarkerOf(body, here, "reply", "shipped:12")).toBe(true);
    expect(hasMarkerOf(body, there, "reply", "shipped:12")).toBe(false);
    expect(hasMarkerOf(`Done.\n\n${marker("reply", "shipped:12")}`, there, "reply", "shipped:12")).toBe(true);
  });

  it("cannot be ended or faked by its key", () => {
    fc.assert(
      fc.property(text, text, (key, other) => {
        const made = marker("reply", key);
        expect(made).toMatch(/^<!-- frontdesk:reply:[^\s<>]* -->$/);
        expect(hasMarker(made, "reply", other)).toBe(key.toWellFormed() === other.toWellFormed());
      }),
    );
  });
});

describe("stripMarkers", () => {
  it.each([
    ["a <!-- frontdesk:reply:1 --> b", "a  b"],
    ["<!--frontdesk:reply:1-->", ""],
    ["<!-- FrontDesk : x -->", ""],
    ["<!-- other -->", "<!-- other -->"],
    ["frontdesk:reply:1", "frontdesk:reply:1"],
  ])("%s", (body, expected) => {
    expect(stripMarkers(body)).toBe(expected);
  });

  it("leaves nothing that reads as ours", () => {
    fc.assert(
      fc.property(trickyText, (body) => {
        const stripped = stripMarkers(body);
        expect(stripped).not.toMatch(/<!--\s*frontdesk\s*:/i);
        expect(readSections(stripped).size).toBe(0);
        expect(stripMarkers(stripped)).toBe(stripped);
      }),
    );
  });
});

describe("sections of our one comment", () => {
  it("reads back what was written", () => {
    fc.assert(
      fc.property(name, text, (section, content) => {
        const read = readSections(writeSection(undefined, section, content, order)).get(section);
        expect(read ?? "").toBe(lf(content));
      }),
    );
  });

  it("keeps every other section, and writing twice is writing once", () => {
    const writes = fc.array(fc.tuple(name, trickyText), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.option(trickyText, { nil: undefined }),
        writes,
        name,
        trickyText,
        (start, before, section, content) => {
          const body = before.reduce<string | undefined>(
            (it, [at, value]) => writeSection(it, at, value, order),
            start,
          );
          const once = writeSection(body, section, content, order);
          expect(writeSection(once, section, content, order)).toBe(once);
          const others = (it: string | undefined) =>
            new Map([...readSections(it ?? "")].filter(([at, value]) => at !== section && value !== ""));
          expect(others(once)).toEqual(others(body));
        },
      ),
    );
  });

  it("stand in the given order, whichever came first", () => {
    const body = writeSection(writeSection(undefined, "three", "3", order), "one", "1", order);
    expect([...readSections(body).keys()]).toEqual(["one", "three"]);
  });

  it("go away when they become blank", () => {
    const body = writeSection(undefined, "one", "1", order);
    expect(writeSection(body, "one", " \n", order)).toBe("");
  });

  it("leave alone what a maintainer wrote around them", () => {
    const body = `Note from Ann\n\n${writeSection(undefined, "one", "old", order)}\r\n\r\nP.S. thanks`;
    const written = writeSection(body, "one", "new", order);
    expect(written).toMatch(/^Note from Ann\n\n<!--.*-->\nnew\n<!--.*-->\n\nP\.S\. thanks$/s);
  });

  it("survive a section that we do not know", () => {
    const body = writeSection(undefined, "from-the-future", "kept", order);
    expect(readSections(writeSection(body, "one", "1", order)).get("from-the-future")).toBe("kept");
  });

  it("survive an end mark that somebody deleted", () => {
    const body = `${marker("begin", "one")}\n1\n\n${writeSection(undefined, "two", "2", order)}`;
    expect([...readSections(body)]).toEqual([
      ["one", "1"],
      ["two", "2"],
    ]);
  });
});
