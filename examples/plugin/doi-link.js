const resolver = 'https://doi.org/'

/** What may stand before a DOI and goes when it becomes a link. */
const prefix = /(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:?\s*)$/i

/**
 * The journal prints every DOI as a link, `https://doi.org/10.…`.
 *
 * @type {import('citelint').DocumentRule}
 */
export const doiLink = {
  id: 'house/doi-link',
  summary: 'Every DOI of the list is written as a link.',
  why: 'A reader of the printed page can type a link; of `doi:10.…` only some know what to make.',
  cannotSee: 'DOIs in a library, which the style of the journal prints by itself, and DOIs in the text.',
  severity: 'warning',
  messages: { bare: 'The DOI {doi} is not written as a link' },
  examples: [
    {
      title: 'a DOI behind a label',
      manuscript: `Rivers rise (Roe, 2014).

## References

Roe, A. (2014). On rivers. Journal of Invented Results, 3(1), 4–9. ⟦doi:10.5555/jir.2014⟧
`,
      says: ['The DOI 10.5555/jir.2014 is not written as a link'],
      fixed: `Rivers rise (Roe, 2014).

## References

Roe, A. (2014). On rivers. Journal of Invented Results, 3(1), 4–9. https://doi.org/10.5555/jir.2014
`,
    },
    {
      title: 'a DOI as a link',
      manuscript: `Rivers rise (Roe, 2014).

## References

Roe, A. (2014). On rivers. Journal of Invented Results, 3(1), 4–9. https://doi.org/10.5555/jir.2014
`,
    },
  ],

  *check({ kind, source, references }) {
    if (kind === 'library') return
    for (const { id, identifiers, fields } of references) {
      const place = fields.find(({ field }) => field === 'DOI')?.segments[0]
      // a DOI that is broken over lines has other troubles first
      if (identifiers.doi === undefined || place === undefined || place.path !== source.path) continue
      const before = source.text.slice(Math.max(0, place.start - 30), place.start)
      const typed = source.text.slice(place.start, place.end)
      if (typed.startsWith(resolver) || before.endsWith(resolver)) continue
      const span = { ...place, start: place.start - (prefix.exec(before)?.[0].length ?? 0) }
      yield {
        span,
        messageId: 'bare',
        data: { doi: identifiers.doi },
        // what the finding is about, not where it stands: a baseline still knows it when the text moves
        subject: identifiers.doi,
        concerns: [id],
        fixes: [{ title: 'Write it as a link', safety: 'safe', edits: [{ span, text: resolver + identifiers.doi }] }],
      }
    }
  },
}
