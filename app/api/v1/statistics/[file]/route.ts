import { formatOf, readHow } from '@/lib/domain/statistics/export/formats'
import { readQuery } from '@/lib/domain/statistics/query-text'
import { defineRoute } from '@/lib/http/define-route'
import { exportAnswer, metadataAddress } from '@/lib/http/export-answer'
import { API_HEADERS, problem } from '@/lib/http/problem'
import { fileWords } from '@/lib/i18n/statistic-names'
import { translatorFor } from '@/lib/i18n/translate'
import { isIndexLoaded, LOADING_PATIENCE_MS } from '@/lib/usecases/statistics/column-index'
import { StatisticRefusal } from '@/lib/usecases/statistics/refusal'
import { exportMetadata, exportRelease } from '@/lib/usecases/statistics/export-release'

const METADATA = 'metadata.json'

/**
 * GET /api/v1/statistics/releases.{csv,xlsx,json,jsonstat}: the answer to a question as a file, with the parameters of the statistics
 * page, and `lang`, and for CSV `bom`, `hxl`, `end`. `releases.metadata.json`: what stands beside each of them.
 * Whoever did not prove lately who it is does so first (401 `prove_again` for a program).
 * 422 with the reason for a question that is not answered; 503 `not_yet` with a `Retry-After` while the reports are being read.
 */
export const GET = defineRoute<'statistics.export', { file: string }>(
  { permission: 'statistics.export', isProven: true },
  async ({ grant, params, query: address }) => {
    const [name, ...ending] = params.file.split('.')
    const format = formatOf(ending.join('.'))
    const isMetadata = ending.join('.') === METADATA
    if (name !== 'releases' || (format === null && !isMetadata)) return problem(404, 'not_found')
    const { query, unread } = readQuery(address)
    const { how, unread: unreadHow } = readHow(format ?? 'json', address)
    const names = [...new Set([...unread.map((part) => part.name), ...unreadHow])]
    if (names.length > 0) return problem(400, 'query_unreadable', { unread: names })
    const words = fileWords(translatorFor(how.language))
    if (!(await isIndexLoaded(LOADING_PATIENCE_MS))) return problem(503, 'not_yet')
    try {
      if (isMetadata) return Response.json(await exportMetadata(grant, query, words), { headers: API_HEADERS })
      return exportAnswer(await exportRelease(grant, query, { how, words }), metadataAddress(address))
    } catch (error) {
      if (error instanceof StatisticRefusal) return problem(422, error.code)
      throw error
    }
  },
)
