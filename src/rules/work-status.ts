import type { Document } from '../model/document.ts'
import type { Draft } from '../model/finding.ts'
import type { Answers, WorkRecord, WorkUpdate } from '../model/query.ts'
import type { Reference } from '../model/reference.ts'
import { addressOf, type Found, firstOfEach, foundWorks, placeOfId } from './works.ts'

/** What a registry may have recorded about a work, in the order in which it counts. */
export type Event = 'retraction' | 'reinstatement' | 'concern' | 'correction'

const EVENTS: readonly (readonly [Event, RegExp])[] = [
  ['reinstatement', /^reinstate/],
  ['retraction', /^(?:partial-)?retraction$|^retracted|^withdraw|^removal$|^removed/],
  ['concern', /expression-of-concern|^concern/],
  ['correction', /^correct|^corrigend|^errat|^addend|^clarif|^new-version$|^new-edition$/],
]

/** Words for a kind of event, as messages say it. */
const WORDS: Readonly<Record<string, string>> = {
  retraction: 'retraction',
  'partial-retraction': 'partial retraction',
  withdrawal: 'withdrawal',
  removal: 'removal',
  'expression-of-concern': 'expression of concern',
  corrigendum: 'corrigendum',
  erratum: 'erratum',
  addendum: 'addendum',
  clarification: 'clarification',
  'new-version': 'new version',
  'new-edition': 'new edition',
}

const RECORDERS: Readonly<Record<string, string>> = {
  'retraction-watch': 'Retraction Watch',
  publisher: 'The publisher',
}

export function eventOf({ type }: WorkUpdate): Event | undefined {
  const word = type.toLowerCase().replace(/[_\s]+/g, '-')
  return EVENTS.find(([, pattern]) => pattern.test(word))?.[0]
}

/** What holds now, and every entry that says so. */
export interface Standing {
  readonly event: Event
  readonly update: WorkUpdate
  /** all recorded entries of this kind of event */
  readonly entries: readonly WorkUpdate[]
}

/**
 * The newest of retraction and reinstatement decides; concern and correction never undo a retraction. An entry without a
 * date is taken for the oldest, and of one day the retraction counts.
 */
export function standingOf({ updates = [] }: WorkRecord): Standing | undefined {
  const events = updates.flatMap((update) => {
    const event = eventOf(update)
    return event === undefined ? [] : [{ event, update }]
  })
  const decisive = newest(events.filter(({ event }) => event === 'retraction' || event === 'reinstatement'))
  const chosen =
    decisive ??
    newest(events.filter(({ event }) => event === 'concern')) ??
    newest(events.filter(({ event }) => event === 'correction'))
  if (chosen === undefined) return undefined
  const entries = events.filter(({ event }) => event === chosen.event).map(({ update }) => update)
  return { ...chosen, entries }
}

function newest<Entry extends { event: Event; update: WorkUpdate }>(entries: readonly Entry[]): Entry | undefined {
  const rank = ({ event }: Entry): number => (event === 'retraction' ? 1 : 0)
  return entries.reduce<Entry | undefined>((best, next) => {
    if (best === undefined) return next
    const [one, other] = [best.update.date ?? '', next.update.date ?? '']
    return other > one || (other === one && rank(next) > rank(best)) ? next : best
  }, undefined)
}

export interface RecordedEvent extends Found, Standing {
  readonly others: readonly Reference[]
  /** the entry itself says so, or the notice is cited beside the work */
  readonly isKnown: boolean
}

const SAYS =
  /retract|withdrawn|withdrawal|expression of concern|corrigend|erratum|отозван|ретракц|отозвана|қайтарып алынған|кері қайтар|відкликан|撤稿|撤回/iu

/** Every cited work about which a registry recorded one of the events, once a file. */
export function* worksWith(document: Document, answers: Answers, wanted: readonly Event[]): Iterable<RecordedEvent> {
  const found = [...foundWorks(document, answers)]
  const notices = new Set(found.filter(({ record }) => record.noticeOf?.length).map(({ id }) => id.toLowerCase()))
  for (const one of firstOfEach(found)) {
    const standing = standingOf(one.record)
    if (standing === undefined || !wanted.includes(standing.event)) continue
    const citesNotice = standing.entries.some(({ doi }) => doi !== undefined && notices.has(doi.toLowerCase()))
    yield { ...one, ...standing, isKnown: citesNotice || SAYS.test(one.reference.passage.text) }
  }
}

/** The finding about a recorded event. `when` is the day of the manuscript, where it says one. */
export function eventDraft(one: RecordedEvent, when: string | undefined): Draft {
  const { reference, id, update, entries, source, asOf, others, isKnown } = one
  const registry = recorder(update, source)
  const what = WORDS[update.type.toLowerCase().replace(/[_\s]+/g, '-')] ?? one.event
  const later = when !== undefined && update.date !== undefined && update.date > when
  const sources = [...new Set(entries.map((entry) => recorder(entry, source)))].join(', ')
  const notice = update.doi
  const data = { label: reference.label, registry, what, article: /^[aeiou]/.test(what) ? 'an' : 'a' }
  return {
    span: placeOfId(reference, id),
    messageId: update.date === undefined ? 'undated' : later ? 'later' : 'recorded',
    data: update.date === undefined ? data : { ...data, date: update.date },
    subject: `${id} ${one.event}`,
    ...(isKnown ? { severity: 'info' } : {}),
    note: isKnown
      ? 'The entry or a cited notice says so already.'
      : notice === undefined
        ? 'Read the notice and decide whether the work may still be cited for this.'
        : `Read the notice (${addressOf(notice)}) and decide whether the work may still be cited for this.`,
    related: others.map(({ span, label }) => ({ span, message: `the same work is cited as ${label}` })),
    evidence: [
      {
        about: 'status of the work',
        ours: isKnown ? 'the entry tells of it' : 'the entry says nothing of it',
        theirs: `${what}${update.date === undefined ? '' : ` of ${update.date}`}${notice === undefined ? '' : `, notice ${notice}`}`,
        source: sources,
        asOf,
        ...(notice === undefined ? {} : { url: addressOf(notice) }),
        ...(later ? { computation: `${update.date} > ${when}` } : {}),
      },
    ],
    concerns: [reference.id],
  }
}

function recorder({ source }: WorkUpdate, fallback: string): string {
  return source === undefined ? fallback : (RECORDERS[source] ?? source)
}

/** The day of the manuscript as its front matter says, `YYYY-MM-DD` or shorter. */
export function dayOf({ metadata }: Document): string | undefined {
  return /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?/.exec(metadata.date ?? '')?.[0]
}
