import type { TableMatrix } from './entry'
import { CASES } from './tables/cases'
import { LEDGER } from './tables/ledger'
import { OFFICES } from './tables/offices'
import { PARTIES } from './tables/parties'
import { STATISTICS } from './tables/statistics'
import { WORDS } from './tables/words'

/** Every table of the application. A table that is not here fails the build (tests/unit/matrix.test.ts). */
export const TABLES: TableMatrix = { ...CASES, ...WORDS, ...LEDGER, ...PARTIES, ...OFFICES, ...STATISTICS }

/** Relations without row-level security, and why. */
export const WITHOUT_POLICIES: Readonly<Record<string, string>> = {
  jobs: 'the queue (pg-boss) keeps its own tables; a job carries ids, and what it does asks for its own pass',
  'public._prisma_migrations': 'names of migrations: readiness compares them; only read',
  'app.remedy_money': 'a view of the owner for functions; the role of the application has no right to it',
}
