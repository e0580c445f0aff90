import type { Pool } from 'pg'
import { grantStaff } from '@/lib/access/grant'
import { beginImport } from '@/lib/usecases/imports/begin-import'
import { checkImport } from '@/lib/usecases/imports/check-import'
import { readImport } from '@/lib/usecases/imports/read-import'
import { runImport } from '@/lib/usecases/imports/run-import'
import { startImport } from '@/lib/usecases/imports/steps'
import { makeOfficer } from './officer'

export const ROWS_TO_IMPORT = 10_000

/** Seconds that a file of `rows` reports takes: to be read and kept, to be looked through, and to become cases. */
export type ImportTimes = {
  readonly rows: number
  readonly takeInSeconds: number
  readonly checkSeconds: number
  readonly runSeconds: number
}

/** Imports a file of reports, each with two payments, a loan, pay and a story, through the use cases of the page. */
export async function benchImport(owner: Pool, rows: number = ROWS_TO_IMPORT): Promise<ImportTimes> {
  const grant = grantStaff(await makeOfficer(owner), 'case.import')
  if (grant === null) throw new Error('a caseworker imports')
  const page = { wrongAfter: 0, casesAfter: 0 }
  let id = ''
  const takeInSeconds = await seconds(async () => {
    const begun = await beginImport(
      grant,
      { name: 'reports.csv', bytes: reports(rows) },
      { aliases: {}, language: 'vi' },
    )
    if (!begun.ok) throw new Error(begun.error.code)
    id = begun.value
  })
  const checkSeconds = await seconds(async () => {
    const seen = await readImport(grant, id, page)
    if (!seen?.words) throw new Error('the import is not there')
    const checked = await checkImport(grant, id, {
      version: seen.one.version,
      mapping: seen.words.mapping,
      known: {},
    })
    if (!checked.ok || checked.value.wrong > 0) throw new Error('rows of the measurement are refused')
  })
  const version = (await readImport(grant, id, page))?.one.version ?? 0
  const started = await startImport(grant, id, { version, leaveOut: false })
  if (!started.ok) throw new Error(started.error.code)
  const runSeconds = await seconds(() => runImport(id))
  const made = (await readImport(grant, id, page))?.one.madeCount
  if (made !== rows) throw new Error(`${made} cases instead of ${rows}`)
  return { rows, takeInSeconds, checkSeconds, runSeconds }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const COLUMNS = [
  'reference',
  'origin',
  'scheme',
  'grievances',
  'name_sending_organization',
  'fee1_payee',
  'fee1_category',
  'fee1_amount',
  'fee1_currency',
  'fee1_date',
  'fee2_payee',
  'fee2_category',
  'fee2_amount',
  'fee2_currency',
  'fee2_date',
  'borrowed',
  'lender',
  'owed',
  'contract_months',
  'contract_wage',
  'story',
  'consent_keep_complaint',
  'consent_statistics',
] as const

function reports(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, index) => [
    `R-${index}`,
    'VN',
    'titp',
    'fees_debt; wages_unpaid',
    `Công ty CP Sông Xanh ${index % 200}`,
    'sending_organization',
    'rf_placement_service',
    120_000_000 + index,
    'VND',
    '2023-03',
    'broker',
    'rf_broker_introduction',
    25_000_000,
    'VND',
    '2023',
    'yes',
    'bank',
    80_000_000,
    36,
    150_000,
    `Ba tháng nay tôi không được trả đủ tiền làm thêm, người thứ ${index}.`,
    'yes',
    'yes',
  ])
  return Buffer.from([COLUMNS, ...rows].map((row) => `"${row.join('","')}"\r\n`).join(''), 'utf8')
}
