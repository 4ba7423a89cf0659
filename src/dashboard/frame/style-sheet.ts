import { createHash } from "node:crypto";
import { chartStyles } from "../../charts/colours.ts";
import { baseStyle } from "./base-style.ts";
import { partsStyle } from "./parts-style.ts";

/** The one style sheet of all pages. */
export const styleSheet = `${baseStyle}${partsStyle}${chartStyles}`
  .split("\n")
  .map((it) => it.trim())
  .filter(Boolean)
  .join("\n");

/** Its address changes with what it says, so that browsers may keep it as long as they like. */
export const styleSheetPath = `/-/style-${createHash("sha256").update(styleSheet).digest("hex").slice(0, 12)}.css`;
