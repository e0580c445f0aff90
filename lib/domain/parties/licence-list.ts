import type { LicenceStatus } from './register'

/** What a column of a licence list can be. */
export const LIST_FIELDS = ['name', 'otherName', 'number', 'fromOn', 'toOn', 'status', 'sinceOn'] as const
export type ListField = (typeof LIST_FIELDS)[number]
/** The column of each field, from 0; null: the list does not say it. */
export type ListMapping = Readonly<Record<ListField, number | null>>

export type ListRow = {
  readonly line: number
  readonly name: string
  readonly otherName: string | null
  readonly number: string
  readonly fromOn: string | null
  readonly toOn: string | null
  readonly status: LicenceStatus
  readonly sinceOn: string | null
}
export type ListError = {
  readonly line: number
  readonly code: 'name_missing' | 'number_missing' | 'day_wrong' | 'status_unknown' | 'twice'
}

// Headings as licensing offices write them, in English, Vietnamese, Japanese, Indonesian, Chinese.
const HEADINGS: readonly (readonly [ListField, RegExp])[] = [
  [
    'otherName',
    /other name|english name|trade name|tên tiếng anh|tên giao dịch|tên viết tắt|英語名|通称|nama lain|英文/iu,
  ],
  [
    'number',
    /licen[cs]e\s*(?:no|num)|registration n|^no\.? ?(?:licen|reg)|number|số (?:giấy phép|gp)|giấy phép|許可番号|登録番号|nomor|izin|许可证|编号/iu,
  ],
  ['sinceOn', /status (?:date|since)|since|ngày (?:thay đổi|thu hồi)|処分日|状態日|tanggal status/iu],
  ['fromOn', /issue|from|start|valid from|ngày cấp|許可日|登録年?月?日|tanggal (?:terbit|mulai)|发证/iu],
  ['toOn', /expir|until|valid to|\bend\b|ngày hết hạn|có giá trị đến|有効期|満了|berlaku|kadaluarsa|到期|有效期/iu],
  ['status', /status|tình trạng|trạng thái|状態|状况|状态/iu],
  ['name', /name|company|agency|organi[sz]ation|tên|công ty|doanh nghiệp|名称|会社|団体|nama|perusahaan|企业/iu],
]

/** Which column is what, guessed from its heading; each column once. */
export function guessMapping(headings: readonly string[]): ListMapping {
  const found = new Map<ListField, number>()
  for (const [field, pattern] of HEADINGS) {
    const column = headings.findIndex((heading, place) => pattern.test(heading) && ![...found.values()].includes(place))
    if (column >= 0) found.set(field, column)
  }
  return Object.fromEntries(LIST_FIELDS.map((field) => [field, found.get(field) ?? null])) as Record<
    ListField,
    number | null
  >
}

const STATUS_WORDS: readonly (readonly [LicenceStatus, RegExp])[] = [
  ['suspended', /suspend|đình chỉ|停止|ditangguhkan|skors|暂停/iu],
  ['revoked', /revok|cancel|withdraw|thu hồi|取消|取り消し|dicabut|吊销/iu],
  ['expired', /expir|hết hạn|期限切れ|失効|kadaluarsa|过期/iu],
  ['valid', /valid|active|current|ok|còn (?:hiệu lực|hạn)|hiệu lực|hoạt động|有効|berlaku|aktif|有效/iu],
  ['unknown', /unknown|không rõ|不明/iu],
]

/** The rows of a list in order, and what is wrong with the others. A number that stands twice is taken once. */
export function readList(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  mapping: ListMapping,
  keyOf: (number: string) => string,
): { readonly rows: readonly ListRow[]; readonly errors: readonly ListError[] } {
  const good: ListRow[] = []
  const errors: ListError[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const cell = (field: ListField) => (mapping[field] === null ? '' : (cells[mapping[field]] ?? '').trim())
    const read = readRow(line, cell)
    if ('code' in read) errors.push(read)
    else if (seen.has(keyOf(read.number))) errors.push({ line, code: 'twice' })
    else {
      seen.add(keyOf(read.number))
      good.push(read)
    }
  }
  return { rows: good, errors }
}

function readRow(line: number, cell: (field: ListField) => string): ListRow | ListError {
  const [name, number] = [cell('name').slice(0, 200), cell('number').slice(0, 60)]
  if (name === '') return { line, code: 'name_missing' }
  if (number === '') return { line, code: 'number_missing' }
  const days = (['fromOn', 'toOn', 'sinceOn'] as const).map((field) => readDay(cell(field)))
  if (days.includes(undefined)) return { line, code: 'day_wrong' }
  const said = cell('status')
  const status = said === '' ? 'valid' : STATUS_WORDS.find(([, pattern]) => pattern.test(said))?.[0]
  if (status === undefined) return { line, code: 'status_unknown' }
  const [fromOn = null, toOn = null, sinceOn = null] = days
  return { line, name, otherName: cell('otherName').slice(0, 200) || null, number, fromOn, toOn, status, sinceOn }
}

/** `YYYY-MM-DD`, `YYYY/M/D` or `D/M/YYYY`; null for nothing, undefined for what is no day. */
function readDay(text: string): string | null | undefined {
  if (text === '') return null
  const year = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text)
  const day = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text)
  const [y, m, d] = year ? [year[1], year[2], year[3]] : day ? [day[3], day[2], day[1]] : []
  if (y === undefined || m === undefined || d === undefined) return undefined
  const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined
}
