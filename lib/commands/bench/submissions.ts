import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import type { Pool } from 'pg'
import { grantOpen } from '@/lib/access/grant'
import { noAnswers, type FeeLineAnswer, type ReportAnswers } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import { hashToken } from '@/lib/platform/token'
import { startReport } from '@/lib/usecases/start-report'
import { submitReport } from '@/lib/usecases/submit-report'
import { hiddenFields } from './html'
import { PlainBrowser } from './http'
import { readTemplate, writePlain } from './plain-rows'
import { measure, type Timing } from './timing'

/** As many as the application has connections to the database. */
const LANES = 10
const HTTP_REPORTS = 400
const DIRECT_REPORTS = 1000
const WARM_UPS = 40

const fee: FeeLineAnswer = {
  payeeRole: 'sending_organization',
  payeeName: 'Công ty CP Sông Xanh Mẫu',
  category: 'rf_placement_service',
  amountText: '120 triệu',
  amountMinor: '120000000',
  currency: 'VND',
  paidOn: '2023-03',
  method: 'cash',
}

/** A report with three payments, a loan, contract and pay, and a story; its verdict is reached while it is filed. */
const REPORT: ReportAnswers = {
  ...noAnswers(),
  grievances: ['fees_debt', 'wages_unpaid'],
  origin: 'VN',
  scheme: 'titp',
  parties: [{ role: 'sending_organization', name: 'Công ty CP Sông Xanh Mẫu' }, { role: 'broker' }],
  paid: 'yes',
  fees: [
    fee,
    { ...fee, category: 'rc_training_orientation' },
    { ...fee, payeeRole: 'broker', category: 'rf_broker_introduction' },
  ],
  debt: { borrowed: 'yes', lenderRole: 'bank', owedText: '80 triệu', owedMinor: '80000000', currency: 'VND' },
  pay: { contractMonths: 36, contractWageText: '150000', contractWageMinor: '150000', currency: 'JPY' },
  story: 'Ba tháng nay tôi không được trả đủ tiền làm thêm.',
  consents: ['keep_complaint', 'statistics'],
}

/** One report sent by three ways: the page's form, the use case behind it, and its bare rows. */
export type Submissions = { readonly form: Timing; readonly useCase: Timing; readonly plain: Timing }

export async function benchSubmissions(origin: string, owner: Pool): Promise<Submissions> {
  const sent = (submissionId: string) =>
    submitReport(grantOpen({ kind: 'reporter', caseId: newId() }, 'report.submit'), {
      answers: REPORT,
      locale: 'vi',
      channel: 'web',
      token: null,
      submissionId,
    })
  const known = randomUUID()
  await sent(known)
  const template = await readTemplate(owner, known)
  const plain = await measure(DIRECT_REPORTS, LANES, () => writePlain(owner, template), WARM_UPS)
  const useCase = await measure(
    DIRECT_REPORTS,
    LANES,
    async () => {
      if (!(await sent(randomUUID())).ok) throw new Error('a report was refused')
    },
    WARM_UPS,
  )
  return { form: await benchForm(origin), useCase, plain }
}

/** Posts the form of the check page for drafts that were prepared before. */
async function benchForm(origin: string): Promise<Timing> {
  const tokens: string[] = []
  for (let index = 0; index < HTTP_REPORTS + WARM_UPS; index += 1) tokens.push(await prepareDraft())
  const agent = new Agent({ keepAlive: true, maxSockets: LANES })
  const browserWith = (token: string) => {
    const browser = new PlainBrowser(origin, agent)
    browser.setCookie('draft', token)
    return browser
  }
  const page = '/vi/report/check'
  const fields = hiddenFields((await browserWith(tokens[0] ?? '').get(page)).text)
  const timing = await measure(
    HTTP_REPORTS,
    LANES,
    async (index) => {
      const answer = await browserWith(tokens[index] ?? '').post(page, fields)
      if (answer.status !== 303 || !answer.headers.location?.includes('/receipt'))
        throw new Error(`sending answered ${answer.status}`)
    },
    WARM_UPS,
  )
  agent.destroy()
  return timing
}

async function prepareDraft(): Promise<string> {
  const token = await startReport(
    async (made) => grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(made)),
    {
      kind: 'report',
      locale: 'vi',
      draft: { answers: REPORT, assisted: {} },
    },
  )
  if (token === null) throw new Error('no draft could be started')
  return token
}
