import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockedPackages } from "../../scripts/supply-chain/lockfile.ts";
import { missingFrom, type Bom } from "../../scripts/supply-chain/sbom.ts";

let folder: string;
let bom: Bom;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-sbom-"));
  const file = join(folder, "sbom.cdx.json");
  await promisify(execFile)(process.execPath, ["scripts/make-sbom.ts", file]);
  bom = JSON.parse(await readFile(file, "utf8")) as Bom;
});
afterAll(() => rm(folder, { recursive: true }));

describe("the bill of materials of a release", () => {
  it("is CycloneDX, of the app and its version", async () => {
    const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
    expect(bom).toMatchObject({
      $schema: expect.stringMatching(/^http:\/\/cyclonedx\.org\/schema\/bom-1\.[5-9]\.schema\.json$/u),
      bomFormat: "CycloneDX",
      specVersion: expect.stringMatching(/^1\.[5-9]$/u),
      serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u),
      version: 1,
      metadata: {
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u),
        component: { type: "application", name: "frontdesk", version, licenses: [{ license: { id: "MIT" } }] },
      },
    });
  });

  it("lists all that the app runs with, each with its purl, checksum and licence, and nothing else", async () => {
    expect(missingFrom(bom, await readFile("package-lock.json", "utf8"))).toEqual([]);
    const wanted = lockedPackages().filter(({ isProduction }) => isProduction);
    const names = new Set(wanted.map(({ name, version }) => `${name}@${version}`));
    expect(new Set(bom.components.map(({ name, version }) => `${name}@${version}`))).toEqual(names);
    for (const { purl, name, ...rest } of bom.components) {
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/u);
      expect(rest["hashes"]).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/u) }]);
      // One package names its licence in a field of its own time.
      if (name !== "format") expect(rest["licenses"]).toHaveLength(1);
    }
  });

  it("says what needs what, and nothing that it does not list", () => {
    const refs = bom.components.map((it) => it["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    const known = new Set([...refs, bom.metadata.component["bom-ref"]]);
    const named = bom.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]);
    expect(named.filter((it) => !known.has(it))).toEqual([]);
    const [own] = bom.dependencies.filter(({ ref }) => ref === bom.metadata.component["bom-ref"]);
    expect(own?.dependsOn).toContainEqual(expect.stringMatching(/^probot@/u));
  });

  it("is told to be short of what is left out", () => {
    const lockfile = JSON.stringify({
      packages: { "": { dependencies: { gone: "1" } }, "node_modules/gone": { version: "1.0.0" } },
    });
    expect(missingFrom(bom, lockfile)).toEqual(["gone@1.0.0"]);
  });
});
