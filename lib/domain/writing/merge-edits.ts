/** The answers of a form by field: one text, or several where boxes are ticked. */
export type Answers = Readonly<Record<string, string | readonly string[]>>

/** Fields that stand in numbered rows (`name1`, `kind1`, `name2` …), the one to tell a row by first; a row is none when its `key` is empty. */
export type RowGroup = {
  readonly fields: readonly string[]
  readonly key: readonly string[]
  /** So many rows at most. */
  readonly most: number
}

/** A field, or a group of rows by its first field with a number, and what the colleague left there. */
export type TheirChange = { readonly field: string; readonly now: readonly string[] }

export type MergedEdits = {
  readonly values: Answers
  /** Changed by the colleague and taken over. */
  readonly taken: readonly TheirChange[]
  /** Changed by both in different ways: what was typed stands. */
  readonly differing: readonly TheirChange[]
}

/**
 * What two people did to one form, put together: `before` is what both began with, `typed` what this one sends, `now` what the other
 * saved. Only what was changed here goes over what is there; rows and ticks are added and taken away one by one.
 */
export function mergeEdits(
  { before, typed, now }: { readonly before: Answers; readonly typed: Answers; readonly now: Answers },
  groups: readonly RowGroup[] = [],
): MergedEdits {
  const values: Record<string, string | readonly string[]> = {}
  const taken: TheirChange[] = []
  const differing: TheirChange[] = []
  const note = (field: string, theirs: readonly string[], end: 'taken' | 'differing' | 'none') => {
    if (end === 'taken') taken.push({ field, now: theirs })
    if (end === 'differing') differing.push({ field, now: theirs })
  }
  const ofRows = new Set<string>()
  for (const group of groups) {
    for (let n = 1; n <= group.most; n += 1) for (const field of group.fields) ofRows.add(`${field}${n}`)
    const theirs = rowsOf(now, group)
    const merged = mergeRows(rowsOf(before, group), rowsOf(typed, group), theirs)
    ;[...merged.rows.values()].slice(0, group.most).forEach((row, place) => {
      group.fields.forEach((field, at) => (values[`${field}${place + 1}`] = row[at] ?? ''))
    })
    note(
      `${group.fields[0] ?? ''}1`,
      [...theirs.values()].map(([told = '']) => told),
      merged.end,
    )
  }
  for (const field of new Set([...Object.keys(before), ...Object.keys(now), ...Object.keys(typed)])) {
    // What is not asked any more is left out.
    if (ofRows.has(field) || (field in before && !(field in now))) continue
    const isKnown = field in now
    const [was = '', sent = '', is = ''] = [before[field], typed[field], now[field]]
    if (!isKnown) values[field] = sent
    else if (Array.isArray(was) || Array.isArray(sent) || Array.isArray(is)) {
      const merged = mergeRows(ticksOf(was), ticksOf(sent), ticksOf(is))
      values[field] = [...merged.rows.keys()]
      note(field, [is].flat(), merged.end)
    } else {
      const { value = '', end } = mergeOne<string>(String(was), String(sent), String(is), (a, b) => a === b)
      values[field] = value
      note(field, [String(is)], end)
    }
  }
  return { values, taken, differing }
}

type Row = readonly string[]

/** `undefined`: there is none. */
function mergeOne<T>(
  before: T | undefined,
  typed: T | undefined,
  now: T | undefined,
  isSame: (one: T | undefined, other: T | undefined) => boolean,
): { readonly value: T | undefined; readonly end: 'taken' | 'differing' | 'none' } {
  if (isSame(now, before) || isSame(typed, now)) return { value: typed, end: 'none' }
  if (isSame(typed, before)) return { value: now, end: 'taken' }
  return { value: typed ?? now, end: 'differing' }
}

function mergeRows(before: ReadonlyMap<string, Row>, typed: ReadonlyMap<string, Row>, now: ReadonlyMap<string, Row>) {
  // Who put another row first meant it; the first name is the one a party is called by.
  const [first, second] = firstKey(typed) === firstKey(before) ? [now, typed] : [typed, now]
  const rows = new Map<string, Row>()
  const ends = new Set<string>()
  for (const key of new Set([...first.keys(), ...second.keys(), ...before.keys()])) {
    const { value, end } = mergeOne(before.get(key), typed.get(key), now.get(key), isSameRow)
    if (value !== undefined) rows.set(key, value)
    ends.add(end)
  }
  const end = ends.has('differing') ? 'differing' : ends.has('taken') ? 'taken' : 'none'
  return { rows, end } as const
}

function rowsOf(answers: Answers, { fields, key, most }: RowGroup): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>()
  for (let n = 1; n <= most; n += 1) {
    const at = (field: string) => String(answers[`${field}${n}`] ?? '')
    const name = key.map(at).join('\n')
    if (name.trim() !== '') rows.set(name, fields.map(at))
  }
  return rows
}

function ticksOf(answer: string | readonly string[]): ReadonlyMap<string, Row> {
  return new Map([answer].flat().flatMap((one) => (one === '' ? [] : [[one, [one]] as const])))
}

const firstKey = (rows: ReadonlyMap<string, Row>) => rows.keys().next().value
const isSameRow = (one: Row | undefined, other: Row | undefined) => one?.join('\n') === other?.join('\n')
