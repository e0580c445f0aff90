import { readFileSync } from 'node:fs'
import path from 'node:path'
import { IDLE } from '@/lib/http/form-state'
import { fixedId, linkToken } from '../people'
import type { Door } from './find-doors'

// What a door is called with: always things of the first world, whoever comes.

const ROOT = path.resolve(import.meta.dirname, '../../../..')

/** Tables that the ids of an address are of, by the name of the parameter. */
const TABLE_OF: Readonly<Record<string, string>> = {
  lineId: 'fee_line',
  loanId: 'loan',
  remedyId: 'remedy',
  repaymentId: 'repayment',
  taskId: 'task',
  checkId: 'code_replacement',
  questionId: 'party_request',
  requestId: 'consent_request',
  consentId: 'consent',
  casePartyId: 'case_party',
  subjectId: 'fee_line',
  groupId: 'case_group',
  partyId: 'party',
  mergeId: 'party_merge',
  licenceId: 'party_licence',
}

/** Tables that `id` is of, by what the path of the file begins or goes on with. */
const ID_OF: readonly (readonly [RegExp, string])[] = [
  [/confirm\/\[id\]/u, 'move_approval'],
  [/emergenc/u, 'break_glass'],
  [/corrections\/\[id\]/u, 'correction'],
  [/\[number\]\/rights/u, 'rights_request'],
  [/translate\//u, 'statement'],
  [/\[number\]\/referrals/u, 'referral'],
  [/incidents/u, 'breach'],
  [/\[number\]\/hold/u, 'case_hold'],
  [/\(staff\)\/referrals/u, 'referral_share'],
  [/\[number\]\/files|case\/files|v1\/files|\(worker\)\/files/u, 'evidence'],
  [/cases\/import/u, 'report_import'],
  [/public\/organisations/u, 'party'],
  [/parties\/import/u, 'party_import'],
  [/parties\//u, 'party'],
  [/cases\/views/u, 'saved_view'],
  [/cases\/bulk/u, 'bulk_act'],
  [/statistics\/views/u, 'statistic_view'],
  [/statistics\/exports/u, 'statistic_schedule'],
  [/microdata/u, 'microdata_request'],
  [/organisations/u, 'organisation_release'],
  [/posters/u, 'poster'],
  [/labels/u, 'case_label'],
  [/notices/u, 'notice'],
  [/groups/u, 'case_group'],
]

/** Whose things a door is asked for: of the first world, or of one that there is not. */
export type Known = { readonly number: string; readonly world: number }

function valueOf(name: string, file: string, known: Known): unknown {
  if (name === 'staffId') return fixedId('caseworker', known.world)
  if (name === 'id' || name === 'fileId') {
    if (name === 'fileId') return fixedId(file.includes('/pack/') ? 'referral_pack' : 'evidence', known.world)
    const table = ID_OF.find(([pattern]) => pattern.test(file))?.[1]
    return table ? fixedId(table, known.world) : 'nothing'
  }
  // Another one than the doors of a party are asked for, which would be gone after that.
  if (name === 'fromId') return fixedId('party', known.world + 1)
  if (name === 'intoId') return fixedId('party', 3)
  const table = TABLE_OF[name]
  if (table) return fixedId(table, known.world)
  return {
    locale: 'en',
    language: 'en',
    number: known.number,
    token: known.world === 1 ? linkToken(1) : 'a'.repeat(43),
    // A move that the case cannot make: whoever may move it is told why not, and it stays.
    to: 'remedy_delivered',
    kind: file.includes('bulk') ? 'label' : file.includes('checks') ? 'retaliation_check' : 'interpreter',
    indicator: 'debt_bondage',
    fieldName: 'phone',
    until: '2026-11-20T00:00:00Z',
    isRetired: true,
    languages: ['en'],
    params: 'state=received',
    place: placeOf(file, known),
    posted: { locale: 'en', id: fixedId('translation_comment', known.world), isDone: true },
    subject: { kind: 'statement', id: fixedId('statement', known.world) },
    code: `abcdefgh${known.world}`,
    file: file.includes('statistics') ? 'releases.csv' : 'index.csv',
    part: 'data.csv',
    next: '/en/cases',
    returnTo: '/en/cases',
    answer: {},
    name: 'x',
    index: '0',
  }[name]
}

const placeOf = (file: string, known: Known) => ({
  locale: 'en',
  number: known.number,
  id: valueOf('id', file, known),
  for: 'case',
  next: '/en/track/case',
  step: 'story',
  page: '/en/report',
  address: '',
  isAdding: false,
  position: 0,
  screen: 'amount',
  isChanging: false,
})

/** The arguments of a server action, by the names of its parameters. */
export function argumentsOf(door: Door, known: Known, data: FormData): readonly unknown[] {
  const text = readFileSync(path.join(ROOT, door.file), 'utf8')
  const plain = new RegExp(`export async function ${door.name}\\(([\\s\\S]*?)\\): Promise`, 'u').exec(text)?.[1]
  if (plain !== undefined) return namesIn(plain).map((name) => one(name, door, known, data))
  // Made by a function of its own: the language, the number, its ids, what was answered before, the form.
  const made = new RegExp(`export const ${door.name} = \\w+\\(\\(([^)]*)\\)`, 'u').exec(text)?.[1]
  if (made === undefined) throw new Error(`${door.key} is written otherwise than the others`)
  return ['locale', 'number', ...namesIn(made), '_previous', 'data'].map((name) => one(name, door, known, data))
}

function one(name: string, door: Door, known: Known, data: FormData): unknown {
  if (name === 'data') return data
  if (name.endsWith('previous')) return IDLE
  const value = valueOf(name, door.file, known)
  if (value === undefined) throw new Error(`no value for ${name} of ${door.key}`)
  return value
}

/** The names of parameters; what stands in braces or brackets of a type is none. */
function namesIn(parameters: string): readonly string[] {
  const flat = parameters.replaceAll(/\{[^}]*\}|<[^>]*>/gu, '')
  return [...flat.matchAll(/(?:^|,)\s*(\w+)\s*:/gu)].map(([, name = '']) => name)
}

/** The parameters of the address of a route. */
export function addressOf(door: Door, known: Known): Readonly<Record<string, string>> {
  const names = [...door.file.matchAll(/\[(?:\.\.\.)?(\w+)\]/gu)].map(([, name = '']) => name)
  return Object.fromEntries(
    names.map((name) => {
      const value = valueOf(name, door.file, known)
      return [name, typeof value === 'string' ? value : 'nothing']
    }),
  )
}
