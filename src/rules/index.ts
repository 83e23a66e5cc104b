import type { Rule } from '../model/rule.ts'
import { citedAuthor } from './citations/author.ts'
import { etAl } from './citations/et-al.ts'
import { missingCoauthor } from './citations/missing-coauthor.ts'
import { placeholderInText } from './citations/placeholder.ts'
import { undefinedCitation } from './citations/undefined.ts'
import { wrongNumber } from './citations/wrong-number.ts'
import { citedYear } from './citations/year.ts'
import { checkDigit } from './identifiers/check-digit.ts'
import { malformedDoi } from './identifiers/doi-malformed.ts'
import { linkText } from './identifiers/link-text.ts'
import { malformedUrl } from './identifiers/url-malformed.ts'
import { deadLink } from './links/dead.ts'
import { movedLink } from './links/moved.ts'
import { suspiciousLink } from './links/suspicious.ts'
import { counterpartDiffers } from './lists/counterpart-differs.ts'
import { counterpartMissing } from './lists/counterpart-missing.ts'
import { mergedEntries } from './lists/merged-entries.ts'
import { listNumbering } from './lists/numbering.ts'
import { listOrder } from './lists/order.ts'
import { romanisation } from './lists/romanisation.ts'
import { splitEntry } from './lists/split-entry.ts'
import { frontMatter } from './names/front-matter.ts'
import { givenAsFamily } from './names/given-as-family.ts'
import { namedPerson } from './names/person.ts'
import { nameSpelling } from './names/spelling.ts'
import { swappedNames } from './names/swapped.ts'
import { figureBounds } from './numbers/bounds.ts'
import { contradiction } from './numbers/contradiction.ts'
import { direction } from './numbers/direction.ts'
import { effectSize } from './numbers/effect-size.ts'
import { granularity } from './numbers/granularity.ts'
import { figureMagnitude } from './numbers/magnitude.ts'
import { percentChange } from './numbers/percent-change.ts'
import { figureRatio } from './numbers/ratio.ts'
import { repeatedFigures } from './numbers/repeated.ts'
import { sampleSize } from './numbers/sample-size.ts'
import { figureShare } from './numbers/share.ts'
import { sourceDiffers } from './numbers/source-differs.ts'
import { figureSum } from './numbers/sum.ts'
import { testStatistic } from './numbers/test-statistic.ts'
import { citationStyle } from './profile/citation-style.ts'
import { doiRequired } from './profile/doi-required.ts'
import { parallelList } from './profile/parallel-list.ts'
import { selfCitation } from './profile/self-citation.ts'
import { sourceAge } from './profile/source-age.ts'
import { recordedAuthor } from './records/author.ts'
import { concernedWork } from './records/concern.ts'
import { correctedWork } from './records/corrected.ts'
import { missingDoi } from './records/doi-missing.ts'
import { unregisteredDoi } from './records/doi-unregistered.ts'
import { recordedField } from './records/field.ts'
import { otherWork } from './records/other-work.ts'
import { publishedVersion } from './records/published-version.ts'
import { retractedWork } from './records/retracted.ts'
import { duplicateReference } from './references/duplicate.ts'
import { missingField } from './references/missing-field.ts'
import { placeholderInEntry } from './references/placeholder.ts'
import { repeatedAuthor } from './references/repeated-author.ts'
import { uncitedReference } from './references/uncited.ts'
import { accessDate } from './time/access-date.ts'
import { anachronism } from './time/anachronism.ts'

/** All rules, in the order of their ids. A new rule is a new file and one line here; a test compares the two. */
export const rules: readonly Rule[] = [
  citedAuthor,
  etAl,
  missingCoauthor,
  placeholderInText,
  undefinedCitation,
  wrongNumber,
  citedYear,
  checkDigit,
  malformedDoi,
  linkText,
  malformedUrl,
  deadLink,
  movedLink,
  suspiciousLink,
  counterpartDiffers,
  counterpartMissing,
  mergedEntries,
  listNumbering,
  listOrder,
  romanisation,
  splitEntry,
  frontMatter,
  givenAsFamily,
  namedPerson,
  nameSpelling,
  swappedNames,
  figureBounds,
  contradiction,
  direction,
  effectSize,
  granularity,
  figureMagnitude,
  percentChange,
  figureRatio,
  repeatedFigures,
  sampleSize,
  figureShare,
  sourceDiffers,
  figureSum,
  testStatistic,
  citationStyle,
  doiRequired,
  parallelList,
  selfCitation,
  sourceAge,
  recordedAuthor,
  concernedWork,
  correctedWork,
  missingDoi,
  unregisteredDoi,
  recordedField,
  otherWork,
  publishedVersion,
  retractedWork,
  duplicateReference,
  missingField,
  placeholderInEntry,
  repeatedAuthor,
  uncitedReference,
  accessDate,
  anachronism,
]
