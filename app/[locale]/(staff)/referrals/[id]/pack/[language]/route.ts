import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { requireStepUp } from '@/lib/access/step-up'
import { packAnswer } from '@/lib/http/pack-answer'
import { toLocale } from '@/lib/i18n/locales'
import { takeSharedPack } from '@/lib/usecases/referrals/shares'

type Context = RouteContext<'/[locale]/referrals/[id]/pack/[language]'>

/** GET: the pack of a share, drawn in one language, or `all` as data. Who took it stays in the trail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: spoken, id, language } = await params
  const locale = toLocale(spoken)
  const returnTo = `/${locale}/referrals/${id}`
  const grant = await requireGrant('share.read', { locale, returnTo })
  await requireStepUp(grant, { locale, returnTo })
  const file =
    /^[0-9a-f-]{36}$/.test(id) && /^(ja|en|vi|all)$/.test(language) ? await takeSharedPack(grant, id, language) : null
  return file ? packAnswer({ ...file, language }) : notHere(locale)
}
