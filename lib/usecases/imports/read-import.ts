import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { countUndoable, listCriticalRows, listRowCases, listRows, type RowCase } from '@/lib/data/report-import-rows'
import { markImportSeen } from '@/lib/data/own-notices'
import { findImport, findSameFile, listImports, type ReportImport } from '@/lib/data/report-imports'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { isUndoable, type RowProblem } from '@/lib/domain/imports/import-states'
import type { ReportAnswers } from '@/lib/domain/report/answers'
import { now } from '@/lib/platform/clock'
import { readCells } from '@/lib/schemas/imports/row-cells'
import { readRow } from '@/lib/schemas/imports/row-answers'
import { readImportWords, type ImportWords } from './import-words'

/** What the page of an import shows. Words of rows only as long as they are there, and only what the page needs. */
export type ImportView = {
  readonly one: Omit<ReportImport, 'importSeal' | 'mapping'>
  readonly words: ImportWords | null
  /** The first rows as they are in the file, to tell the columns by. */
  readonly samples: readonly (readonly string[])[]
  readonly wrong: readonly {
    readonly number: number
    readonly line: number
    readonly cells: readonly string[]
    readonly problems: readonly RowProblem[]
  }[]
  /** Words that no code was found for, by field, each once. */
  readonly unknown: readonly { readonly field: string; readonly word: string }[]
  /** The first reports as they would be filed. */
  readonly first: readonly { readonly line: number; readonly answers: ReportAnswers; readonly language: string }[]
  readonly cases: readonly RowCase[]
  /** Those that tell of danger and are open, first of all to be looked at; at most `CRITICAL_SHOWN`. */
  readonly critical: readonly RowCase[]
  readonly undoable: number | null
  readonly sameFile: { readonly id: string; readonly createdAt: Date } | null
  readonly isOwn: boolean
}

const SAMPLES = 3
const WRONG_SHOWN = 50
const FIRST_SHOWN = 5
export const CASES_A_PAGE = 100
export const CRITICAL_SHOWN = 100
const UNKNOWN_SHOWN = 40
/** Words to be told are looked for in so many wrong rows. */
const LOOKED_THROUGH = 2_000

/** One import; null when it is not of the office. `known`: our words, for the rows that were not checked yet. */
export function readImport(
  grant: Grant<'case.import'>,
  id: string,
  page: { readonly wrongAfter: number; readonly casesAfter: number },
): Promise<ImportView | null> {
  return within(grant, async (on) => {
    const found = await findImport(on, id)
    if (!found || found.state === 'discarded') return null
    await markImportSeen(on, id, now())
    const { importSeal, mapping: _mapping, ...one } = found
    const words = readImportWords(found)
    const isOpen = importSeal !== null && ['mapping', 'checked'].includes(one.state)
    const rows = (after: number, most: number, states: readonly ('waiting' | 'wrong')[]) =>
      importSeal === null ? Promise.resolve([]) : listRows(on, id, importSeal, { after, most, states })
    const wrong = one.wrongCount === 0 ? [] : await rows(page.wrongAfter, WRONG_SHOWN, ['wrong'])
    const today = dayInJapan(now())
    const right = isOpen && one.state === 'checked' && words !== null ? await rows(0, FIRST_SHOWN, ['waiting']) : []
    return {
      one,
      words,
      samples: isOpen ? (await rows(0, SAMPLES, ['waiting', 'wrong'])).map(({ cells }) => cells) : [],
      wrong,
      unknown:
        isOpen && words && one.wrongCount > 0 ? unknownWords(await rows(0, LOOKED_THROUGH, ['wrong']), words) : [],
      first: right.map(({ line, cells }) => {
        const { answers, language } = readRow(cells, words?.mapping ?? EMPTY, words?.known ?? {}, today)
        return { line, answers, language }
      }),
      cases: one.startedAt === null ? [] : await listRowCases(on, id, { after: page.casesAfter, most: CASES_A_PAGE }),
      critical: one.startedAt === null ? [] : await listCriticalRows(on, id, CRITICAL_SHOWN),
      undoable: isUndoable(one.state, one.startedAt, now()) ? await countUndoable(on, id) : null,
      sameFile: isOpen ? await findSameFile(on, one) : null,
      isOwn: one.createdById === grant.actor.id,
    }
  })
}

/** The imports of the office, the latest first. */
export function readImports(grant: Grant<'case.import'>) {
  return within(grant, (on) => listImports(on, 50))
}

const EMPTY: ImportWords['mapping'] = {
  columns: [],
  meanings: {},
  channel: 'ngo',
  language: 'en',
  consentMethod: 'told_to_officer',
  currency: '',
}

function unknownWords(rows: readonly { readonly cells: readonly string[] }[], { mapping, known }: ImportWords) {
  const found = new Map<string, { field: string; word: string }>()
  for (const { cells } of rows) {
    for (const one of readCells(cells, mapping, known).unknown) {
      if (one.field !== 'language' && one.word.length <= 100) found.set(`${one.field}\0${one.word.toLowerCase()}`, one)
      if (found.size >= UNKNOWN_SHOWN) return [...found.values()]
    }
  }
  return [...found.values()]
}
