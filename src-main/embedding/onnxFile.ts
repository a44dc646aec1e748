/** A value of a model: a tensor of 32-bit floats or of whole numbers, in rows. */
export interface OnnxTensor {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array | BigInt64Array
}

/** A step of a model: what the operator takes and gives by name, and how it is set. A whole number is an INT, a list INTS, `{ float }` a FLOAT. */
export interface OnnxNode {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly settings?: Readonly<Record<string, number | readonly number[] | { readonly float: number }>>
}

/** What a model takes or gives: a text in `shape` names a length that is known only when it runs. */
export interface OnnxBorder {
  readonly name: string
  readonly type: 'float' | 'int64'
  readonly shape: readonly (number | string)[]
}

/** A whole model. */
export interface OnnxGraph {
  readonly inputs: readonly OnnxBorder[]
  readonly outputs: readonly OnnxBorder[]
  readonly tensors: readonly OnnxTensor[]
  readonly nodes: readonly OnnxNode[]
}

/** The operators are those of opset 17, in which LayerNormalization came. */
const operatorSet = 17
const fileVersion = 8
const elementTypes = { float: 1, int64: 7 } as const

/**
 * Writes a model as an ONNX file.
 *
 * The format is a protocol buffer; the numbers of the fields are those of `onnx.proto` (ONNX 1.12, IR version 8).
 */
export function writeOnnx({ inputs, outputs, tensors, nodes }: OnnxGraph): Uint8Array {
  const graph = [
    ...nodes.map(node => bytes(1, nodeMessage(node))),
    text(2, 'graph'),
    ...tensors.map(tensor => bytes(5, tensorMessage(tensor))),
    ...inputs.map(border => bytes(11, borderMessage(border))),
    ...outputs.map(border => bytes(12, borderMessage(border))),
  ]
  return Buffer.concat([number(1, fileVersion), text(2, 'CastMatch'), bytes(7, graph), bytes(8, [text(1, ''), number(2, operatorSet)])].flatMap(piece => piece))
}

/** Pieces of a message that are put together only at the end, so that weights are copied once. */
type Pieces = readonly Uint8Array[]

const nodeMessage = ({ operator, inputs, outputs, settings = {} }: OnnxNode): readonly Pieces[] => [
  ...inputs.map(name => text(1, name)),
  ...outputs.map(name => text(2, name)),
  text(4, operator),
  ...Object.entries(settings).map(([name, value]) => bytes(5, settingMessage(name, value))),
]

function settingMessage(name: string, value: number | readonly number[] | { readonly float: number }): readonly Pieces[] {
  if (typeof value === 'number') return [text(1, name), number(3, value), number(20, 2)]
  if ('float' in value) return [text(1, name), [Uint8Array.of(2 << 3 | 5), new Uint8Array(Float32Array.of(value.float).buffer)], number(20, 1)]
  return [text(1, name), ...value.map(each => number(8, each)), number(20, 7)]
}

const tensorMessage = ({ name, shape, values }: OnnxTensor): readonly Pieces[] => [
  ...shape.map(length => number(1, length)),
  number(2, elementTypes[values instanceof Float32Array ? 'float' : 'int64']),
  text(8, name),
  bytes(9, [[new Uint8Array(values.buffer, values.byteOffset, values.byteLength)]]),
]

const borderMessage = ({ name, type, shape }: OnnxBorder): readonly Pieces[] => {
  const lengths = shape.map(length => bytes(1, [typeof length === 'number' ? number(1, length) : text(2, length)]))
  return [text(1, name), bytes(2, [bytes(1, [number(1, elementTypes[type]), bytes(2, lengths)])])]
}

const number = (field: number, value: number): Pieces => [varint(BigInt(field << 3)), varint(BigInt.asUintN(64, BigInt(value)))]

const text = (field: number, value: string): Pieces => bytes(field, [[Buffer.from(value, 'utf8')]])

function bytes(field: number, parts: readonly Pieces[]): Pieces {
  const pieces = parts.flat()
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return [varint(BigInt(field << 3 | 2)), varint(BigInt(length)), ...pieces]
}

function varint(value: bigint): Uint8Array {
  const digits: number[] = []
  for (let rest = value; ; rest >>= 7n) {
    const low = Number(rest & 0x7fn)
    if (rest < 0x80n) return Uint8Array.from([...digits, low])
    digits.push(low | 0x80)
  }
}
