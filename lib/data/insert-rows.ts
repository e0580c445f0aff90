import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { Scoped } from './within'

/** The rows of a new report, by table, each in the shape Prisma knows; all rows of one table name the same columns. */
export type RowsByTable = {
  cases: Prisma.CaseCreateManyInput
  case_key: Prisma.CaseKeyCreateManyInput
  statement: Prisma.StatementCreateManyInput
  original_text: Prisma.OriginalTextCreateManyInput
  case_person: Prisma.CasePersonCreateManyInput
  case_party: Prisma.CasePartyCreateManyInput
  fee_line: Prisma.FeeLineCreateManyInput
  loan: Prisma.LoanCreateManyInput
  wage_fact: Prisma.WageFactCreateManyInput
  placement: Prisma.PlacementCreateManyInput
  fee_assessment: Prisma.FeeAssessmentCreateManyInput
  consent: Prisma.ConsentCreateManyInput
  evidence: Prisma.EvidenceCreateManyInput
  deadline: Prisma.DeadlineCreateManyInput
  indicator_finding: Prisma.IndicatorFindingCreateManyInput
  state_move: Prisma.StateMoveCreateManyInput
  report_import_row: Prisma.ReportImportRowCreateManyInput
  audit_event: Pick<
    Prisma.AuditEventCreateManyInput,
    'id' | 'officeId' | 'actorKind' | 'actorId' | 'action' | 'caseId' | 'detail'
  >
}

export type TableRows = {
  [T in keyof RowsByTable]: { readonly table: T; readonly rows: readonly RowsByTable[T][] }
}[keyof RowsByTable]

/** Inserts the rows in the given order, in one statement; each passes row-level security. The first that does not fails all. */
export async function insertRows(on: Scoped<Permission>, batch: readonly TableRows[]): Promise<void> {
  const json = JSON.stringify(batch.map(({ table, rows }) => ({ table, rows: rows.map(columnsOf) })))
  await on.db.$executeRaw`SELECT app.insert_rows(${json}::jsonb)`
}

function columnsOf(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), jsonValue(value)]))
}

/** Some hundred names, asked for again with every row. */
const columns = new Map<string, string>()

function snakeCase(name: string): string {
  const known = columns.get(name)
  if (known !== undefined) return known
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(name, column)
  return column
}

function jsonValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (typeof value === 'bigint') return value.toString()
  return value ?? null
}
