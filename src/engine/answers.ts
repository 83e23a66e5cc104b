import type { AnswerFor, Answers, AnyAnswer, Query, Registry } from '../model/query.ts'
import { queryKey } from '../model/query.ts'

/** The answers that are known so far. */
export class AnswerBook implements Answers {
  readonly #answers = new Map<string, AnyAnswer>()

  static of(known: readonly { readonly query: Query; readonly answer: AnyAnswer }[]): AnswerBook {
    const book = new AnswerBook()
    for (const { query, answer } of known) book.#answers.set(queryKey(query), answer)
    return book
  }

  to<Q extends Query>(query: Q): AnswerFor<Q> {
    return (this.#answers.get(queryKey(query)) ?? { state: 'unknown', why: 'not-asked' }) as AnswerFor<Q>
  }

  has(query: Query): boolean {
    return this.#answers.has(queryKey(query))
  }

  /** What was asked and could not be looked at. */
  *unknown(): Iterable<{ readonly key: string; readonly why: string }> {
    for (const [key, answer] of this.#answers) if (answer.state === 'unknown') yield { key, why: answer.why }
  }

  /** How many questions were answered, by the word that their key begins with. */
  answered(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {}
    for (const [key, answer] of this.#answers) {
      if (answer.state === 'unknown') continue
      const kind = key.slice(0, Math.max(key.indexOf(' '), 0))
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    return counts
  }

  put(query: Query, answer: AnyAnswer): void {
    this.#answers.set(queryKey(query), answer)
  }
}

/** A question may follow from an answer, and a second one from that; then it ends. */
const ROUNDS = 3

/**
 * Asks until nothing new is asked, at most three rounds; what is left then is `unknown`, `unsupported`.
 * `ask` yields the questions that follow from the answers so far; without a registry every answer is `unknown`, `offline`.
 */
export async function gather(
  ask: (answers: Answers) => Iterable<Query>,
  registry: Registry | undefined,
): Promise<AnswerBook> {
  const book = new AnswerBook()
  for (let round = 0; round < ROUNDS; round++) {
    const open = openQuestions(ask(book), book)
    if (open.length === 0) return book
    const answers = registry === undefined ? [] : await registry.ask(open).catch(() => [])
    for (const [index, query] of open.entries()) {
      book.put(query, answers[index] ?? { state: 'unknown', why: registry === undefined ? 'offline' : 'failed' })
    }
  }
  for (const query of openQuestions(ask(book), book)) book.put(query, { state: 'unknown', why: 'unsupported' })
  return book
}

function openQuestions(queries: Iterable<Query>, book: AnswerBook): readonly Query[] {
  const open = new Map<string, Query>()
  for (const query of queries) if (!book.has(query)) open.set(queryKey(query), query)
  return [...open.values()]
}
