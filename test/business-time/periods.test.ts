import { describe, expect, it } from "vitest";
import { monthBefore, sameLengthBefore, startOf, weekBefore, type Period } from "../../src/business-time/periods.ts";

const told = ({ from, to }: Period) => `${from.toISOString()} ${to.toISOString()}`;

describe("the last week that is over", () => {
  it.each([
    ["in the middle of a week", "2026-11-25T12:00:00Z", "UTC", "2026-11-16T00:00:00.000Z 2026-11-23T00:00:00.000Z"],
    ["at the very end of it", "2026-11-23T00:00:00Z", "UTC", "2026-11-16T00:00:00.000Z 2026-11-23T00:00:00.000Z"],
    ["just before", "2026-11-22T23:59:59Z", "UTC", "2026-11-09T00:00:00.000Z 2026-11-16T00:00:00.000Z"],
    ["over the turn of the year", "2027-01-04T00:00:00Z", "UTC", "2026-12-28T00:00:00.000Z 2027-01-04T00:00:00.000Z"],
    [
      "where it is Monday already",
      "2026-11-22T23:30:00Z",
      "Europe/Prague",
      "2026-11-15T23:00:00.000Z 2026-11-22T23:00:00.000Z",
    ],
    [
      "with an hour more, when summer time ends",
      "2026-10-26T12:00:00Z",
      "Europe/Prague",
      "2026-10-18T22:00:00.000Z 2026-10-25T23:00:00.000Z",
    ],
  ])("%s", (_, at, zone, expected) => expect(told(weekBefore(new Date(at), zone))).toBe(expected));
});

describe("the last month that is over", () => {
  it.each([
    ["2026-03-01T00:00:00Z", "UTC", "2026-02-01T00:00:00.000Z 2026-03-01T00:00:00.000Z"],
    ["2027-01-31T23:00:00Z", "UTC", "2026-12-01T00:00:00.000Z 2027-01-01T00:00:00.000Z"],
    ["2026-03-01T03:00:00Z", "America/New_York", "2026-01-01T05:00:00.000Z 2026-02-01T05:00:00.000Z"],
  ])("at %s in %s", (at, zone, expected) => expect(told(monthBefore(new Date(at), zone))).toBe(expected));
});

it("knows when a day begins, and which days there are not", () => {
  expect(startOf("2026-03-01", "Europe/Prague").toISOString()).toBe("2026-02-28T23:00:00.000Z");
  // At midnight clocks were set forward.
  expect(startOf("2018-11-04", "America/Sao_Paulo").toISOString()).toBe("2018-11-04T03:00:00.000Z");
  expect(() => startOf("2026-02-30", "UTC")).toThrow(RangeError);
});

describe("the time of the same length before", () => {
  it.each([
    ["a week", "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z", "UTC", "2026-11-09T00:00:00.000Z"],
    [
      "a week with an hour more",
      "2026-10-18T22:00:00Z",
      "2026-10-25T23:00:00Z",
      "Europe/Prague",
      "2026-10-11T22:00:00.000Z",
    ],
    [
      "a week behind one of those",
      "2026-10-25T23:00:00Z",
      "2026-11-01T23:00:00Z",
      "Europe/Prague",
      "2026-10-18T22:00:00.000Z",
    ],
    [
      "a week with an hour less",
      "2026-03-22T23:00:00Z",
      "2026-03-29T22:00:00Z",
      "Europe/Prague",
      "2026-03-15T23:00:00.000Z",
    ],
    ["some hours", "2026-11-16T08:00:00Z", "2026-11-16T11:30:00Z", "Asia/Kolkata", "2026-11-16T04:30:00.000Z"],
  ])("%s", (_, from, to, zone, expected) => {
    const period = { from: new Date(from), to: new Date(to) };
    expect(told(sameLengthBefore(period, zone))).toBe(`${expected} ${period.from.toISOString()}`);
  });
});
