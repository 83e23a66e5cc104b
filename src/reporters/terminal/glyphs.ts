/** What a terminal shows for a stretch of source: never a control, always with a known width. */
export interface Glyph {
  readonly shown: string
  /** in terminal cells */
  readonly width: number
  /** UTF-16 offsets of the source */
  readonly start: number
  readonly end: number
}

/** Cells between two tab stops. */
const tabStop = 4

/**
 * Invisible or obeyed by terminals: C0, DEL and C1 controls, line separators, interlinear marks, halves of surrogate pairs,
 * and what Unicode calls default ignorable (directional and zero-width characters, soft hyphens, fillers, tags); variation
 * selectors stay with their letter.
 */
const hidden = /[\p{Cc}\p{Cs}\u2028\u2029\ufff9-\ufffb]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u

/** Nonspacing and enclosing marks, variation selectors, and the later letters of a Hangul syllable. */
const marks = /[\p{Mn}\p{Me}\u1161-\u11ff\ud7b0-\ud7ff]/u

/** East Asian wide and fullwidth (Unicode Standard Annex 11), with what is shown as a picture. */
const wide =
  /[\u1100-\u115e\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u2ff0-\u303e\u3041-\u3096\u3099-\u30ff\u3105-\u312f\u3131-\u318e\u3190-\u31e5\u31ef-\u321e\u3220-\u3247\u3250-\ua48c\ua490-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe52\ufe54-\ufe66\ufe68-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1d300}-\u{1d356}\u{1f200}-\u{1f265}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]|\p{Emoji_Presentation}/u

const ascii = /^[ -~]*$/
const regionalIndicator = /[\u{1f1e6}-\u{1f1ff}]/u
const skinTone = /[\u{1f3fb}-\u{1f3ff}]/u

/**
 * The glyphs of `[start, end)` of a line. Controls and invisible characters come as escapes (`\x1b`, `\u202e`), tabs as
 * spaces up to the next stop counted from `start`. Takes time in proportion to `end - start`.
 */
export function* glyphs(text: string, start = 0, end: number = text.length): Iterable<Glyph> {
  let cell = 0
  let previous = ''
  for (let at = start; at < end; ) {
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    const next = Math.min(at + character.length, end)
    const shown = character === '\t' ? ' '.repeat(tabStop - (cell % tabStop)) : visible(character)
    const width = shown === character ? cellsOf(character, previous) : shown.length
    yield { shown, width, start: at, end: next }
    cell += width
    // two regional indicators are one flag; a third begins the next
    previous = regionalIndicator.test(previous) && width === 0 ? '' : character
    at = next
  }
}

/** Text of a manuscript, a registry or a path made safe for a terminal; tabs and line ends become escapes too. */
export function harmless(text: string): string {
  if (ascii.test(text)) return text
  let result = ''
  for (const character of text) result += visible(character)
  return result
}

/** Width of text in terminal cells. */
export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length
  let cells = 0
  for (const { width } of glyphs(text)) cells += width
  return cells
}

function visible(character: string): string {
  if (!hidden.test(character)) return character
  const code = character.codePointAt(0) as number
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`
  return `\\u{${code.toString(16)}}`
}

function cellsOf(character: string, previous: string): number {
  if (character >= ' ' && character <= '~') return 1
  if (marks.test(character)) return 0
  if (regionalIndicator.test(character)) return regionalIndicator.test(previous) ? 0 : 2
  if (skinTone.test(character) && wide.test(previous)) return 0
  return wide.test(character) ? 2 : 1
}
