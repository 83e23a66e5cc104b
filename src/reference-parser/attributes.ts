import { type Columns, columnNames } from './columns.ts'
import { forms } from './forms.ts'
import { evidence, style } from './habits.ts'
import { phrases, surroundings, walk } from './surroundings.ts'
import { type Tokens, tokenText } from './tokens.ts'

/** What the tagger sees of each token of a reference. */
export function attributes(tokens: Tokens): Columns {
  const columns = Object.fromEntries(columnNames.map((name) => [name, new Int32Array(tokens.count)])) as Columns
  const texts = Array.from({ length: tokens.count }, (_, index) => tokenText(tokens, index))
  forms(tokens, texts, columns)
  surroundings(tokens, texts, columns)
  walk(tokens, columns)
  style(tokens, texts, columns)
  phrases(tokens, columns)
  evidence(tokens, columns)
  return columns
}
