import { expect, it } from "vitest";
import { sayDuration } from "../../src/text/say-duration.ts";

const [minute, hour, day] = [60, 3600, 86_400];

it.each([
  [0, "0 s"],
  [0.4, "0 s"],
  [59.4, "59 s"],
  [59.6, "1 min"],
  [12 * minute + 20, "12 min"],
  [59 * minute + 59, "1 h"],
  [3 * hour + 20 * minute, "3 h 20 min"],
  [17 * hour + 10 * minute, "17 h"],
  [47 * hour, "47 h"],
  [2 * day + 4 * hour, "2 d 4 h"],
  [3 * day, "3 d"],
  [9 * day + 23.8 * hour, "10 d"],
  [40 * day, "40 d"],
])("%d seconds are %s", (seconds, words) => expect(sayDuration(seconds)).toBe(words));

it("makes no days of business hours", () => expect(sayDuration(52 * hour, true)).toBe("52 h"));
