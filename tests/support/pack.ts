import { DATA_ITEMS, fileItem, fileOfItem } from '@/lib/domain/referral/data-items'
import type { PackHead } from '@/lib/domain/referral/pack/pack'
import type { PackSource } from '@/lib/domain/referral/pack/pack-source'

export const FILE_ONE = '00000000-0000-4000-8000-000000000001'
export const FILE_TWO = '00000000-0000-4000-8000-000000000002'

/** Every item that can be agreed to, two files among them. */
export const ALL_ITEMS: readonly string[] = [...DATA_ITEMS, fileItem(FILE_ONE), fileItem(FILE_TWO)]

/** What only one item says, so that its absence can be seen. Parties are named by payments and debts too, where both are agreed to. */
export const MARKS: Readonly<Record<string, string>> = {
  facts: '2031-01-09',
  job: '2032-02',
  story: 'Họ giữ hộ chiếu của tôi',
  fees: '2033-03',
  verdicts: 'prohibited',
  loans: '2034-04',
  pay: '2035-05',
  parties: 'Công ty Mẫu',
  signs: 'debt_bondage',
  name: 'Nguyễn Thị Mẫu',
  contact: '090-0000-1111',
  consents: '2036-06-06',
  [fileItem(FILE_ONE)]: 'bien-lai.jpg',
  [fileItem(FILE_TWO)]: 'hop-dong.pdf',
}

/** A case that says something at every item. */
export function aPackSource(change: Partial<PackSource> = {}): PackSource {
  const file = (id: string, kind: string, format: string) => ({
    id,
    name: MARKS[fileItem(id)] ?? '',
    kind,
    format,
    bytes: 1000,
    sha256: fileOfItem(fileItem(id)) === FILE_ONE ? 'a1'.repeat(32) : 'b2'.repeat(32),
  })
  return {
    facts: {
      origin: 'VN',
      destination: 'JP',
      scheme: 'titp',
      grievances: ['fees_debt'],
      dangers: [],
      severity: 'high',
      receivedOn: '2031-01-09',
      language: 'vi',
      departureOn: null,
    },
    job: {
      contractMonths: 36,
      contractSignedOn: '2032-02',
      workStartedOn: null,
      workEndedOn: null,
      toldTotal: null,
    },
    story: [
      {
        text: MARKS['story'] ?? '',
        language: 'vi',
        saidOn: '2026-11-01',
        translation: { text: 'They keep my passport', language: 'en', by: 'Officer Mẫu' },
      },
    ],
    fees: [
      {
        id: 'f',
        category: 'rf_broker_introduction',
        payeeRole: 'broker',
        payeeName: 'Công ty Mẫu',
        amount: { minor: 120_000_000n, currency: 'VND' },
        amountMax: null,
        precision: 'about',
        paidOn: '2033-03',
        method: 'cash',
        receipt: 'none',
        refunded: null,
        verdict: 'prohibited',
      },
    ],
    verdict: 'prohibited',
    loans: [
      {
        lenderKind: 'bank',
        lenderName: 'Công ty Mẫu',
        principal: { minor: 50_000_000n, currency: 'VND' },
        outstanding: null,
        collateral: 'house',
        borrowedOn: '2034-04',
      },
    ],
    pay: [{ kind: 'contract_basic_wage', amount: { minor: 170_000n, currency: 'JPY' }, forMonth: '2035-05' }],
    parties: [{ role: 'broker', name: 'Công ty Mẫu', registeredName: null }],
    signs: ['debt_bondage'],
    name: MARKS['name'] ?? '',
    contact: { channel: 'phone', value: '090-0000-1111', safeTimes: null, language: 'vi' },
    consents: [{ kind: 'statistics', givenOn: '2036-06-06', until: null, method: 'tap' }],
    files: [file(FILE_ONE, 'receipt', 'jpeg'), file(FILE_TWO, 'contract', 'pdf')],
    ...change,
  }
}

/** The head of a pack. */
export const A_HEAD: PackHead = {
  reference: '00000000-0000-4000-8000-00000000000a',
  madeAt: '2026-11-21T03:00:00.000Z',
  purpose: 'legal_help',
  from: 'Minato Help Desk',
  to: { ja: '法テラス', en: 'Houterasu', vi: 'Houterasu' },
  basis: 'consent',
  consentUntil: '2027-02-19T03:00:00.000Z',
}
