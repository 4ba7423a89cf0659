import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  type SymbolType,
} from "d3-shape";
import type { Colours } from "./colours.ts";
import { svg, type Svg } from "./svg.ts";

/** How the line of a number is told from others: by its colour, and without it by its dashes and the shape of its points. */
export interface Mark {
  readonly colour: string;
  readonly dashes: string | undefined;
  readonly shape: SymbolType;
}

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar];
const dashes = [undefined, "7 3", "2 3", "9 3 2 3", "4 2"];

/** The mark of the first line, the second, and so on. They are five, and then begin again. */
export function markOf({ marks }: Colours, index: number): Mark {
  const at = index % shapes.length;
  return { colour: marks[at] ?? "", dashes: dashes[at], shape: shapes[at] ?? symbolCircle };
}

/** The shape of a mark at a place. */
export function shapeAt({ shape, colour }: Mark, x: number, y: number): Svg {
  return svg("path", { d: symbol(shape, 42)() ?? "", transform: `translate(${round(x)} ${round(y)})`, fill: colour });
}

/** To a tenth: less is not seen, and more makes files longer. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
