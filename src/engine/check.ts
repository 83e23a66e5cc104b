import type { Accept } from '../model/config.ts'
import type { Document } from '../model/document.ts'
import type { Draft } from '../model/finding.ts'
import type { Answers, Query } from '../model/query.ts'
import type { AnyCollectionRule, Rule, RuleContext } from '../model/rule.ts'
import type { RuleChoice, Settings } from '../model/settings.ts'
import type { Trouble } from '../model/source.ts'
import { isAccepted } from './accept.ts'
import type { RuleDraft } from './settle.ts'

type Choices = Readonly<Record<string, RuleChoice>>

/** The questions of all rules that are on. */
export function* askRules(
  rules: readonly Rule[],
  document: Document,
  answers: Answers,
  choices: Choices,
): Iterable<Query> {
  for (const rule of rules) {
    if (isCollection(rule) || rule.ask === undefined || !isOn(rule, choices)) continue
    try {
      yield* rule.ask(document, answers)
    } catch {
      // the same defect shows when the rule is checked, where it is reported with its place
    }
  }
}

/** Runs the document rules. A rule that throws loses its own findings and is reported; the others go on. */
export function checkRules(
  rules: readonly Rule[],
  document: Document,
  answers: Answers,
  settings: Settings,
): { drafts: readonly RuleDraft[]; troubles: readonly Trouble[] } {
  const drafts: RuleDraft[] = []
  const troubles: Trouble[] = []
  const context = contextOf(settings)
  for (const rule of rules) {
    if (isCollection(rule) || !isOn(rule, settings.rules)) continue
    const run = (): Iterable<Draft> => rule.check(document, answers, optionsOf(rule, settings.rules), context)
    collect(rule, run, settings.accept, drafts, troubles)
  }
  return { drafts, troubles }
}

/** What the collection rules note of one document, by rule id. */
export function noteFacts(
  rules: readonly Rule[],
  document: Document,
  settings: Settings,
): { facts: Readonly<Record<string, readonly unknown[]>>; troubles: readonly Trouble[] } {
  const facts: Record<string, readonly unknown[]> = {}
  const troubles: Trouble[] = []
  for (const rule of rules) {
    if (!isCollection(rule) || !isOn(rule, settings.rules)) continue
    try {
      facts[rule.id] = [...rule.note(document)]
    } catch (error) {
      troubles.push(failed(rule, error))
    }
  }
  return { facts, troubles }
}

/** Runs one collection rule over the facts of all documents. */
export function checkCollection(
  rule: AnyCollectionRule,
  facts: readonly unknown[],
  settings: Settings,
): { drafts: readonly RuleDraft[]; troubles: readonly Trouble[] } {
  const drafts: RuleDraft[] = []
  const troubles: Trouble[] = []
  const run = (): Iterable<Draft> => rule.check(facts, optionsOf(rule, settings.rules), contextOf(settings))
  collect(rule, run, settings.accept, drafts, troubles)
  return { drafts, troubles }
}

export function isCollection(rule: Rule): rule is AnyCollectionRule {
  return rule.scope === 'collection'
}

export function isOn(rule: Rule, choices: Choices): boolean {
  return choices[rule.id]?.severity !== 'off'
}

function optionsOf(rule: Rule, choices: Choices): object {
  return { ...rule.options, ...choices[rule.id]?.options }
}

function contextOf({ today, accept }: Settings): RuleContext {
  return today === undefined ? { accept } : { today, accept }
}

function collect(
  rule: Rule,
  run: () => Iterable<Draft>,
  accept: Accept,
  drafts: RuleDraft[],
  troubles: Trouble[],
): void {
  const before = drafts.length
  try {
    for (const draft of run()) if (!isAccepted(rule.id, draft, accept)) drafts.push({ rule, draft })
  } catch (error) {
    drafts.length = before
    troubles.push(failed(rule, error))
  }
}

function failed(rule: Rule, error: unknown): Trouble {
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'rule-failed', message: `The rule ${rule.id} failed here and was left out: ${message}`, fatal: true }
}
