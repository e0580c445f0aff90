import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CaseReferrals } from '@/components/case/case-referrals'
import { SheetFiles, SheetLimits, SheetLinks, SheetQuestions, SheetTasks } from '@/components/case/sheet-lists'
import type { CaseFile } from '@/lib/domain/case-file'
import type { Limitation } from '@/lib/domain/forums/limitations-for'
import { translatorFor } from '@/lib/i18n/translate'

const t = translatorFor('en')
const at = new Date('2026-11-21T03:00:00Z')
const later = new Date('2026-12-01T03:00:00Z')

const task = { assignee: null, doneBy: null, createdBy: null, createdAt: at, version: 1 }
const evidence = {
  id: 'e1',
  kind: 'receipt',
  format: 'jpeg',
  name: 'receipt.jpg',
  sizeBytes: 2048,
  durationSeconds: null,
  takenOn: null,
  feeLineId: null,
  addedBy: null,
  addedAt: at,
  removed: [],
  removedAt: null,
}
const file = {
  files: [evidence, { ...evidence, id: 'e2', name: 'gone.jpg', removedAt: at }],
  tasks: [
    { ...task, id: 't1', title: 'Call the union', dueAt: later, doneAt: null },
    { ...task, id: 't2', title: 'Ask for a payslip', dueAt: null, doneAt: at },
  ],
} as unknown as CaseFile
const question = {
  id: 'q1',
  casePartyId: 'p1',
  lane: 'ordinary',
  createdAt: at,
  dueAt: later,
  withdrawnAt: null,
  answeredAt: at,
  language: 'ja',
  allegation: '手数料について',
  answer: { stance: 'dispute', words: '払っていません', locale: 'ja' },
} as const
const limitation = {
  claim: 'fees',
  startsOn: '2026-01-10',
  endsOn: '2031-01-10',
  rule: {
    id: 'jp-unjust',
    start: 'payment',
    period: { count: 5, unit: 'years' },
    source: { title: 'Civil Code', article: 'Art. 166', url: 'https://example.org' },
  },
} as unknown as Limitation

test('a case on paper has its files, tasks, questions, limits and links, and nothing to press', () => {
  const html = renderToStaticMarkup(
    <>
      <SheetFiles t={t} file={file} />
      <SheetTasks t={t} file={file} at={at} />
      <SheetQuestions t={t} questions={[question]} parties={[{ id: 'p1', role: 'broker', name: 'Mẫu' }]} at={at} />
      <SheetLimits t={t} limitations={[limitation]} forums={[]} />
      <SheetLinks
        t={t}
        links={[
          {
            id: 'l1',
            kind: 'related',
            isFrom: true,
            reasons: [],
            other: { number: 'K7M4-Q9XD', state: 'received' } as Parameters<
              typeof SheetLinks
            >[0]['links'][number]['other'],
          },
        ]}
      />
      <CaseReferrals
        t={t}
        referrals={[
          {
            id: 'r1',
            officeName: 'Minato',
            bodyCode: null,
            state: 'sent',
            sentAt: at,
            withdrawnAt: null,
            outcomeCode: null,
            purpose: 'legal_help',
            dataItems: ['facts'],
          } as unknown as Parameters<typeof CaseReferrals>[0]['referrals'][number],
        ]}
        address={null}
        mayPassOn={false}
      />
    </>,
  )
  for (const words of ['receipt.jpg', 'Call the union', 'Ask for a payslip', 'Mẫu', '手数料について', '払っていません'])
    expect(html).toContain(words)
  for (const words of ['Civil Code, Art. 166', '2031', 'K7M4-Q9XD', 'Minato', 'We do not accept it'])
    expect(html).toContain(words)
  expect(html).not.toContain('gone.jpg')
  expect(html).not.toMatch(/<a[\s>]|<button|<form/)
})
