import { grievance, type GrievanceCode } from '@/lib/domain/grievances/catalog'
import { GRIEVANCE_GROUPS } from '@/lib/domain/grievances/grievance-row'
import { MICRODATA_COLUMNS, QUASI_COLUMNS, type MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import { ANY } from '@/lib/domain/statistics/microdata/ladders'
import type { RecodedRecords } from '@/lib/domain/statistics/microdata/recode'
import { toldLoss } from '@/lib/domain/statistics/microdata/classes'
import type { Person, Trait } from './attacked-people'
import type { Secret, ToldSums } from './attacked-sums'

type Traits = Person['traits']

const asked = (answer: string) => (answer === 'untold' ? 'unknown' : answer === 'no' ? 'no' : 'yes')

/** What a column says of a report, written down once more; `trait`: what it is made of. */
const COLUMNS: Readonly<Partial<Record<MicrodataColumn, { trait: Trait; read: (traits: Traits) => string }>>> = {
  origin: { trait: 'origin', read: ({ origin }) => origin },
  sex: { trait: 'sex', read: ({ sex }) => sex },
  scheme: { trait: 'scheme', read: ({ scheme }) => scheme },
  received: { trait: 'month', read: ({ month }) => month },
  severity: { trait: 'severity', read: ({ severity }) => severity },
  paid: { trait: 'paid', read: ({ paid }) => asked(paid) },
  in_debt: { trait: 'debt', read: ({ debt }) => asked(debt) },
  grievances: {
    trait: 'grievance',
    read: ({ grievance: codes }) => {
      const groups = codes === 'unknown' ? [] : codes.split(' ').map((code) => grievance(code as GrievanceCode).group)
      return GRIEVANCE_GROUPS.filter((group) => groups.includes(group)).join('|') || 'unknown'
    },
  },
}

/** The columns a file about reports with these traits can have. */
export function columnsOf(traits: readonly Trait[]): MicrodataColumn[] {
  return MICRODATA_COLUMNS.filter((column) => traits.some((trait) => trait === COLUMNS[column]?.trait))
}

/** Whether others may know a column, so that it is recoded. */
export function isQuasi(column: MicrodataColumn): boolean {
  return (QUASI_COLUMNS as readonly string[]).includes(column)
}

/**
 * Takes in a file as somebody reads it: how many rows say what, that no other row reads like those, and how many reports of the window
 * there are, in steps of k. Returns, as numbers that must not be known, how many of a row are of which finer values, where fewer than k are.
 */
export function hearFile(
  sums: ToldSums,
  columns: readonly MicrodataColumn[],
  months: readonly [number, number],
  k: number,
  { ladders, classes, told }: RecodedRecords,
  truth: Float64Array,
): Secret[] {
  const others = columns.filter((column) => !isQuasi(column))
  const isIn = ({ month }: Traits) => {
    const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
    return number >= months[0] && number <= months[1]
  }
  const finest = (kind: Traits) => ladders.map(({ ladder }) => COLUMNS[ladder.column]?.read(kind) ?? '')
  const recodedBy = (kind: Traits) =>
    ladders.map(({ ladder }, at) => {
      const leaf = ladder.levels[0]?.indexOf(COLUMNS[ladder.column]?.read(kind) ?? '') ?? -1
      return ladder.levels[classes.levels[at] ?? 0]?.[leaf] ?? ANY
    })
  const [rows, apart, inside] = [new Map<string, number[]>(), new Map<string, number[]>(), [] as number[]]
  const [finer, amongOf] = [new Map<string, number[]>(), new Map<string, string>()]
  const put = (into: Map<string, number[]>, name: string, at: number) => into.set(name, [...(into.get(name) ?? []), at])
  sums.kinds.forEach((kind, at) => {
    if (!isIn(kind)) return
    inside.push(at)
    const values = recodedBy(kind).join('|')
    if ((told.classes[values] ?? -1) < 0) return
    const held = told.held[values] ?? []
    const rest = others.map((column) => (held.includes(column) ? ANY : (COLUMNS[column]?.read(kind) ?? '')))
    const row = [values, ...rest].join()
    put(rows, row, at)
    const finestValues = finest(kind).join('|')
    if (finestValues === values) return
    put(apart, finestValues, at)
    put(finer, `${row} of ${finestValues}`, at)
    amongOf.set(`${row} of ${finestValues}`, finestValues)
  })
  const count = (of: readonly number[]) => of.reduce((all, at) => all + (truth[at] ?? 0), 0)
  for (const of of rows.values()) sums.counts.hears(of, count(of))
  const { records } = toldLoss(classes, k, ladders.length)
  sums.counts.hears(inside, records, records + (classes.leftOut === 0 ? 0 : k - 1))
  // Where all that read alike are of one finer value, they are k of it.
  return [...finer].flatMap(([who, of]) =>
    count(of) > 0 && count(apart.get(amongOf.get(who) ?? '') ?? []) < k ? [{ who, count: count(of), of }] : [],
  )
}
