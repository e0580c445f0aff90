import type { OfflineData } from '@/components/fees/offline-answer'
import { isOfflineWord } from '@/components/fees/offline-words'
import { checkGrant } from '@/lib/access/door'
import { packBasis } from '@/lib/domain/fees/check/check-basis'
import { catalogFor } from '@/lib/i18n/catalogs'
import { toLocale } from '@/lib/i18n/locales'
import { readCheckBasis } from '@/lib/usecases/check-fees'

/** Rules, rates and words of one language, for answers without network. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/fees/data.json'>): Promise<Response> {
  const catalog = catalogFor(toLocale((await params).locale))
  const { today, ...basis } = await readCheckBasis(checkGrant())
  const data: OfflineData = {
    madeOn: today,
    words: Object.fromEntries(Object.entries(catalog).filter(([key]) => isOfflineWord(key))),
    basis: packBasis(basis),
  }
  return Response.json(data)
}
