import { hiddenFields } from './html'
import { PlainBrowser } from './http'

type Fields = readonly (readonly [name: string, value: string])[]

/** One answer to every question, so that each of them can be opened. */
const ANSWERS: readonly (readonly [step: string, fields: Fields])[] = [
  [
    'grievances',
    [
      ['grievances', 'fees_debt'],
      ['grievances', 'threats'],
    ],
  ],
  ['danger', [['dangers', 'in_danger_now']]],
  ['corridor', [['origin', 'VN']]],
  ['scheme', [['scheme', 'titp']]],
  [
    'parties',
    [
      ['roles', 'sending_organization'],
      ['roles', 'broker'],
    ],
  ],
  ['party_names', [['name_broker', 'chú Ba']]],
  ['paid', [['paid', 'yes']]],
  ['fees/1/payee', [['payeeRole', 'broker']]],
  ['fees/1/category', [['category', 'rf_broker_introduction']]],
  [
    'fees/1/amount',
    [
      ['amount', '25 triệu'],
      ['currency', 'VND'],
      ['precision', 'exact'],
      ['month', '3'],
      ['year', '2023'],
    ],
  ],
  [
    'fees/1/how',
    [
      ['method', 'cash'],
      ['receipt', 'none'],
    ],
  ],
  [
    'debt',
    [
      ['borrowed', 'yes'],
      ['lenderRole', 'bank'],
      ['owed', '80 triệu'],
      ['currency', 'VND'],
    ],
  ],
  [
    'pay',
    [
      ['contract', '36'],
      ['contractWage', '180000'],
      ['currency', 'JPY'],
    ],
  ],
  ['story', [['story', 'Họ giữ hộ chiếu của tôi.']]],
  ['contact', [['channel', 'phone']]],
  ['contact_details', [['detail', '090 0000 0000']]],
  [
    'consents',
    [
      ['consents', 'keep_complaint'],
      ['consents', 'statistics'],
    ],
  ],
]

/** Every question of the draft, in order. */
export const QUESTIONS: readonly string[] = ANSWERS.map(([step]) => step)

/** What a phone holds after it told something: an open draft, a ticket that was not put away yet, and the page of that case. */
export type Prepared = { readonly draft: string; readonly ticket: string; readonly own: string }

/** Tells two reports by plain posts, sends one of them and opens its page. Pages can then be looked at one by one. */
export async function prepare(origin: string): Promise<Prepared> {
  const writing = await drafted(origin)
  const sender = await drafted(origin)
  await post(sender, '/en/report/check', [])
  const receipt = (await sender.get('/en/report/receipt')).text.replaceAll(/<[^>]*>/g, ' ')
  const code = /(?:\d{3}\s+){6}\d{3}/.exec(receipt)?.[0].replaceAll(/\s/g, '') ?? ''
  const opener = new PlainBrowser(origin)
  await post(opener, '/en/track', [['code', code]])
  return { draft: cookieOf(writing, 'draft'), ticket: cookieOf(sender, 'draft'), own: cookieOf(opener, 'track') }
}

async function drafted(origin: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser(origin)
  for (const [step, fields] of ANSWERS) await post(browser, `/en/report/${step}`, fields)
  return browser
}

async function post(browser: PlainBrowser, path: string, fields: Fields): Promise<void> {
  const page = await browser.get(path)
  const answer = await browser.post(path, [...hiddenFields(page.text, fields[0]?.[0]), ...fields])
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
}

function cookieOf(browser: PlainBrowser, name: string): string {
  const pair = browser.cookies.split('; ').find((one) => one.startsWith(`${name}=`))
  if (!pair) throw new Error(`there is no cookie ${name} among ${browser.cookies.replaceAll(/=[^;]*/g, '')}`)
  return pair.slice(name.length + 1)
}
