import { chromium } from 'playwright'
import lighthouse from 'lighthouse'
import { freePort } from '../database/cluster'
import { findBrowser } from '../find-browser'
import type { Report } from '../phases'
import { prepare, type Prepared } from './prepared'

/** Vietnamese stands for the Latin script, Khmer for those that are hard to draw. */
const LOCALES = ['vi', 'km'] as const
const CHECKED = 'from=VN&scheme=titp&who1=broker&what1=rf_broker_introduction&amount1=25000000'

/** The pages of a worker's way, and what the phone holds when it opens them. */
const PAGES: readonly (readonly [page: string, path: string, holds?: keyof Prepared])[] = [
  ['start', ''],
  ['report, start', '/report'],
  ['question', '/report/grievances', 'draft'],
  ['amount', '/report/fees/1/amount', 'draft'],
  ['check', '/report/check', 'draft'],
  ['receipt', '/report/receipt', 'ticket'],
  ['code', '/track'],
  ['own case', '/track/case', 'own'],
  ['help', '/help'],
  ['rights', '/rights/VN/titp'],
  ['fees', `/fees?${CHECKED}`],
  ['safety', '/safety'],
]

const ATTEMPTS = 3
const CATEGORIES = ['accessibility', 'best-practices', 'performance'] as const

/** What Lighthouse says of one page, each of 100, under its mobile throttling; `failed` names the audits below 90, or says why there are no marks. */
export type Mark = {
  readonly page: string
  readonly locale: string
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number | null>>
  readonly failed: readonly string[]
}

/** Marks every page of a worker in two languages, one after the other in one browser. */
export async function markPages(origin: string, report: Report): Promise<Mark[]> {
  const prepared = await prepare(origin)
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: findBrowser(report),
    args: [
      `--remote-debugging-port=${port}`,
      '--disable-dev-shm-usage',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  const marks: Mark[] = []
  try {
    for (const locale of LOCALES)
      for (const [page, path, holds] of PAGES)
        marks.push({ page, locale, ...(await mark(`${origin}/${locale}${path}`, port, cookieFor(prepared, holds))) })
  } finally {
    await browser.close()
  }
  return marks
}

function cookieFor(prepared: Prepared, holds: keyof Prepared | undefined): string | undefined {
  if (holds === undefined) return undefined
  return `${holds === 'own' ? 'track' : 'draft'}=${prepared[holds]}`
}

/** On a busy machine the browser now and then misses the beginning of a page: then once more. */
async function mark(url: string, port: number, cookie: string | undefined): Promise<Pick<Mark, 'scores' | 'failed'>> {
  let why = ''
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const found = await look(url, port, cookie)
    if (typeof found !== 'string') return found
    why = found
  }
  return { scores: { accessibility: null, 'best-practices': null, performance: null }, failed: [why] }
}

/** The marks, or why there are none. */
async function look(
  url: string,
  port: number,
  cookie: string | undefined,
): Promise<Pick<Mark, 'scores' | 'failed'> | string> {
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
  })
  if (!result) return 'it said nothing'
  const { categories, audits, runtimeError, finalDisplayedUrl } = result.lhr
  if (runtimeError) return runtimeError.message
  if (new URL(finalDisplayedUrl).pathname !== new URL(url).pathname) return `it was led to ${finalDisplayedUrl}`
  const scoreOf = (category: string) => {
    const score = categories[category]?.score
    return typeof score === 'number' ? Math.round(score * 100) : null
  }
  const weighed = CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? []).filter(
    ({ weight }) => weight > 0,
  )
  return {
    scores: {
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      performance: scoreOf('performance'),
    },
    failed: weighed.map(({ id }) => id).filter((id) => (audits[id]?.score ?? 1) < 0.9),
  }
}
