import { beforeEach, describe, expect, it } from "vitest";
import { PublicRepositories } from "../../src/web/public-repositories.ts";

const repository = { id: 1, owner: "acme", name: "widgets", installation: 7 };
const privatized = { name: "repository", payload: { action: "privatized", repository: { id: 1 } } };

const ignore = () => undefined;
const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** GitHub, as it is asked: what it says, and when. */
class Asked {
  isPublic = true;
  isDown = false;
  wait: Promise<void> = Promise.resolve();
  async publicRepositoriesOf(): Promise<ReadonlySet<number>> {
    const said = new Set(this.isPublic ? [1] : []);
    await this.wait;
    if (this.isDown) throw new Error("GitHub is down");
    return said;
  }
}

let github: Asked;
let known: PublicRepositories;
/** The same in another process, on the same database. */
let elsewhere: PublicRepositories;
const now = new Date("2026-11-16T09:00:00Z");
beforeEach(() => {
  github = new Asked();
  let revision = 0;
  const visibility = { revision: async () => revision, count: async () => void revision++ };
  const open = () => new PublicRepositories(github, visibility, { clock: () => now, log: quiet });
  known = open();
  elsewhere = open();
});

describe("whether a repository is public", () => {
  it("is believed for a while, until GitHub says that one became private", async () => {
    expect(await known.isPublic(repository)).toBe(true);
    github.isPublic = false;
    await known.hear({ name: "repository", payload: { action: "edited" } });
    await known.hear({ name: "star", payload: null });
    expect(await known.isPublic(repository)).toBe(true);
    await known.hear(privatized);
    expect(await known.isPublic(repository)).toBe(false);
  });

  it("is asked anew in every process, whichever of them was told", async () => {
    expect([await known.isPublic(repository), await elsewhere.isPublic(repository)]).toEqual([true, true]);
    github.isPublic = false;
    await known.hear(privatized);
    expect(await elsewhere.isPublic(repository)).toBe(false);
  });

  it("is believed no more then, though GitHub cannot be asked", async () => {
    expect(await known.isPublic(repository)).toBe(true);
    github.isDown = true;
    await known.hear(privatized);
    expect(await known.isPublic(repository)).toBe(false);
  });

  it("is not what GitHub had looked up before it said so", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    github.wait = promise;
    const early = known.isPublic(repository);
    github.isPublic = false;
    await known.hear(privatized);
    resolve();
    expect(await early).toBe(false);
    expect(await known.isPublic(repository)).toBe(false);
  });
});
