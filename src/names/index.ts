export { bothCommon } from './common.ts'
export {
  agreeingInitials,
  bothPinyin,
  compareFamilies,
  compareNames,
  comparePersons,
  initialsAgree,
  type NameComparison,
  type NameReason,
  type NameVerdict,
  withinSlip,
} from './compare.ts'
export { acronym, corporateKeys, isCorporate } from './corporate.ts'
export { editCost } from './cost.ts'
export { caseForms, caseLanguages, lemmas } from './declension.ts'
export { frame, type NameKeys, nameKeys, type Sounding, soundingOf } from './keys.ts'
export { NameIndex, type NameMatch } from './lookup.ts'
export { palladiusOfPinyin, pinyinOfPalladius, pinyinOfRespelled, pinyinSyllables } from './palladius.ts'
export { initialsOf, isParticle, type NameInput, type PersonName, parseName, personOf } from './person.ts'
export { cyrillicRenderings } from './practical.ts'
export { evidenceOf, logOdds, type NameEvidence, probability } from './score.ts'
export { cleanName, type NameScript, scriptOf, unmixed } from './script.ts'
export { isPinyinSurname, surnameAtHead, surnameReadings } from './surnames.ts'
export { WEIGHTS } from './weights.ts'
