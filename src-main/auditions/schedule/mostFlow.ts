/** A way that so much can flow along. */
interface Pipe {
  readonly to: number
  free: number
  /** The place of the way back among the pipes of `to`. */
  readonly back: number
}

/** A network of pipes between numbered nodes. */
export interface Network {
  readonly pipe: (from: number, to: number, most: number) => void
  /** The most that can flow from one node to another, and the nodes that the source can still reach then: what they lead out of themselves is full. */
  readonly mostFlow: (source: number, sink: number) => { readonly flow: number; readonly reached: ReadonlySet<number> }
}

/** Makes a network without pipes; its flow is found by shortest augmenting paths in layers (Dinic, 1970). */
export function createNetwork(nodes: number): Network {
  const pipes: Pipe[][] = Array.from({ length: nodes }, () => [])

  const layersFrom = (source: number): number[] => {
    const layer = pipes.map(() => -1)
    layer[source] = 0
    const queue = [source]
    for (const node of queue) {
      for (const { to, free } of pipes[node] ?? []) {
        if (free === 0 || layer[to] !== -1) continue
        layer[to] = (layer[node] ?? 0) + 1
        queue.push(to)
      }
    }
    return layer
  }

  const send = (node: number, sink: number, most: number, layer: readonly number[], tried: number[]): number => {
    if (node === sink) return most
    const own = pipes[node] ?? []
    for (; (tried[node] ?? 0) < own.length; tried[node] = (tried[node] ?? 0) + 1) {
      const pipe = own[tried[node] ?? 0]
      if (!pipe || pipe.free === 0 || layer[pipe.to] !== (layer[node] ?? 0) + 1) continue
      const sent = send(pipe.to, sink, Math.min(most, pipe.free), layer, tried)
      if (sent === 0) continue
      pipe.free -= sent
      const back = pipes[pipe.to]?.[pipe.back]
      if (back) back.free += sent
      return sent
    }
    return 0
  }

  return {
    pipe: (from, to, most) => {
      const [there, back] = [pipes[from] ?? [], pipes[to] ?? []]
      there.push({ to, free: most, back: back.length })
      back.push({ to: from, free: 0, back: there.length - 1 })
    },
    mostFlow: (source, sink) => {
      let flow = 0
      for (;;) {
        const layer = layersFrom(source)
        if (layer[sink] === -1) return { flow, reached: new Set(layer.flatMap((depth, node) => (depth === -1 ? [] : [node]))) }
        const tried = pipes.map(() => 0)
        for (let sent = send(source, sink, Infinity, layer, tried); sent > 0; sent = send(source, sink, Infinity, layer, tried)) flow += sent
      }
    },
  }
}
