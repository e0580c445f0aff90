import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { arrivalItems } from '@/components/track/arrival-items'
import { CaseDoors } from '@/components/track/case-doors'
import { ownEvents } from '@/components/track/own-events'
import { ownFileHtml, type OwnFileParts } from '@/components/track/own-file'
import { Promises } from '@/components/track/promises'
import { translatorFor } from '@/lib/i18n/translate'

const t = translatorFor('en')
const at = new Date('2026-11-21T03:00:00Z')
const later = new Date(at.getTime() + 5 * 86_400_000)

const nothing = { referrals: [], corrections: [], rights: [], officerRequests: [], arrivals: [], codeChanges: [] }

describe('the way of a case', () => {
  test('says who was told and who answered, in the order it happened', () => {
    const referrals = [{ bodyCode: 'JP_OTIT', sentAt: later, answeredAt: null }]
    const titles = ownEvents(t, { ...nothing, referrals, codeChanges: [at] }).map(({ title }) => title)
    expect(titles[0]).toBe('A new code was made')
    expect(titles[1]).toMatch(/^Sent to /)
    expect(titles).toHaveLength(2)
  })

  test('promises have their dates; what is late is said to be late', () => {
    const deadlines = [
      { id: 'a', kind: 'status_update', dueAt: new Date(at.getTime() - 1) },
      { id: 'b', kind: 'substantive_answer', dueAt: later },
      { id: 'c', kind: 'worker_check_in', dueAt: later },
    ]
    const html = renderToStaticMarkup(<Promises t={t} deadlines={deadlines} at={at} />)
    expect(html.match(/<li>/g)).toHaveLength(2)
    expect(html).toContain('We are late with this.')
    expect(html).toContain('A full answer: by')
  })
})

describe('the doors of a case', () => {
  const facts = {
    feeLineCount: 0,
    amounts: [],
    agreed: 1,
    notAgreed: 4,
    isOpen: true,
    isCounted: true,
    awaitsArrival: false,
    canRate: false,
  }
  const hrefs = (change: object) =>
    Array.from(
      renderToStaticMarkup(<CaseDoors t={t} facts={{ ...facts, ...change }} />).matchAll(/href="([^"]+)"/g),
      ([, href]) => href,
    )

  test('show what fits how it stands', () => {
    expect(hrefs({})).toContain('/en/track/case/officer')
    expect(hrefs({})).not.toContain('/en/track/case/rate')
    const ended = hrefs({ isOpen: false, canRate: true, awaitsArrival: true })
    expect(ended).toEqual(expect.arrayContaining(['/en/track/case/rate', '/en/track/case/arrived']))
    expect(ended).not.toContain('/en/track/case/officer')
    expect(ended).not.toContain('/en/track/case/stop')
  })

  test('ask who the worker is only while the yes to statistics stands', () => {
    expect(hrefs({})).toContain('/en/track/case/about')
    expect(hrefs({ isCounted: false })).not.toContain('/en/track/case/about')
  })
})

describe('what can arrive', () => {
  const payment = {
    id: 'p',
    dueOn: '2026-12',
    amountMinor: 50_000n,
    currency: 'JPY',
    confirmedAt: null,
    confirmedHow: null,
  }
  const remedy = {
    id: 'r',
    type: 'fee_repayment',
    terms: null,
    termsLanguage: null,
    confirmedAt: null,
    confirmedHow: null,
    failedAt: null,
  }

  test('is asked for each payment where they are written down, else for the whole', () => {
    expect(arrivalItems(t, [{ ...remedy, payments: [] }], []).map(({ isOpen }) => isOpen)).toEqual([true])
    const items = arrivalItems(t, [{ ...remedy, payments: [payment] }], [])
    expect(items.map(({ repaymentId, isOpen }) => [repaymentId, isOpen])).toEqual([
      [null, false],
      ['p', true],
    ])
    expect(items[1]?.name).toContain('¥50,000')
  })

  test('is still asked where an officer wrote down that it came, and not where the worker said so', () => {
    const said = (confirmedHow: string) =>
      arrivalItems(t, [{ ...remedy, payments: [{ ...payment, confirmedAt: at, confirmedHow }] }], [])[1]
    expect(said('told_to_officer')).toMatchObject({ isOpen: true, said: expect.stringContaining('An officer wrote') })
    expect(said('tap')).toMatchObject({ isOpen: false, said: expect.stringContaining('You confirmed') })
  })

  test('is not asked when the promise was broken', () => {
    expect(arrivalItems(t, [{ ...remedy, failedAt: at, payments: [payment] }], []).some(({ isOpen }) => isOpen)).toBe(
      false,
    )
  })
})

describe('the file with everything', () => {
  const evil = '</dd><script>alert("x")</script>'
  const message = {
    id: 'm',
    direction: 'from_worker' as const,
    author: null,
    language: '"><img>',
    text: evil,
    translation: null,
    isQuestion: false,
    answersId: null,
    sentAt: at,
    readAt: null,
  }
  const contract = { kind: 'contract', name: evil, addedAt: at, removed: ['location', 'author'] } as const
  const parts: OwnFileParts = {
    own: {
      number: 'K7M4-Q9XD',
      state: 'triage',
      isByProxy: false,
      origin: 'VN',
      scheme: 'titp',
      receivedAt: at,
      office: { name: evil },
    },
    moves: [{ toState: 'received', movedAt: at }],
    messages: [message],
    consents: [],
    events: nothing,
    facts: {
      own: { origin: 'VN', scheme: 'titp' },
      parties: [{ id: 'p', role: 'broker', name: evil }],
      feeLines: [],
      loans: [],
      wages: [],
      contractMonths: 36,
      contact: { channel: 'phone', detail: evil },
      person: null,
      corrections: [],
    },
    statements: [{ text: evil, language: 'vi', createdAt: at }],
    files: [contract],
    judged: null,
  }

  test('says who the worker is, as it was told for the statistics', () => {
    const told = { sex: 'female', ageBand: '25_34', education: null, sector: 'agriculture' } as const
    const html = ownFileHtml(t, { ...parts, facts: { ...parts.facts, person: { facts: told } } }, at)
    expect(html).toContain('<dt>Your age</dt><dd>25 to 34</dd>')
    expect(html).toContain('<dt>The highest school you finished</dt><dd>Not said</dd>')
    expect(ownFileHtml(t, parts, at)).not.toContain('Your age')
  })

  test('lists the files by what they are, their name, the day and what was taken out', () => {
    const html = ownFileHtml(t, { ...parts, files: [{ ...contract, name: 'hop-dong.pdf' }] }, at)
    expect(html).toMatch(
      /<dt>Contract<\/dt><dd>hop-dong\.pdf\n[^<]*2026[^<]*\nplace removed\nname of the maker removed<\/dd>/,
    )
    expect(ownFileHtml(t, { ...parts, files: [{ ...contract, name: null, removed: [] }] }, at)).toContain(
      '<dt>Contract',
    )
  })

  test('keeps words of people words, loads nothing and has a neutral title', () => {
    const html = ownFileHtml(t, parts, at)
    expect(html).not.toMatch(/<script|<img|src=|href=/)
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(5)
    expect(html).toContain('K7M4-Q9XD')
    expect(/<title>([^<]*)</.exec(html)?.[1]).toBe('Everything on your page')
  })
})
