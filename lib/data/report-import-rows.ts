import 'server-only'
import type { ImportRowState, RowProblem } from '@/lib/domain/imports/import-states'
import { submissionIdOf, type ImportSeal } from '@/lib/sealing/import-seal'
import { openCells } from './report-imports'
import type { Scoped } from './within'

/** A row with its cells opened. */
export type OpenRow = { readonly number: number; readonly line: number; readonly cells: readonly string[] }

/** The next rows after a number in the given states, with their cells. */
export async function listRows(
  on: Scoped<'case.import'>,
  importId: string,
  importSeal: ImportSeal,
  page: { readonly after: number; readonly most: number; readonly states: readonly ImportRowState[] },
): Promise<(OpenRow & { readonly problems: readonly RowProblem[] })[]> {
  const rows = await on.db.reportImportRow.findMany({
    where: { importId, number: { gt: page.after }, state: { in: [...page.states] } },
    orderBy: { number: 'asc' },
    take: page.most,
    select: { number: true, line: true, sealedCells: true, problems: true },
  })
  return rows.map(({ number, line, sealedCells, problems }) => ({
    number,
    line,
    cells: sealedCells === null ? [] : openCells(importSeal, { number, sealedCells }),
    problems: problems as RowProblem[],
  }))
}

/** Says of every row of an import whether it can be imported: `wrong` by number, the others wait. */
export async function updateRowProblems(
  on: Scoped<'case.import'>,
  importId: string,
  wrong: ReadonlyMap<number, readonly RowProblem[]>,
): Promise<void> {
  await on.db.$executeRaw`UPDATE report_import_row SET state = 'waiting', problems = '[]'
    WHERE import_id = ${importId}::uuid AND state = 'wrong'`
  const all = [...wrong].map(([number, problems]) => ({ number, problems }))
  await on.db.$executeRaw`UPDATE report_import_row r SET state = 'wrong', problems = w.problems
    FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS w(number integer, problems jsonb)
    WHERE r.import_id = ${importId}::uuid AND r.number = w.number AND r.state = 'waiting'`
}

/** What became of a row. */
export type RowDone = { readonly number: number; readonly state: 'made' | 'same'; readonly caseId: string | null }

/** Says what became of rows that waited. */
export async function updateRowsDone(
  on: Scoped<'case.import'>,
  importId: string,
  done: readonly RowDone[],
): Promise<void> {
  await on.db.$executeRaw`UPDATE report_import_row r SET state = d.state, case_id = d."caseId"
    FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb) AS d(number integer, state text, "caseId" uuid)
    WHERE r.import_id = ${importId}::uuid AND r.number = d.number AND r.state = 'waiting'`
}

/**
 * The submission that a row is, for ever: by the reference the office gave it, otherwise by all that its cells say. The same row in
 * another file, or the same file again, is the same submission; two rows without a reference that say the same are one.
 */
export function submissionOf(officeId: string, row: { readonly reference: string; readonly cells: readonly string[] }) {
  if (row.reference !== '')
    return submissionIdOf(officeId, `reference\0${row.reference.normalize('NFKC').toLowerCase()}`)
  const cells = row.cells.slice(0, row.cells.findLastIndex((cell) => cell !== '') + 1)
  return submissionIdOf(officeId, `cells\0${JSON.stringify(cells)}`)
}

/** Which of these submissions are cases already; the case is null where it was erased since. */
export async function findKnownSubmissions(
  on: Scoped<'case.import'>,
  submissionIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await on.db.$queryRaw<
    { submission_id: string; case_id: string | null }[]
  >`SELECT submission_id, case_id FROM app.known_submissions(${[...submissionIds]}::uuid[])`
  return new Map(rows.map((row) => [row.submission_id, row.case_id]))
}

/** A row that became a case, or was one already. */
export type RowCase = {
  readonly number: number
  readonly line: number
  readonly state: string
  readonly caseNumber: string | null
  readonly severity: string | null
  readonly caseState: string | null
}

/** What became of the rows after a number, in the order of the file, with the numbers of their cases. */
export async function listRowCases(
  on: Scoped<'case.import'>,
  importId: string,
  page: { readonly after: number; readonly most: number },
): Promise<RowCase[]> {
  return on.db.$queryRaw<RowCase[]>`
    SELECT r.number, r.line, r.state, c.number AS "caseNumber", c.severity, c.state AS "caseState"
      FROM report_import_row r LEFT JOIN cases c ON c.id = r.case_id
     WHERE r.import_id = ${importId}::uuid AND r.number > ${page.after} AND r.state IN ('made', 'same', 'undone')
     ORDER BY r.number LIMIT ${page.most}`
}

/** The rows of an import that tell of danger and whose cases are open, in the order of the file; those that were cases before too. */
export async function listCriticalRows(on: Scoped<'case.import'>, importId: string, most: number): Promise<RowCase[]> {
  return on.db.$queryRaw<RowCase[]>`
    SELECT r.number, r.line, r.state, c.number AS "caseNumber", c.severity, c.state AS "caseState"
      FROM report_import_row r JOIN cases c ON c.id = r.case_id
     WHERE r.import_id = ${importId}::uuid AND r.state IN ('made', 'same') AND c.severity = 'critical' AND c.state <> 'closed' AND c.erased_at IS NULL
     ORDER BY r.number LIMIT ${most}`
}

/** How many cases of an import can still be taken back: nobody has worked on them. */
export async function countUndoable(on: Scoped<'case.import'>, importId: string): Promise<number> {
  const rows = await on.db.$queryRaw<{ count: number }[]>`SELECT app.count_undoable(${importId}::uuid) AS count`
  return rows[0]?.count ?? 0
}

/** Takes back some more cases of an import that is being undone; returns how many went, none when it is through. */
export async function undoRows(on: Scoped<'case.import'>, importId: string, most: number): Promise<number> {
  const rows = await on.db.$queryRaw<
    { gone: number }[]
  >`SELECT app.undo_import_rows(${importId}::uuid, ${most}::integer) AS gone`
  return rows[0]?.gone ?? 0
}
