import { describe, expect, it } from "vitest";
import { GoneError, RateLimitError, StaleError, UserError } from "../../src/core/errors.ts";
import { fromCrossed, toCrossed } from "../../src/threads/messages.ts";

describe("an error that crosses to another thread", () => {
  it.each([
    new UserError("Ask differently."),
    new StaleError("changed"),
    new GoneError("gone"),
    new RateLimitError("wait", new Date(5)),
    new TypeError("a bug"),
    new Error("\ud800"),
  ])("keeps what it was: %s", (error) => {
    const crossed = fromCrossed(structuredClone(toCrossed(error)));
    const { name, message, stack } = crossed;
    expect({ name, message, stack }).toEqual({ name: error.name, message: error.message, stack: error.stack });
    if (!(error instanceof TypeError)) expect(crossed).toBeInstanceOf(error.constructor);
    if (error instanceof RateLimitError) expect(crossed).toMatchObject({ retryAt: new Date(5) });
  });

  it.each([["just text"], [undefined], [null], [{}]])("may be no error at all: %j", (thrown) => {
    expect(fromCrossed(toCrossed(thrown))).toBeInstanceOf(Error);
  });
});
