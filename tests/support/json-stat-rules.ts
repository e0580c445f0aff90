type Category = { index?: unknown; label?: Record<string, unknown>; unit?: Record<string, unknown> }
type Dataset = Record<string, unknown> & {
  id?: unknown
  size?: unknown
  role?: Record<string, unknown>
  dimension?: Record<string, { label?: unknown; category?: Category }>
  value?: unknown
  status?: unknown
}

const KNOWN = [
  'version',
  'class',
  'label',
  'source',
  'updated',
  'note',
  'id',
  'size',
  'role',
  'dimension',
  'value',
  'status',
  'extension',
  'href',
  'link',
]
const UNIT_PARTS = ['label', 'symbol', 'position', 'decimals', 'base', 'type', 'multiplier', 'adjustment']
const ROLES = ['time', 'geo', 'metric']

/** What a JSON-stat 2.0 dataset breaks of json-stat.org/full, one line each; empty for a good one. */
export function brokenRules(file: unknown): string[] {
  const broken: string[] = []
  const must = (holds: boolean, rule: string) => void (holds || broken.push(rule))
  const data = file as Dataset
  must(data['version'] === '2.0' && data['class'] === 'dataset', 'version 2.0 of class dataset')
  must(
    Object.keys(data).every((key) => KNOWN.includes(key)),
    'own properties stand in extension',
  )
  must(
    typeof data['updated'] === 'string' && !Number.isNaN(Date.parse(data['updated'])),
    'updated is a date of ISO 8601',
  )
  must(
    areTexts(data['note']) && typeof data['label'] === 'string' && typeof data['source'] === 'string',
    'words are texts',
  )
  const id = areTexts(data.id) ? data.id : []
  const size = Array.isArray(data.size) ? (data.size as unknown[]).filter((one) => Number.isInteger(one)) : []
  must(id.length > 0 && size.length === id.length && new Set(id).size === id.length, 'id and size have the same length')
  const dimension = data.dimension ?? {}
  must(sameSet(Object.keys(dimension), id), 'dimension has what id has')
  id.forEach((name, at) => {
    const { label, category } = dimension[name] ?? {}
    const index = areTexts(category?.index) ? category.index : []
    must(typeof label === 'string', `${name} has a label`)
    must(
      index.length === size[at] && new Set(index).size === index.length,
      `${name} has as many categories as size says`,
    )
    must(sameSet(Object.keys(category?.label ?? {}), index), `every category of ${name} has a label`)
    must(
      Object.values(category?.label ?? {}).every((text) => typeof text === 'string'),
      `labels of ${name} are texts`,
    )
    for (const [code, unit] of Object.entries(category?.unit ?? {})) {
      must(index.includes(code), `a unit of ${name} is of one of its categories`)
      must(
        Object.keys(unit as object).every((part) => UNIT_PARTS.includes(part)),
        `a unit of ${name} has known parts`,
      )
    }
  })
  const roles = Object.entries(data.role ?? {})
  const played = roles.flatMap(([, names]) => (areTexts(names) ? names : ['?']))
  must(
    roles.every(([role]) => ROLES.includes(role)),
    'roles are time, geo, metric',
  )
  must(
    played.every((name) => id.includes(name)) && new Set(played).size === played.length,
    'a dimension has one role at most',
  )
  const cells = size.reduce<number>((product, one) => product * Number(one), 1)
  const values = Array.isArray(data.value) ? (data.value as unknown[]) : []
  must(values.length === cells, 'value has as many as the product of size')
  must(
    values.every((value) => value === null || Number.isFinite(value)),
    'values are numbers or null',
  )
  const status = Object.entries((data.status ?? {}) as object) as [string, unknown][]
  must(
    status.every(([at]) => /^\d+$/u.test(at) && Number(at) < cells),
    'status is of places of value',
  )
  must(
    status.every(([, code]) => typeof code === 'string'),
    'status is a text',
  )
  return broken
}

function areTexts(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((one) => typeof one === 'string')
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
