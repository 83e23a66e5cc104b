import type { Draft } from '../../../model/finding.ts'

/** More than this many of one kind, and more than this part of all mentions, is a convention or a misreading. */
const MANY = 5
const PART = 0.1

/**
 * Findings of one kind, or where they are too many to be slips, one notice in their place: the first of them with the
 * others beside it. `mentions`: how many citations could have had such a finding.
 */
export function braked(drafts: readonly Draft[], mentions: number, messageId: string): readonly Draft[] {
  const [first] = drafts
  if (first === undefined || drafts.length <= MANY || drafts.length <= mentions * PART) return drafts
  return [
    {
      span: first.span,
      messageId,
      data: { count: drafts.length, mentions },
      severity: 'info',
      confidence: 'likely',
      subject: messageId,
      note: 'So many are seldom slips: see whether text and list follow one convention.',
      related: drafts.slice(1, 20).map(({ span }) => ({ span, message: 'here too' })),
    },
  ]
}
