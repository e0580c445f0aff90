import { describe, expect, test } from 'vitest'
import { linesOf } from '@/components/case/chain-words'
import { chainOf } from '@/lib/domain/case-chain'
import type { CaseLoan, ChainParty, LedgerLine } from '@/lib/domain/case-money'
import type { CaseAssessment, LineAssessment } from '@/lib/domain/fees/assessment/assessment'

const party = (id: string, role: string, paidJpy: bigint | null = null): ChainParty => ({
  id,
  role,
  name: id,
  registeredName: null,
  paidJpy,
})
const line = (id: string, casePartyId: string | null, jpyMinor: bigint) => ({ id, casePartyId, jpyMinor }) as LedgerLine
const judged = (lineId: string, verdict: LineAssessment['verdict']) => ({ lineId, verdict }) as LineAssessment
const loan = { id: 'loan', lenderKind: 'bank', lenderName: null, outstandingJpy: 500n } as CaseLoan

describe('the chain of a case', () => {
  const parties = [
    party('company', 'accepting_company'),
    party('school', 'training_center', 30n),
    party('union', 'supervising_organization'),
    party('agency', 'sending_organization', 700n),
    party('uncle', 'broker', 200n),
  ]
  const ledger = [
    line('1', 'agency', 500n),
    line('2', 'agency', 200n),
    line('3', 'uncle', 200n),
    line('4', 'school', 30n),
    line('5', null, 9n),
  ]
  const assessment = {
    lines: [judged('1', 'within_cap'), judged('2', 'above_cap'), judged('3', 'prohibited')],
    claims: [{ partyKey: 'agency', aboveCapJpy: 150n, likelyJpy: 20n, aboveZeroFeeJpy: 700n }],
  } as unknown as CaseAssessment
  const chain = chainOf(parties, ledger, [loan], assessment)

  test('stands in the order the worker passes it, however it was told', () => {
    expect(chain.way.map(({ id }) => id)).toEqual(['uncle', 'agency', 'union', 'company'])
    expect(chain.beside.map(({ id }) => id)).toEqual(['school', 'loan'])
  })

  test('says the gravest verdict and what can be claimed at each party', () => {
    const [uncle, agency, union] = chain.way
    expect([uncle?.verdict?.verdict, agency?.verdict?.verdict, union?.verdict]).toEqual([
      'prohibited',
      'above_cap',
      null,
    ])
    expect([agency?.claimJpy, agency?.likelyJpy, uncle?.claimJpy]).toEqual([150n, 20n, 0n])
  })

  test('a lender lent, and was paid nothing; what went to nobody named is outside', () => {
    expect(chain.beside.at(-1)).toMatchObject({ isLender: true, lenderKind: 'bank', lentJpy: 500n, paidJpy: null })
    expect(chain.outsideJpy).toBe(9n)
  })
})

test.each([
  ['Sông Xanh Mẫu Joint Stock Company', 12, ['Sông Xanh', 'Mẫu Joint', 'Stock…']],
  ['chú Ba', 12, ['chú Ba']],
  ['みなと見本協同組合', 12, ['みなと見本協', '同組合']],
  ['Unbreakablelonglonglongname', 12, ['Unbreakable…']],
])('%s stands in lines that fit a box', (name, room, lines) => {
  expect(linesOf(name, room, 3)).toEqual(lines)
})
