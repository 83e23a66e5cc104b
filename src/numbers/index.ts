export { draftsOf } from './drafts.ts'
export { type Ledger, readLedger } from './ledger.ts'
export type { LedgerInput } from './read.ts'
