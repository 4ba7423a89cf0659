/**
 * The few messages of ONNX's protobuf schema that a small model takes, written byte by byte, so that tests have real
 * files without a library to make them. Numbers of fields: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */

/** A tensor that the file holds: weights, or a constant. */
export interface Weights {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
  /** The file beside the model that holds the data, as exports of large models have it. */
  readonly file?: string;
}

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[] | Decimal>>;
}

/** A number that ONNX keeps as a float, even where it is whole. */
export interface Decimal {
  readonly decimal: number;
}

/** An input or output; a string is a dimension that is known only when the model runs. */
export interface OnnxValue {
  readonly name: string;
  readonly type: "float32" | "int64";
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly weights: readonly Weights[];
}

const elementTypes = { float32: 1, int64: 7 } as const;

/** The bytes of a model.onnx. */
export function onnxFile({ inputs, outputs, nodes, weights }: OnnxGraph): Buffer {
  const graph = [
    ...nodes.map((it) => bytes(1, nodeMessage(it))),
    text(2, "graph"),
    ...weights.map((it) => bytes(5, tensorMessage(it))),
    ...inputs.map((it) => bytes(11, valueMessage(it))),
    ...outputs.map((it) => bytes(12, valueMessage(it))),
  ];
  const irVersion = 8;
  const opset = 17;
  return Buffer.concat([
    whole(1, irVersion),
    bytes(7, Buffer.concat(graph)),
    bytes(8, Buffer.concat([text(1, ""), whole(2, opset)])),
  ]);
}

function nodeMessage({ op, inputs, output, attributes = {} }: OnnxNode): Buffer {
  return Buffer.concat([
    ...inputs.map((it) => text(1, it)),
    text(2, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => bytes(5, attributeMessage(name, value))),
  ]);
}

function attributeMessage(name: string, value: number | readonly number[] | Decimal): Buffer {
  if (typeof value === "number") return Buffer.concat([text(1, name), whole(3, value), whole(20, 2)]);
  if ("decimal" in value) return Buffer.concat([text(1, name), float(2, value.decimal), whole(20, 1)]);
  return Buffer.concat([text(1, name), ...value.map((it) => whole(8, it)), whole(20, 7)]);
}

function tensorMessage({ name, shape, data, file }: Weights): Buffer {
  const type = data instanceof Float32Array ? elementTypes.float32 : elementTypes.int64;
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const begin = [...shape.map((it) => whole(1, it)), whole(2, type), text(8, name)];
  if (file === undefined) return Buffer.concat([...begin, bytes(9, raw)]);
  const location = Buffer.concat([text(1, "location"), text(2, file)]);
  return Buffer.concat([...begin, bytes(13, location), whole(14, 1)]);
}

function valueMessage({ name, type, shape }: OnnxValue): Buffer {
  const dimension = (it: number | string) => bytes(1, typeof it === "number" ? whole(1, it) : text(2, it));
  const tensor = [whole(1, elementTypes[type]), bytes(2, Buffer.concat(shape.map(dimension)))];
  return Buffer.concat([text(1, name), bytes(2, bytes(1, Buffer.concat(tensor)))]);
}

/** A field of a varint: https://protobuf.dev/programming-guides/encoding/ */
function whole(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function float(field: number, value: number): Buffer {
  const written = Buffer.alloc(4);
  written.writeFloatLE(value);
  return Buffer.concat([varint((field << 3) | 5), written]);
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value));
}

function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint((field << 3) | 2), varint(value.length), value]);
}

/** Negative numbers are written as 64 bits of two's complement. */
function varint(value: number): Buffer {
  const written: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 0x7fn) {
    written.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  return Buffer.from([...written, Number(rest)]);
}
