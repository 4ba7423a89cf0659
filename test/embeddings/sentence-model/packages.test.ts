import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packages } from "../../../src/embeddings/sentence-model/load-libraries.ts";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

it.each(packages)("installs what is tested, and with nobody who has not asked: %s", (named) => {
  const [, name = "", version = ""] = /^(.+)@([^@]+)$/u.exec(named) ?? [];
  expect(manifest.devDependencies[name]).toBe(version);
  expect(manifest.dependencies).not.toHaveProperty([name]);
  expect(manifest.peerDependencies[name]).toBe(`^${version}`);
  expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
});

it("is installed as the docs say", () => {
  expect(readFileSync("docs/explanation/search.md", "utf8")).toContain(
    `ONNXRUNTIME_NODE_INSTALL=skip npm install --omit=dev --no-save --save-prod ${packages.join(" ")}\n`,
  );
});

it("downloads nothing when it is installed", () => {
  // Its script fetches files for graphics cards: https://github.com/microsoft/onnxruntime/pull/20364
  expect(manifest.allowScripts["onnxruntime-node"]).toBe(false);
});
