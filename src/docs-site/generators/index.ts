import type { GeneratorName } from "../../core/docs-site.ts";
import type { Generator } from "../generator.ts";
import { docusaurus } from "./docusaurus.ts";
import { github } from "./github.ts";
import { jekyll } from "./jekyll.ts";
import { mdbook } from "./mdbook.ts";
import { mkdocs } from "./mkdocs.ts";
import { nextra } from "./nextra.ts";
import { sphinx } from "./sphinx.ts";
import { starlight } from "./starlight.ts";
import { vitepress } from "./vitepress.ts";

/** All generators we know; of two that seem to fit equally well, the first is taken. */
export const generators: readonly Generator[] = [
  vitepress,
  docusaurus,
  starlight,
  mkdocs,
  mdbook,
  nextra,
  sphinx,
  jekyll,
  github,
];

const byName: ReadonlyMap<GeneratorName, Generator> = new Map(generators.map((it) => [it.name, it]));

/** The generator of a name; that of `github` where nothing is known. */
export function generatorNamed(name: GeneratorName | undefined): Generator {
  return byName.get(name ?? "github") ?? github;
}
