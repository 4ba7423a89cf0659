import { z } from "zod";
import { readLockfile, type LockedPackage } from "./lockfile.ts";

const Component = z.looseObject({
  "bom-ref": z.string(),
  name: z.string(),
  version: z.string().optional(),
  purl: z.string().optional(),
});
const Bom = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string(),
  metadata: z.looseObject({ component: Component }),
  components: z.array(Component),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});
export type Bom = z.infer<typeof Bom>;

/**
 * The bill of materials of the app, out of what `npm sbom --sbom-format cyclonedx` tells of the checkout. npm's own
 * `--omit dev` leaves out what is needed for building as well as for running, calls the app a library, and gives it the
 * name of the folder that it lies in. https://cyclonedx.org/docs/1.5/json/
 */
export function toAppBom(
  output: string,
  app: { readonly name: string; readonly version: string },
  lockfile: string,
): Bom {
  const bom = Bom.parse(JSON.parse(output));
  const production = new Set(productionOf(lockfile).map(purlOf));
  const root = bom.metadata.component;
  const components = bom.components.filter(({ purl = "" }) => production.has(purl));
  const kept = new Set([root["bom-ref"], ...components.map((it) => it["bom-ref"])]);
  return {
    ...bom,
    metadata: {
      ...bom.metadata,
      component: { ...root, type: "application", name: app.name, version: app.version },
    },
    // Those that are needed are so whatever else needs them.
    components: components.map((it) => ({ ...it, scope: it["scope"] === "optional" ? "optional" : "required" })),
    dependencies: bom.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map((it) => ({ ...it, ...(it.dependsOn && { dependsOn: it.dependsOn.filter((ref) => kept.has(ref)) }) })),
  };
}

/** Packages that the lockfile says the app runs with and a bill does not list, as `name@version`. */
export function missingFrom(bom: Bom, lockfile: string): readonly string[] {
  const listed = new Set(bom.components.map(({ purl }) => purl ?? ""));
  return productionOf(lockfile)
    .filter((it) => !listed.has(purlOf(it)))
    .map(({ name, version }) => `${name}@${version}`);
}

function productionOf(lockfile: string): readonly LockedPackage[] {
  return readLockfile(lockfile).filter(({ isProduction }) => isProduction);
}

/** https://github.com/package-url/purl-spec/blob/main/types-doc/npm-definition.md */
function purlOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
