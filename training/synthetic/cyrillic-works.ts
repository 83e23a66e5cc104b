import type { Random } from '../random.ts'
import { longer } from './titles.ts'
import { doi, isbn, type Kind, maybe, type Name, url, type Work } from './work.ts'

/** The lists that make up works of one language of Cyrillic script. */
export interface Vocabulary {
  readonly families: readonly string[]
  readonly given: readonly string[]
  readonly patronymics: readonly string[]
  readonly heads: readonly string[]
  readonly objects: readonly string[]
  readonly contexts: readonly string[]
  readonly journals: readonly string[]
  readonly newspapers: readonly string[]
  readonly places: readonly string[]
  readonly publishers: readonly string[]
  readonly universities: readonly string[]
  readonly degrees: readonly string[]
  readonly genres: readonly string[]
  readonly editions: readonly string[]
  readonly collections: readonly string[]
  readonly conferences: readonly string[]
  readonly monthsGenitive: readonly string[]
  readonly archives: readonly string[]
  readonly laws: readonly string[]
  readonly lawKinds: readonly string[]
  readonly stems: readonly string[]
  readonly stemEndings: readonly string[]
  readonly sites: readonly string[]
  readonly bodies: readonly string[]
}

export function cyrillicName(random: Random, words: Vocabulary, kazakh: boolean): Name {
  let family = random.pick(words.families)
  const female = random.chance(0.35)
  // -ов and -ин take an ending, -ий becomes -ая; the rest stays
  if (female && /(?:ов|ев|ёв|ин)$/.test(family)) family += 'а'
  else if (female && /[сц]кий$/.test(family)) family = family.replace(/ий$/, 'ая')
  const given = random.pick(words.given)
  const patronymic = random.pick(words.patronymics)
  const both = random.chance(kazakh ? 0.45 : 0.8)
  const hyphen = random.chance(0.03) ? `-${random.pick(words.given)[0]}.` : ''
  return {
    family,
    given: both ? `${given} ${patronymic}` : given,
    initials: both ? `${given[0]}. ${patronymic[0]}.` : `${given[0]}.${hyphen}`,
  }
}

/** A word that no dictionary has: the parser must not lean on known words. */
function coined(random: Random, words: Vocabulary): string {
  return random.pick(words.stems) + random.pick(words.stemEndings)
}

function capital(text: string): string {
  return (text[0] ?? '').toUpperCase() + text.slice(1)
}

export function cyrillicTitle(random: Random, words: Vocabulary, kazakh: boolean): string {
  const head = random.pick(words.heads)
  const object = random.pick(words.objects)
  const context = random.chance(0.55) ? random.pick(words.contexts) : ''
  const join = (left: string, right: string): string =>
    right === '' ? left : /^[:.]/.test(right) ? left + right : `${left} ${right}`
  const strange = random.chance(0.35)
    ? `${coined(random, words)}${random.chance(0.4) ? ` ${coined(random, words)}` : ''}`
    : ''
  const forms: readonly (() => string)[] = kazakh
    ? [
        () => join(`${object} ${head}`, context),
        () => join(`${object} ${strange} ${head}`.replace(/ +/g, ' '), context),
        () => capital(join(`${strange === '' ? coined(random, words) : strange} ${head}`, context)),
        () => capital(`${coined(random, words)} мен ${coined(random, words)}`),
      ]
    : [
        () => join(`${head} ${object}`, context),
        () => join(`${head} ${strange} ${object}`.replace(/ +/g, ' '), context),
        () => capital(join(object, context)),
        () => capital(join(`${coined(random, words)} ${object}`, context)),
        () =>
          capital(`${coined(random, words)} ${random.pick(['и', 'и', 'как', 'в системе'])} ${coined(random, words)}`),
      ]
  let title = random.pick(forms)()
  if (random.chance(0.08)) title += `: ${random.pick(forms)().toLowerCase()}`
  if (random.chance(0.06)) title = `«${capital(coined(random, words))}» ${title[0]?.toLowerCase()}${title.slice(1)}`
  if (random.chance(0.05)) title = `${title}. ${random.pick(forms)()}`
  if (random.chance(0.04)) title += '?'
  title = title.replace(/\s+/g, ' ')
  return random.chance(0.15) ? longer(random, words, title) : title
}

const kinds: readonly Kind[] = [
  'article',
  'article',
  'article',
  'article',
  'article',
  'book',
  'book',
  'book',
  'chapter',
  'conference',
  'conference',
  'thesis',
  'web',
  'web',
  'newspaper',
  'law',
  'archive',
  'report',
]

export function cyrillicWork(random: Random, words: Vocabulary, kazakh: boolean): Work {
  const kind = random.pick(kinds)
  const name = (): Name => cyrillicName(random, words, kazakh)
  const count = random.pick([1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5])
  const people = kind === 'law' || kind === 'archive' ? [] : Array.from({ length: count }, name)
  const first = random.between(3, 400)
  const conference = random.pick(words.conferences).replace('{}', cyrillicTitle(random, words, kazakh))
  const volume = maybe(random, 0.45, () =>
    random.chance(0.1) ? random.pick(['I', 'II', 'III', 'IV', 'VII', 'XII']) : String(random.between(1, 90)),
  )
  const editors = random.chance(0.22) ? Array.from({ length: random.pick([1, 1, 2]) }, name) : []
  const anonymous =
    (kind === 'web' && random.chance(0.6)) ||
    (kind === 'book' && random.chance(0.15)) ||
    (kind === 'newspaper' && random.chance(0.3))
  const body = maybe(random, kind === 'web' || kind === 'report' ? 0.35 : kind === 'book' ? 0.08 : 0, () =>
    random.pick(words.bodies),
  )
  return {
    kind,
    ...optional({ body }),
    people: anonymous || body !== undefined ? [] : people,
    editors: anonymous && kind === 'book' && editors.length === 0 ? [name()] : editors,
    translators: random.chance(0.06) ? [name()] : [],
    title: kind === 'law' ? random.pick(words.laws) : cyrillicTitle(random, words, kazakh),
    container:
      kind === 'article'
        ? random.chance(0.12)
          ? `${random.pick(words.journals)}. ${capital(coined(random, words))}`
          : random.pick(words.journals)
        : kind === 'newspaper'
          ? random.pick(words.newspapers)
          : kind === 'conference'
            ? conference
            : kind === 'web'
              ? random.pick(words.sites)
              : cyrillicTitle(random, words, kazakh),
    ...optional({
      collection: maybe(random, 0.08, () => random.pick(words.collections)),
      volume,
      issue: maybe(
        random,
        volume === undefined ? 0.85 : 0.7,
        () =>
          `${random.between(1, 12)}${random.chance(0.08) ? `–${random.between(2, 12)}` : ''}${random.chance(0.1) ? ` (${random.between(13, 180)})` : ''}`,
      ),
      edition: maybe(random, 0.18, () => random.pick(words.editions)),
      genre: kind === 'thesis' ? random.pick(words.degrees) : maybe(random, 0.25, () => random.pick(words.genres)),
      doi: maybe(random, 0.18, () => doi(random)),
    }),
    first,
    last: first + random.between(1, 30),
    year: random.chance(0.8) ? random.between(1990, 2024) : random.between(1890, 1990),
    month: random.between(1, 12),
    day: random.between(1, 28),
    place: random.pick(words.places),
    publisher: kind === 'thesis' ? random.pick(words.universities) : random.pick(words.publishers),
    extent: random.between(40, 800),
    url: url(random),
    isbn: isbn(random),
  }
}

/** Leaves out what is undefined, for exact optional properties. */
export function optional<Parts extends object>(
  parts: Parts,
): { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never
}
