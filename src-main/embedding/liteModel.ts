import type { LiteTensor } from './liteFiles.ts'
import { writeOnnx, type OnnxNode, type OnnxTensor } from './onnxFile.ts'

/** How many pieces of a text the model reads: its positions are learnt no further. */
export const mostPieces = 128

const heads = 4
const stack = 'module_apply_default/Encoder_en/KonaTransformer/Encode/'
const steps = `${stack}TransformerStack/`

/**
 * Writes the weights of Universal Sentence Encoder Lite as an ONNX model: `ids` (the numbers of a text's pieces, 1 to 128) in, `vector` (512
 * numbers of unit length) out.
 *
 * The steps are those of the package's own graph for one text: pieces with sines and cosines of their places, two layers of a transformer
 * that normalise before they attend and before they feed forward, the mean over the pieces, one layer of tanh, unit length.
 */
export function liteModel(weights: ReadonlyMap<string, LiteTensor>): Uint8Array {
  const graph = beginGraph(weights)
  graph.take('pieces', 'module/Embeddings_en')
  graph.add('Gather', ['pieces', 'ids'], 'looked up')
  graph.give('places', [mostPieces, 256], timing(weights.get(`${steps}Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`)))
  graph.whole('zero', [0])
  graph.add('Shape', ['ids'], 'length')
  graph.add('Slice', ['places', 'zero', 'length', 'zero'], 'placed')
  // The package's graph adds the pieces once more after it gave them their places.
  graph.add('Add', ['looked up', 'looked up'], 'twice')
  graph.add('Add', ['twice', 'placed'], 'layer 0')
  graph.add('MatMul', ['layer 0', graph.take('dense', `${stack}Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat`)], 'widened')
  graph.add('Add', ['widened', graph.take('dense bias', `${stack}Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat`)], 'residual 0')
  addLayer(graph, { layer: 0, width: 256, from: 'layer 0', residual: 'residual 0', to: 'layer 1' })
  addLayer(graph, { layer: 1, width: 512, from: 'layer 1', residual: 'layer 1', to: 'layer 2' })
  graph.add('ReduceMean', ['layer 2'], 'mean', { axes: [0], keepdims: 1 })
  graph.add('MatMul', ['mean', graph.take('hidden', 'module/Encoder_en/hidden_layers/tanh_layer_0/weights')], 'hidden 1')
  graph.add('Add', ['hidden 1', graph.take('hidden bias', 'module/Encoder_en/hidden_layers/tanh_layer_0/bias')], 'hidden 2')
  graph.add('Tanh', ['hidden 2'], 'hidden 3')
  graph.add('LpNormalization', ['hidden 3'], 'vector', { axis: -1, p: 2 })
  return graph.write()
}

interface Graph {
  /** Takes over a tensor of the package under a short name, in another shape where one is given, and gives the name. */
  take(name: string, from: string, shape?: readonly number[]): string
  give(name: string, shape: readonly number[], values: Float32Array): string
  whole(name: string, values: readonly number[]): string
  add(operator: string, inputs: readonly string[], output: string | readonly string[], settings?: OnnxNode['settings']): void
  write(): Uint8Array
}

function beginGraph(weights: ReadonlyMap<string, LiteTensor>): Graph {
  const tensors: OnnxTensor[] = []
  const nodes: OnnxNode[] = []
  const give = (tensor: OnnxTensor): string => {
    tensors.push(tensor)
    return tensor.name
  }
  return {
    take(name, from, shape) {
      const tensor = weights.get(from)
      if (!tensor) throw new Error(`the package has no weights ${from}`)
      return give({ name, shape: shape ?? tensor.shape, values: tensor.values })
    },
    give: (name, shape, values) => give({ name, shape, values }),
    whole: (name, values) => give({ name, shape: [values.length], values: BigInt64Array.from(values.map(BigInt)) }),
    add: (operator, inputs, output, settings) => void nodes.push({ operator, inputs, outputs: typeof output === 'string' ? [output] : output, ...(settings && { settings }) }),
    write: () => writeOnnx({ inputs: [{ name: 'ids', type: 'int64', shape: ['pieces of the text'] }], outputs: [{ name: 'vector', type: 'float', shape: [1, 512] }], tensors, nodes }),
  }
}

interface Layer {
  readonly layer: 0 | 1
  /** How many numbers a piece has when it comes in; 512 go out. */
  readonly width: number
  readonly from: string
  readonly residual: string
  readonly to: string
}

function addLayer(graph: Graph, { layer, width, from, residual, to }: Layer): void {
  const place = `${stack}Layer_${layer}/TransformerLayer/`
  const kernel = `module/Encoder_en/KonaTransformer/Encode/Layer_${layer}/TransformerLayer/MultiheadAttention/`
  const named = (name: string): string => `${name} ${layer}`
  const normalise = (input: string, output: string, weights: string): void => {
    const scale = graph.take(`${output} scale`, `${weights}layer_norm_scale/ConcatPartitions/concat`)
    const bias = graph.take(`${output} bias`, `${weights}layer_norm_bias/ConcatPartitions/concat`)
    graph.add('LayerNormalization', [input, scale, bias], output, { axis: -1, epsilon: { float: 1e-6 } })
  }
  const dense = (input: string, output: string, weights: string, bias: string): void => {
    graph.add('MatMul', [input, weights], `${output} raw`)
    graph.add('Add', [`${output} raw`, graph.take(`${output} bias`, bias)], output)
  }
  normalise(from, named('calm'), `${place}layer_prepostprocess/layer_norm/`)
  dense(named('calm'), named('qkv'), graph.take(named('qkv kernel'), `${kernel}qkv_transform_single/kernel/part_0`, [width, 3 * width]), `${place}MultiheadAttention/qkv_transform_single/bias/ConcatPartitions/concat`)
  addAttention(graph, layer, width)
  dense(named('attended'), named('out'), graph.take(named('out kernel'), `${kernel}output_transform_single/kernel/part_0`, [width, 512]), `${place}MultiheadAttention/output_transform_single/bias/ConcatPartitions/concat`)
  graph.add('Add', [named('out'), residual], named('middle'))
  normalise(named('middle'), named('calm again'), `${place}FFN/layer_prepostprocess/layer_norm/`)
  const forward = `${steps}Layer_${layer}/TransformerLayer/FFN/`
  dense(named('calm again'), named('up'), graph.take(named('up kernel'), `${forward}conv1/Tensordot/Reshape_1`), `${place}FFN/conv1/bias/ConcatPartitions/concat`)
  graph.add('Relu', [named('up')], named('risen'))
  dense(named('risen'), named('down'), graph.take(named('down kernel'), `${forward}conv2/Tensordot/Reshape_1`), `${place}FFN/conv2/bias/ConcatPartitions/concat`)
  graph.add('Add', [named('down'), named('middle')], to)
}

/** Four heads, each of which weighs all pieces for each piece. */
function addAttention(graph: Graph, layer: 0 | 1, width: number): void {
  const named = (name: string): string => `${name} ${layer}`
  graph.whole(named('thirds'), [width, width, width])
  graph.add('Split', [named('qkv'), named('thirds')], [named('q'), named('k'), named('v')], { axis: 1 })
  graph.whole(named('by head'), [-1, heads, width / heads])
  const turned = { q: [1, 0, 2], k: [1, 2, 0], v: [1, 0, 2] }
  for (const [part, perm] of Object.entries(turned)) {
    graph.add('Reshape', [named(part), named('by head')], named(`${part} split`))
    graph.add('Transpose', [named(`${part} split`)], named(`${part} turned`), { perm })
  }
  graph.give(named('scale'), [1], Float32Array.of(1 / Math.sqrt(width / heads)))
  graph.add('Mul', [named('q turned'), named('scale')], named('q scaled'))
  graph.add('MatMul', [named('q scaled'), named('k turned')], named('likeness'))
  graph.add('Softmax', [named('likeness')], named('attention'), { axis: -1 })
  graph.add('MatMul', [named('attention'), named('v turned')], named('heads'))
  graph.add('Transpose', [named('heads')], named('heads back'), { perm: [1, 0, 2] })
  graph.whole(named('whole'), [-1, width])
  graph.add('Reshape', [named('heads back'), named('whole')], named('attended'))
}

/** Sines and, after them, cosines of each place at the frequencies that the package keeps. */
function timing(frequencies: LiteTensor | undefined): Float32Array {
  if (!frequencies) throw new Error('the package has no frequencies of places')
  const { values } = frequencies
  const table = new Float32Array(mostPieces * values.length * 2)
  for (let place = 0; place < mostPieces; place++) {
    for (const [index, frequency] of values.entries()) {
      const angle = Math.fround(place * frequency)
      table[place * values.length * 2 + index] = Math.sin(angle)
      table[place * values.length * 2 + values.length + index] = Math.cos(angle)
    }
  }
  return table
}
