import { describe, expect, it } from "vitest";
import { SetupTokens } from "../../src/setup/setup-token.ts";

const hour = 3_600_000;

function tokens() {
  let now = Date.parse("2026-03-02T09:00:00Z");
  const told: string[] = [];
  const made = new SetupTokens(
    () => new Date(now),
    (token) => told.push(token),
  );
  return { made, told, pass: (ms: number) => (now += ms), newest: () => told.at(-1) ?? "" };
}

describe("the token of the setup page", () => {
  it("opens it once, for one browser, for an hour", () => {
    const { made, newest, pass } = tokens();
    const { state, visit } = made.take(newest());
    expect(state).toBe("good");
    expect([made.isOpen(visit), made.isOpen("guess"), made.isOpen(""), made.isOpen(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    pass(hour);
    expect(made.isOpen(visit)).toBe(false);
  });

  it.each(["", "guess", "x".repeat(100_000)])("is none that nobody was told: %.10s", (given) => {
    const { made, told } = tokens();
    expect(made.take(given)).toEqual({ state: "foreign" });
    expect(told).toHaveLength(1);
  });

  it("is told anew when it is brought a second time, and then opens the page for another browser alone", () => {
    const { made, told, newest } = tokens();
    const first = newest();
    const { visit } = made.take(first);
    expect(made.take(first)).toEqual({ state: "used" });
    expect(made.take(first)).toEqual({ state: "used" });
    expect(told).toHaveLength(2);
    expect(made.isOpen(visit)).toBe(true);
    const again = made.take(newest());
    expect([made.isOpen(visit), made.isOpen(again.visit)]).toEqual([false, true]);
  });

  it("is told anew when it is too old", () => {
    const { made, told, newest, pass } = tokens();
    const first = newest();
    pass(hour);
    expect(made.take(first)).toEqual({ state: "expired" });
    expect(told).toHaveLength(2);
    expect(made.take(newest())).toMatchObject({ state: "good" });
  });
});
