import { describe, expect, it } from 'vitest'
import { attributes } from '../../src/reference-parser/attributes.ts'
import { labelCount } from '../../src/reference-parser/labels.ts'
import { inputs, rowsOf } from '../../src/reference-parser/tagger/inputs.ts'
import { paddedLabels } from '../../src/reference-parser/tagger/shape.ts'
import { Tagger } from '../../src/reference-parser/tagger/tagger.ts'
import { tokenise } from '../../src/reference-parser/tokens.ts'
import { transitionClass } from '../../src/reference-parser/transitions.ts'
import { Chain } from '../../training/crf.ts'
import { Random } from '../../training/random.ts'
import { type Dense, Network } from '../../training/tagger/network.ts'
import { stored } from '../../training/tagger/parameters.ts'

const columns = attributes(tokenise('Stone, A. (2012). On rivers. Journal of Water, 3(1), 4–9.'))
const count = columns.word.length
const rows = new Int32Array(count * inputs.length)
rowsOf(columns, count, rows)
const undropped = { plain: 0, lexical: 0, memory: 0 }
const classes = Uint8Array.from(columns.coarse, transitionClass)
// one field after another: any sequence that may be
const labels = Uint8Array.from({ length: count }, (_, token) => 1 + 2 * Math.floor(token / 4))

describe('the network in training', () => {
  it('has the gradients that its loss has', () => {
    const network = new Network(count, undropped, new Random(1))
    const chain = new Chain(count)
    const loss = (): number => {
      const scores = network.forward(rows, 0, count)
      return chain.loss({ labels, classes, start: 0, count }, scores, network.scoreGradients, paddedLabels)
    }
    loss()
    network.backward(rows, 0, count, 0)
    const found = new Map(
      (Object.keys(network.gradients) as Dense[]).map((name) => [name, network.gradients[name].values.slice()]),
    )
    for (const [name, gradient] of found) {
      const parameter = network.parameters[name].values
      // where the gradient is largest it is told best from what floats lose
      const at = gradient.reduce(
        (best, value, index) => (Math.abs(value) > Math.abs(gradient[best] as number) ? index : best),
        0,
      )
      const before = parameter[at] as number
      const step = 0.01
      parameter[at] = before + step
      const above = loss()
      parameter[at] = before - step
      const below = loss()
      parameter[at] = before
      expect([name, (above - below) / (2 * step) / (gradient[at] as number)]).toEqual([name, expect.closeTo(1, 1)])
    }
  })

  it('scores as the tagger does that reads its parameters', () => {
    const network = new Network(count, undropped, new Random(2))
    const scores = network.forward(rows, 0, count)
    const read = new Tagger(stored(network.result())).score(columns, count)
    for (let token = 0; token < count; token++) {
      for (let label = 0; label < labelCount; label++) {
        const one = scores[token * paddedLabels + label] as number
        expect(Math.abs((read[token * labelCount + label] as number) - one)).toBeLessThan(0.02)
      }
    }
  })
})
