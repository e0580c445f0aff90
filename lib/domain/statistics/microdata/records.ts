import { GRIEVANCE_GROUPS } from '@/lib/domain/grievances/grievance-row'
import { GRIEVANCE_CODES, grievance } from '@/lib/domain/grievances/catalog'
import { FLAG, NULL_SUM, type Block, type Money } from '@/lib/domain/statistics/columns/block'
import type { ReportCode } from '@/lib/domain/statistics/columns/codes'
import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { listedValues } from '@/lib/domain/statistics/registry/dimension-values'
import { UNKNOWN } from '@/lib/domain/statistics/registry/dimensions'
import { amountCode } from './amounts'
import type { AmountColumn, QuasiColumn, SensitiveColumn } from './columns'
import type { Breathe } from './search'

/** Records of a window as numbers, one array a column; `words` are the values of a sensitive column. */
export type Records = {
  readonly size: number
  readonly quasi: readonly Uint16Array[]
  readonly sensitive: readonly { readonly numbers: Uint8Array; readonly words: readonly string[] }[]
  readonly amounts: readonly Uint16Array[]
}

export type RecordColumns = {
  readonly quasi: readonly QuasiColumn[]
  readonly sensitive: readonly SensitiveColumn[]
  readonly amounts: readonly AmountColumn[]
}

const MONEY_OF: Readonly<Record<AmountColumn, Money>> = {
  paid_total: 'paidTotal',
  paid_sending: 'paidSending',
  paid_broker: 'paidBroker',
  above_cap: 'aboveCap',
  recruitment_cost: 'recruitmentCost',
  debt: 'debt',
  claimed: 'claimed',
  repaid: 'repaid',
}
const GROUP_OF = GRIEVANCE_CODES.map((code) => 1 << GRIEVANCE_GROUPS.indexOf(grievance(code).group))
const ANSWERED = FLAG.paidYes | FLAG.paidNo | FLAG.hasPayments

/** Copies the reports received in these months (year × 12 + month − 1, both included) out of the index: the population of every statistic. */
export async function readRecords(
  store: ColumnStore,
  columns: RecordColumns,
  [first, last]: readonly [number, number],
  breathe: Breathe,
): Promise<Records> {
  let size = 0
  const isIn = ({ live, month }: Block, row: number) =>
    live[row] === 1 && (month[row] as number) >= first && (month[row] as number) <= last
  for (const block of store.blocks) for (let row = 0; row < block.used; row++) size += Number(isIn(block, row))
  const quasi = columns.quasi.map((column) => ({ read: quasiReader(column, first), into: new Uint16Array(size) }))
  const sensitive = columns.sensitive.map((column) => ({ ...sensitiveReader(column), into: new Uint8Array(size) }))
  const amounts = columns.amounts.map((column) => ({ read: amountReader(column), into: new Uint16Array(size) }))
  const all = [...quasi, ...sensitive, ...amounts]
  let at = 0
  for (const block of store.blocks) {
    const waiting = breathe()
    if (waiting) await waiting
    for (let row = 0; row < block.used; row++) {
      if (!isIn(block, row)) continue
      for (const { read, into } of all) into[at] = read(block, row)
      at += 1
    }
  }
  return {
    size,
    quasi: quasi.map(({ into }) => into),
    sensitive: sensitive.map(({ into, words }) => ({ numbers: into, words })),
    amounts: amounts.map(({ into }) => into),
  }
}

/** The number of a column in a report. */
export type Reader = (block: Block, row: number) => number

/** Reads the place of a value on the ladder of a column; months as their distance from the first. */
export function quasiReader(column: QuasiColumn, firstMonth: number): Reader {
  if (column === 'received') return ({ month }, row) => (month[row] as number) - firstMonth
  if (column === 'office') return ({ office }, row) => (office[row] as number) - 1
  return codeReader(column)
}

// Numbers of the index begin at one; nought, not told, comes last here.
function codeReader(column: ReportCode): Reader {
  const unknown = listedValues(column)?.length ?? 0
  return ({ codes }, row) => {
    const number = codes[column][row] as number
    return number === 0 ? unknown : number - 1
  }
}

/** Reads what happened; `words` are its values. */
export function sensitiveReader(column: SensitiveColumn): { readonly read: Reader; readonly words: readonly string[] } {
  const answers = ['yes', 'no', UNKNOWN]
  const flag = (told: number, yes: number): Reader => {
    return ({ flags }, row) =>
      ((flags[row] as number) & told) === 0 ? 2 : ((flags[row] as number) & yes) === 0 ? 1 : 0
  }
  switch (column) {
    case 'paid':
      return { read: flag(ANSWERED, FLAG.paidYes | FLAG.hasPayments), words: answers }
    case 'in_debt':
      return { read: flag(FLAG.debtTold, FLAG.inDebt), words: answers }
    case 'grievances':
      return {
        read: groupsOf,
        words: Array.from({ length: 1 << GRIEVANCE_GROUPS.length }, (_, groups) => groupWords(groups)),
      }
    case 'severity':
    case 'fee_verdict':
      return { read: codeReader(column), words: [...(listedValues(column) ?? []), UNKNOWN] }
    case 'outcome':
      return { read: codeReader('closing_code'), words: [...(listedValues('closing_code') ?? []), 'open'] }
  }
}

function groupsOf({ masks }: Block, row: number): number {
  const mask = masks.grievance[row] as number
  let groups = 0
  for (let bit = 0; bit < GROUP_OF.length; bit++) if ((mask >>> bit) & 1) groups |= GROUP_OF[bit] as number
  return groups
}

function groupWords(groups: number): string {
  const words = GRIEVANCE_GROUPS.filter((_, place) => (groups >> place) & 1)
  return words.length === 0 ? UNKNOWN : words.join('|')
}

/** Reads the code of an amount. */
export function amountReader(column: AmountColumn): Reader {
  const name = MONEY_OF[column]
  // Nothing paid is only known of those who answered.
  const isTold = ({ flags }: Block, row: number) => name !== 'paidTotal' || ((flags[row] as number) & ANSWERED) !== 0
  return (block, row) => {
    const sum = block.sums[name][row] as number
    return amountCode(sum === NULL_SUM || !isTold(block, row) ? null : sum)
  }
}
