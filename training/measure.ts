import type { GoldReference } from '../evaluation/references/gold.ts'
import { addTo, emptyScore, figures } from '../evaluation/references/score.ts'
import { createReferenceParser } from '../src/reference-parser/index.ts'

/** What a model makes of references that it was not trained on, in per cent. */
export function scoresOf(model: Uint8Array, references: readonly GoldReference[]): Record<string, number> {
  const parser = createReferenceParser(model)
  const score = emptyScore()
  for (const reference of references) addTo(score, reference, parser.parse(reference.raw)?.csl ?? null)
  const { core, micro, tokens } = figures(score)
  const rounded = (value: number): number => Math.round(10 * value) / 10
  return { references: references.length, core: rounded(core), 'micro F1': rounded(micro), 'token F1': rounded(tokens) }
}
