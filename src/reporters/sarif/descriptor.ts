import type { Severity } from '../../model/finding.ts'
import type { Rule } from '../../model/rule.ts'
import { toMarkdownPage } from '../rule-page.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** A rule as SARIF describes it: what `explain` prints, with what the rule cannot see. */
export function descriptorOf(rule: Rule | { readonly id: string }): object {
  if (!('summary' in rule)) return { id: rule.id }
  const { id, summary, why, cannotSee, severity } = rule
  return {
    id,
    name: pascal(id),
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${why}` },
    help: { text: `${summary}\n\nWhy: ${why}\n\nWhat it cannot see: ${cannotSee}`, markdown: toMarkdownPage(rule) },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [id.slice(0, id.indexOf('/'))], cannotSee },
  }
}

/** `lists/split-entry` as `ListsSplitEntry` (3.49.7). */
function pascal(id: string): string {
  return id
    .split(/[^\p{L}\p{N}]/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}
