import type { PersonName } from '../names/index.ts'
import { fold } from '../text/fold.ts'

/** Short forms that begin with another letter, or are no misspelling of each other. */
const SHORT_FORMS: readonly (readonly string[])[] = [
  ['william', 'bill', 'will', 'billy', 'liam'],
  ['robert', 'bob', 'rob', 'bobby'],
  ['richard', 'dick', 'rick', 'rich'],
  ['edward', 'ted', 'ed', 'ned', 'eddie'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['john', 'jack', 'johnny', 'jon'],
  ['margaret', 'peggy', 'maggie', 'meg', 'greta'],
  ['elizabeth', 'liz', 'beth', 'betty', 'lisa', 'eliza'],
  ['anthony', 'tony'],
  ['charles', 'chuck', 'charlie'],
  ['henry', 'harry', 'hank'],
  ['katherine', 'kate', 'kathy', 'catherine', 'kathryn', 'cathy', 'katie'],
  ['michael', 'mike', 'mick'],
  ['thomas', 'tom', 'tommy'],
  ['joseph', 'joe'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave'],
  ['steven', 'steve', 'stephen'],
  ['christopher', 'chris', 'kit'],
  ['benjamin', 'ben'],
  ['samuel', 'sam'],
  ['samantha', 'sam'],
  ['alexander', 'alex', 'sasha', 'sandy', 'aleksandr'],
  ['alexandra', 'alex', 'sasha', 'sandra'],
  ['nicholas', 'nick', 'nicolas'],
  ['matthew', 'matt'],
  ['timothy', 'tim'],
  ['gregory', 'greg'],
  ['jeffrey', 'jeff', 'geoffrey'],
  ['kenneth', 'ken'],
  ['ronald', 'ron'],
  ['donald', 'don'],
  ['andrew', 'andy', 'drew'],
  ['susan', 'sue', 'susanne'],
  ['deborah', 'debbie', 'deb'],
  ['patricia', 'pat', 'patty', 'trish'],
  ['peter', 'pete'],
  ['philip', 'phil'],
  ['raymond', 'ray'],
  ['lawrence', 'larry'],
  ['gerald', 'jerry', 'gerry'],
  ['vladimir', 'volodymyr'],
  ['dmitry', 'dima'],
  ['mary', 'molly', 'polly'],
  ['theodore', 'ted', 'theo'],
  ['ludwig', 'lutz'],
  ['johannes', 'hans', 'jan'],
]

/** Bill Roe and William Roe; a single initial stands for any form that begins with it. */
export function namesakes(one: PersonName, other: PersonName): boolean {
  const [first, second] = [firstName(one), firstName(other)]
  if (first === '' || second === '') return false
  return SHORT_FORMS.some((forms) => {
    const holds = (name: string): boolean =>
      name.length === 1 ? forms.some((form) => form.startsWith(name)) : forms.includes(name)
    // two single letters say nothing
    return first.length + second.length > 2 && holds(first) && holds(second)
  })
}

function firstName({ given = '' }: PersonName): string {
  return fold(given.split(/[\s.-]+/)[0] ?? '')
}
