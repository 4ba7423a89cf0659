import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../../src/evaluation/sets/read-date.ts";

describe("dates of sets", () => {
  it.each([
    ["2021-09-30", "2021-09-30T00:00:00.000Z"],
    ["2021-09-30T17:20", "2021-09-30T17:20:00.000Z"],
    ["2021-09-30 17:20:05", "2021-09-30T17:20:05.000Z"],
    ["2021-09-30T17:20:05.123Z", "2021-09-30T17:20:05.000Z"],
    ["2021-09-30T17:20:05+02:00", "2021-09-30T15:20:05.000Z"],
    ["2021-01-01T00:20:05-0530", "2021-01-01T05:50:05.000Z"],
    ["30/Sep/21 17:20", "2021-09-30T17:20:00.000Z"],
    ["3/SEP/2021", "2021-09-03T00:00:00.000Z"],
    ["30/Sep/21 5:20 PM", "2021-09-30T17:20:00.000Z"],
    ["30/Sep/21 12:05 AM", "2021-09-30T00:05:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
  ])("reads %s", (text, date) => {
    expect(readDate(text)?.toISOString()).toBe(date);
  });

  it.each([
    "",
    "soon",
    "2021",
    "2021-13-01",
    "2021-02-29",
    "2021-02-01T24:00",
    "31/Sep/21",
    "1/Foo/21",
    "20210930",
    "2021-9-3",
  ])("does not read %j", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it("reads back whatever day a calendar has", () => {
    const days = fc.date({ min: new Date("1970-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const text = `${day.toISOString().slice(0, 19)}Z`;
        expect(readDate(text)?.toISOString()).toBe(`${text.slice(0, -1)}.000Z`);
      }),
    );
  });
});
