import fc from 'fast-check'
import { HOSTILE_TEXTS } from '../../support/hostile-texts'

/** How many inputs each reader gets: a few hundred in the suite, `FUZZ_RUNS=10000` in the long mode (docs/security.md). */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 200)
/** Long enough for the long mode on a busy machine. */
export const FUZZ_TIMEOUT_MS = 60_000 + RUNS * 60

/** The digits from zero on of the scripts that people type in. */
const ZEROS = ['0', '०', '၀', '០', '๐', '০', '٠', '０', '໐']
const digits = fc
  .tuple(fc.constantFrom(...ZEROS), fc.stringMatching(/^[0-9]{1,24}$/u))
  .map(([zero, text]) =>
    [...text].map((digit) => String.fromCodePoint((zero.codePointAt(0) ?? 48) + Number(digit))).join(''),
  )

const AMOUNTS = [
  '20-25 triệu',
  '1.5 lakh',
  '300万円',
  '12,50',
  '-1',
  '1e400',
  'rp 5 jt',
  '៥លាន',
  '٫',
  '0x10',
  '∞',
  '½',
  'NaN',
]
const DATES = [
  '2026-02-30',
  'tháng 13',
  '令和7年',
  '2568',
  '२०८२',
  '3月',
  'Nov 2023',
  '2023-11',
  '31/12/2023',
  '00/00',
  '+275760-09-13',
]
const CODES = [
  'VN',
  'JP',
  'titp',
  'VND',
  'JPY',
  'yes',
  'no',
  'fees_debt',
  'broker',
  '2026-10',
  '2025-Q1',
  'all',
  '1',
  '0',
  'on',
  '7d3c1a52-6f0e-4b8a-9c55-0d7b2f1e4a90',
  '2026-11-20T00:00:00Z',
  '2026-10-01',
  '__proto__',
  'constructor',
  'toString',
]
const LETTERS = [
  'Nguyễn Thị Hoa',
  'ទូរស័ព្ទ',
  'မြန်မာ',
  'नेपाल',
  '株式会社さくら',
  'ก่ำ',
  '\u202E\u2066x',
  'e\u0301'.repeat(40),
  '\uD800',
  '\u0000',
  '👩‍🏭',
]

/** What somebody, or a program, may send as one text. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...HOSTILE_TEXTS, ...AMOUNTS, ...DATES, ...CODES, ...LETTERS),
  digits,
  fc
    .tuple(digits, fc.constantFrom(' ', '.', ',', '/', '-', '年', '월', ' ល្ខ ', '~'), digits)
    .map((parts) => parts.join('')),
  fc.constantFrom(...CODES, ...LETTERS).chain((start) => fc.string({ maxLength: 12 }).map((end) => start + end)),
  fc
    .tuple(fc.constantFrom('a', '0', ' ', 'ệ', '"', '(', '\n', ','), fc.integer({ min: 200, max: 3_000 }))
    .map(([one, count]) => one.repeat(count)),
)

/** What may come instead of a text. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  text,
  fc.array(text, { maxLength: 4 }),
  fc.constantFrom(undefined, null, true, false, 0, -1, 1.5, Number.NaN, Infinity, 2 ** 53, '', [], {}),
  // Objects that cannot be compared with a number are let in by nobody: lib/domain/writing/foreign-json.ts.
  fc.anything({
    maxDepth: 2,
    withBigInt: true,
    withDate: true,
    key: fc.string().filter((name) => !['toString', 'valueOf'].includes(name)),
  }),
)

/** An object with these names, each there or not, and some others. */
export function record(names: readonly string[], values: fc.Arbitrary<unknown> = anything): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(names.map((name) => [name, values]))
  return fc
    .tuple(fc.record(known, { requiredKeys: [] }), fc.dictionary(fc.string({ maxLength: 8 }), values, { maxKeys: 2 }))
    .map(([own, other]) => ({ ...other, ...own }))
}

/** JSON that is changed, cut off or not JSON at all. */
export const jsonText: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.tuple(fc.json(), fc.nat(40)).map(([json, at]) => json.slice(0, at)),
  text,
)

/** Bytes of a real file with some of them changed, cut off, doubled or put elsewhere. */
export function mutated(originals: readonly Buffer[]): fc.Arbitrary<Buffer> {
  const place = fc.double({ min: 0, max: 0.9999, noNaN: true })
  const change = fc.record({
    at: place,
    to: fc.nat(255),
    kind: fc.constantFrom('set', 'set', 'cut', 'double', 'insert'),
  })
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(change, { minLength: 1, maxLength: 5 }))
    .map(([original, changes]) =>
      changes.reduce((bytes, { at, to, kind }) => {
        const index = Math.floor(at * bytes.length)
        if (kind === 'cut') return bytes.subarray(0, index)
        if (kind === 'double') return Buffer.concat([bytes.subarray(0, index), bytes.subarray(Math.floor(index / 2))])
        if (kind === 'insert')
          return Buffer.concat([bytes.subarray(0, index), Buffer.of(to, to), bytes.subarray(index)])
        const copy = Buffer.from(bytes)
        if (index < copy.length) copy[index] = to
        return copy
      }, original),
    )
}

/** Tries a property so often; empty when it held, otherwise what was sent when it did not. */
export async function broken(property: fc.IRawProperty<unknown>, runs = RUNS): Promise<string> {
  const details = await fc.check(property, { numRuns: runs })
  return details.failed ? `${fc.defaultReportMessage(details)}\n${String(details.errorInstance)}` : ''
}
