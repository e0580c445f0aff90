import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { splitLine, type SplitPart, type SplitWhole } from '@/lib/domain/fees/ledger/split-line'

const lump = (change: Partial<SplitWhole> = {}): SplitWhole => ({
  category: null,
  lumpCategories: ['rf_placement_service', 'rc_training_orientation'],
  amountMinor: 1000n,
  amountMaxMinor: null,
  refundedMinor: null,
  jpyMinor: 777n,
  usdMinor: 501n,
  ...change,
})
const part = (amountMinor: bigint | null, category: SplitPart['category'] = 'rc_medical'): SplitPart => ({
  category,
  amountMinor,
  payee: null,
})
const sum = (values: readonly (bigint | null)[]) => values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n)

describe('splitting one lump', () => {
  it('keeps every total, whatever the parts', () => {
    const amounts = fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 2, maxLength: 8 })
    const openCount = fc.nat(3)
    const money = fc.option(fc.bigInt(0n, 10n ** 13n))
    const category = fc.constantFrom(...FEE_CATEGORY_CODES)
    fc.assert(
      fc.property(amounts, openCount, money, money, money, category, (known, open, jpy, usd, refunded, code) => {
        const rest = open > 0 ? 5n : 0n
        const whole = lump({
          amountMinor: sum(known) + rest,
          jpyMinor: jpy,
          usdMinor: usd,
          refundedMinor: refunded,
        })
        const parts = [...known.map((amount) => part(amount, code)), ...Array.from({ length: open }, () => part(null))]
        const split = splitLine(whole, parts)
        if (!split.ok) throw new Error(split.error.code)
        expect(sum(split.value.map(({ amountMinor }) => amountMinor))).toBe(whole.amountMinor)
        expect(sum(split.value.map(({ jpyMinor }) => jpyMinor))).toBe(jpy ?? 0n)
        expect(sum(split.value.map(({ usdMinor }) => usdMinor))).toBe(usd ?? 0n)
        expect(sum(split.value.map(({ refundedMinor }) => refundedMinor))).toBe(refunded ?? 0n)
      }),
    )
  })

  it('keeps both ends of a remembered range', () => {
    const split = splitLine(lump({ amountMaxMinor: 1500n }), [part(400n), part(600n)])
    if (!split.ok) throw new Error(split.error.code)
    expect(split.value.map(({ amountMinor, amountMaxMinor }) => [amountMinor, amountMaxMinor])).toEqual([
      [400n, 600n],
      [600n, 900n],
    ])
  })

  it('leaves what nobody knows together, as a smaller lump', () => {
    const split = splitLine(lump(), [part(300n), part(null, 'rc_medical'), part(null, 'rc_passport_id')])
    expect(split).toMatchObject({
      ok: true,
      value: [
        { category: 'rc_medical', lumpCategories: [], amountMinor: 300n },
        { category: null, lumpCategories: ['rc_medical', 'rc_passport_id'], amountMinor: 700n },
      ],
    })
  })

  it('leaves the width of a range with what nobody knows', () => {
    const split = splitLine(lump({ amountMaxMinor: 1500n }), [part(400n), part(null)])
    expect(split).toMatchObject({ ok: true, value: [{ amountMaxMinor: null }, { amountMaxMinor: 1100n }] })
  })

  it('keeps the payee of parts that stay together, and refuses two', () => {
    const to = (name: string, amountMinor: bigint | null = null) => ({
      ...part(amountMinor, name === 'Hoa Sen' ? 'rc_medical' : 'rc_passport_id'),
      payee: { role: 'broker' as const, name, casePartyId: null },
    })
    const hoaSen = { payee: { name: 'Hoa Sen' } }
    expect(splitLine(lump(), [part(300n), to('Hoa Sen'), to('Hoa Sen')])).toMatchObject({ value: [{}, hoaSen] })
    expect(splitLine(lump(), [to('Hoa Mai', 300n), to('Hoa Sen')])).toMatchObject({ value: [{}, hoaSen] })
    const refused = { ok: false, error: { code: 'rest_has_two_payees' } }
    expect(splitLine(lump(), [part(300n), to('Hoa Sen'), to('Hoa Mai')])).toEqual(refused)
    expect(splitLine(lump(), [part(300n), to('Hoa Sen'), part(null)])).toEqual(refused)
  })

  it('works out the one part that was left open', () => {
    const split = splitLine(lump(), [part(300n), part(null, 'rc_passport_id')])
    expect(split).toMatchObject({ ok: true, value: [{}, { category: 'rc_passport_id', amountMinor: 700n }] })
  })

  it('of a forgotten amount gives parts without amounts', () => {
    const forgotten = lump({ amountMinor: null, jpyMinor: null, usdMinor: null })
    expect(splitLine(forgotten, [part(null), part(null, 'il_bribe')])).toMatchObject({
      ok: true,
      value: [
        { category: 'rc_medical', amountMinor: null, jpyMinor: null },
        { category: 'il_bribe', amountMinor: null },
      ],
    })
    expect(splitLine(forgotten, [part(1n), part(null)])).toEqual({ ok: false, error: { code: 'parts_do_not_add_up' } })
  })

  it.each([
    [[part(1000n)], 'too_few_parts'],
    [[part(400n), part(599n)], 'parts_do_not_add_up'],
    [[part(400n), part(601n)], 'parts_do_not_add_up'],
    [[part(1000n), part(null)], 'parts_do_not_add_up'],
    [[part(1000n), part(0n)], 'parts_do_not_add_up'],
    [[part(1001n), part(-1n)], 'parts_do_not_add_up'],
  ] as const)('is refused where the parts are no parts of it (%#)', (parts, code) => {
    expect(splitLine(lump(), parts)).toEqual({ ok: false, error: { code } })
  })
})
