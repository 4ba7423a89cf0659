import { expect, it } from "vitest";
import type { ExpiringNames } from "../../src/core/expiring-names.ts";

/** Names of one kind as two processes see them, those of another kind, and a clock that can be moved. */
export interface NamesWorld {
  readonly clock: { now: number };
  readonly one: ExpiringNames;
  readonly other: ExpiringNames;
  readonly otherKind: ExpiringNames;
  close(): Promise<void>;
}

const start = Date.UTC(2026, 10, 30, 9);

/** What names that expire keep, whatever is behind them. */
export function expiringNamesContract(adapter: string, open: (clock: { now: number }) => Promise<NamesWorld>): void {
  it(`names on ${adapter} count for every process until their time`, async () => {
    const world = await open({ now: start });
    const { clock, one, other, otherKind } = world;
    expect(await one.has("a")).toBe(false);
    expect(await one.add("a", start + 1_000)).toBe(true);
    expect(await other.has("a")).toBe(true);
    expect(await other.add("a", start + 9_000)).toBe(false);
    expect(await otherKind.has("a")).toBe(false);
    clock.now += 999;
    expect(await other.has("a")).toBe(true);
    clock.now += 1;
    expect(await other.has("a")).toBe(false);
    expect(await other.add("a", start + 9_000)).toBe(true);
    expect(await one.has("a")).toBe(true);
    await world.close();
  });

  it(`of all who add a name at once on ${adapter}, one is the first`, async () => {
    const world = await open({ now: start });
    const adds = Array.from({ length: 10 }, (_, index) => [world.one, world.other][index % 2]!.add("b", start + 1_000));
    expect((await Promise.all(adds)).filter(Boolean)).toHaveLength(1);
    await world.close();
  });
}
