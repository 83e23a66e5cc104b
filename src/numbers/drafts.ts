import type { Document } from '../model/document.ts'
import type { Draft } from '../model/finding.ts'

/** The discrepancies of a document that one rule of `rules/numbers/` speaks of, as drafts. */
export function* draftsOf({ relations }: Document, rule: string): Iterable<Draft> {
  for (const { problem, computation } of relations) {
    if (problem?.rule !== rule) continue
    const { span, messageId, data, severity, confidence, related, about, ours, theirs, note } = problem
    yield {
      span,
      messageId,
      data,
      ...(severity === undefined ? {} : { severity }),
      confidence,
      related,
      ...(note === undefined ? {} : { note }),
      subject: `${messageId} ${ours} ${theirs}`,
      evidence: [{ about, ours, theirs, source: 'the manuscript', computation }],
    }
  }
}
