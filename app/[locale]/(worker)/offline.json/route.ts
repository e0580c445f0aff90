import { isOfflineWord } from '@/components/offline/offline-words'
import type { OfflineData } from '@/components/offline/offline-data'
import { checkGrant } from '@/lib/access/door'
import { publicOutboxKey } from '@/lib/data/outbox'
import { packBasis } from '@/lib/domain/fees/check/check-basis'
import { catalogFor } from '@/lib/i18n/catalogs'
import { toLocale } from '@/lib/i18n/locales'
import { readCheckBasis } from '@/lib/usecases/check-fees'

/** GET /{locale}/offline.json: words, rules and rates of one language, and the key that finished reports are sealed to. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/offline.json'>): Promise<Response> {
  const catalog = catalogFor(toLocale((await params).locale))
  const { today, ...basis } = await readCheckBasis(checkGrant())
  const data: OfflineData = {
    madeOn: today,
    words: Object.fromEntries(Object.entries(catalog).filter(([key]) => isOfflineWord(key))),
    basis: packBasis(basis),
    outbox: publicOutboxKey(),
  }
  return Response.json(data)
}
