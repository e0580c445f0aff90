import { phase, type Report } from '../phases'
import { loadDemonstrationData } from '../demonstration'
import { startNext } from '../next-server'
import type { StopList } from '../stop-signals'
import { countCases, fillUp } from './fill'
import { markPages, type Mark } from './lighthouse'
import { residentMegabytes } from './memory'
import { benchStaffPages, signIn, type StaffPages } from './pages'
import type { Bench } from './prepare-bench'
import { benchSubmissions, type Submissions } from './submissions'
import { weighPages, type LanguageWeight } from './weights'

/** What the running server was measured with. */
export type SiteResult = {
  readonly demonstration: { readonly reports: number; readonly seconds: number }
  readonly submissions: Submissions
  readonly pages: {
    readonly few: StaffPages & { readonly cases: number }
    readonly many: StaffPages & { readonly cases: number }
  }
  readonly weights: readonly LanguageWeight[]
  readonly marks: readonly Mark[]
  readonly memory: { readonly startedMb: number | null; readonly endMb: number | null }
}

/** Measures the production build in `distDir` over the demonstration data, and over many more cases. */
export async function benchSite({ owner, ownerUrl, keys, port }: Bench, distDir: string, stops: StopList) {
  const loading = performance.now()
  await phase('Demonstration data', (report: Report) => loadDemonstrationData({ ownerUrl, ...keys }, stops, report))
  const seconds = (performance.now() - loading) / 1000
  const reports = await countCases(owner)
  const server = await startNext({ ...keys, port, logLevel: 'error', isDemonstration: true, distDir }, () => undefined)
  const stop = stops.add(server.stop)
  const startedMb = residentMegabytes(server.pid)
  const { publicUrl } = keys
  const pagesOver = (cases: number) =>
    phase(`Pages over ${cases} cases`, async () => ({ cases, ...(await benchStaffPages(supervisor)) }))

  await owner.query('VACUUM ANALYZE')
  const supervisor = await phase('Sign-in', () => signIn(publicUrl))
  const few = await pagesOver(reports)
  const weights = await phase('Bytes', () => weighPages(publicUrl))
  const marks = await phase('Lighthouse', (report) => markPages(publicUrl, report))
  const submissions = await phase('Reports', () => benchSubmissions(publicUrl, owner))
  const many = await pagesOver(await phase('Filling up', () => fillUp(owner)))
  const memory = { startedMb, endMb: residentMegabytes(server.pid) }
  await stop()
  const demonstration = { reports, seconds }
  return { demonstration, submissions, pages: { few, many }, weights, marks, memory } satisfies SiteResult
}
