import type { Answer, PlainBrowser } from './http'
import { hiddenFields, pictogramFiles, styleSheets } from './html'

type Fields = readonly (readonly [name: string, value: string])[]

/** What a worker answers at each step; a payment is told three times. */
const ANSWERS: Readonly<Record<string, Fields>> = {
  grievances: [
    ['grievances', 'fees_debt'],
    ['grievances', 'wages_unpaid'],
  ],
  danger: [],
  corridor: [['origin', 'VN']],
  scheme: [['scheme', 'titp']],
  parties: [
    ['roles', 'sending_organization'],
    ['roles', 'broker'],
  ],
  party_names: [['name_sending_organization', 'Công ty CP Sông Xanh Mẫu']],
  paid: [['paid', 'yes']],
  payee: [
    ['payeeRole', 'sending_organization'],
    ['payeeName', 'Công ty CP Sông Xanh Mẫu'],
  ],
  category: [['category', 'rf_placement_service']],
  amount: [
    ['amount', '120 triệu'],
    ['currency', 'VND'],
    ['precision', 'about'],
    ['month', '3'],
    ['year', '2023'],
  ],
  how: [
    ['method', 'cash'],
    ['receipt', 'none'],
    ['toldBeforeSigning', 'no'],
  ],
  debt: [
    ['borrowed', 'yes'],
    ['lenderRole', 'bank'],
    ['owed', '80 triệu'],
    ['currency', 'VND'],
  ],
  pay: [
    ['contract', '36'],
    ['contractWage', '180000'],
    ['currency', 'JPY'],
    ['firstMonth', '121000'],
  ],
  story: [['story', 'Tôi làm ở xưởng chế biến thực phẩm. Ba tháng nay tôi không được trả đủ tiền làm thêm.']],
  contact: [['channel', 'here_only']],
  consents: [
    ['consents', 'keep_complaint'],
    ['consents', 'statistics'],
  ],
  check: [],
}

export const FEE_LINES = 3
const MOST_PAGES = 60

/** One page as somebody sees it first: its address, and what its HTML and style weigh on the wire. */
export type View = { readonly path: string; readonly bytes: number }

/** What a journey cost: its pages, bytes of all bodies on the wire (a style sheet once), and the last page. */
export type Journey = { readonly views: readonly View[]; readonly bytes: number; readonly receipt: string }

/** Walks a whole report without scripts, from the first page to the receipt, three payments on the way. */
export async function walkReport(browser: PlainBrowser, locale: string): Promise<Journey> {
  const styles = new Map<string, number>()
  const views: View[] = []
  let bytes = 0
  const count = (answer: Answer) => {
    bytes += answer.bytes
    return answer
  }
  const show = async (path: string) => {
    const { page, at } = await follow(browser, path, count)
    const sheets = styleSheets(page.text)
    for (const sheet of sheets.filter((href) => !styles.has(href))) {
      styles.set(sheet, count(await browser.get(sheet)).bytes)
    }
    for (const file of pictogramFiles(page.text).filter((href) => !styles.has(href))) {
      styles.set(file, count(await browser.get(file)).bytes)
    }
    views.push({ path: at, bytes: page.bytes + sum(sheets.map((sheet) => styles.get(sheet) ?? 0)) })
    return { page, at }
  }
  await show(`/${locale}`)
  await show(`/${locale}/report`)
  let { page, at } = await show(`/${locale}/report/grievances`)
  while (views.length < MOST_PAGES) {
    const step = at.split('?')[0]?.split('/').at(-1) ?? ''
    if (step === 'receipt') return { views, bytes, receipt: page.text }
    if (step === 'fees') {
      const told = new Set(page.text.match(/\/fees\/\d+\?back=fees/gu)).size
      ;({ page, at } = await show(
        told < FEE_LINES ? `/${locale}/report/fees/${told + 1}/payee` : `/${locale}/report/debt`,
      ))
      continue
    }
    const answers = ANSWERS[step]
    if (answers === undefined) throw new Error(`the report leads to ${at}, which this journey does not know`)
    const sent = count(await browser.post(at, [...hiddenFields(page.text, answers[0]?.[0]), ...answers]))
    const next = sent.headers.location
    if (sent.status !== 303 || next === undefined) throw new Error(`${at} answered ${sent.status} instead of going on`)
    ;({ page, at } = await show(next))
  }
  throw new Error('the report does not end')
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

async function follow(
  browser: PlainBrowser,
  path: string,
  count: (answer: Answer) => Answer,
): Promise<{ page: Answer; at: string }> {
  const page = count(await browser.get(path))
  const { location } = page.headers
  if (page.status >= 300 && page.status < 400 && location !== undefined)
    return follow(
      browser,
      new URL(location, 'http://localhost').pathname + new URL(location, 'http://localhost').search,
      count,
    )
  if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
  return { page, at: path }
}
