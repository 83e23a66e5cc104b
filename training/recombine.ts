import type { Field } from '../src/reference-parser/labels.ts'
import type { Example, FieldSpan } from './example.ts'
import type { Random } from './random.ts'

/** Fields whose text can stand in any reference of the same source; names are left, whose order belongs to the style. */
const exchanged: ReadonlySet<Field> = new Set<Field>([
  'title',
  'translated-title',
  'journal',
  'container',
  'collection',
  'publisher',
  'place',
  'page',
  'volume',
  'issue',
])

/** Fields that a reference can do without. */
const dispensable: ReadonlySet<Field> = new Set<Field>([
  'volume',
  'issue',
  'page',
  'publisher',
  'place',
  'doi',
  'url',
  'collection',
  'edition',
  'date',
  'extent',
  'note',
])

/** How likely a field is exchanged, and one of an example left out. */
const exchange = 0.5
const omission = 0.3

/**
 * Each example once more, in its own punctuation, with some of its fields taken from other references of its source: the
 * same manner of writing about other works, so that the words of a source teach less than its manner.
 */
export function recombined(examples: readonly Example[], random: Random): Example[] {
  const stock = new Map<string, string[]>()
  const keyOf = (example: Example, { field }: FieldSpan): string => `${example.source} ${field}`
  for (const example of examples) {
    for (const span of example.spans) {
      if (!exchanged.has(span.field)) continue
      const key = keyOf(example, span)
      if (!stock.has(key)) stock.set(key, [])
      stock.get(key)?.push(example.text.slice(span.start, span.end))
    }
  }
  return examples.map((example) => {
    const spans = [...example.spans].sort((a, b) => a.start - b.start)
    const droppable = spans.filter(({ field }) => dispensable.has(field))
    const dropped = droppable.length > 0 && random.chance(omission) ? random.pick(droppable) : undefined
    let text = ''
    let at = 0
    const moved: FieldSpan[] = []
    for (const [index, span] of spans.entries()) {
      if (span.start < at) continue
      text += example.text.slice(at, span.start)
      at = span.end
      if (span === dropped) {
        // what parts a field from the next one goes with it
        at = spans[index + 1]?.start ?? span.end
        continue
      }
      const own = example.text.slice(span.start, span.end)
      const others = stock.get(keyOf(example, span))
      const written = others !== undefined && random.chance(exchange) ? random.pick(others) : own
      moved.push({ field: span.field, start: text.length, end: text.length + written.length })
      text += written
    }
    return { text: text + example.text.slice(at), spans: moved, source: example.source }
  })
}
