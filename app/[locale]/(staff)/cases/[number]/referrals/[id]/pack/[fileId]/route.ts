import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { requireStepUp } from '@/lib/access/step-up'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { packAnswer } from '@/lib/http/pack-answer'
import { toLocale } from '@/lib/i18n/locales'
import { takePackFile } from '@/lib/usecases/referrals/open-pack-file'

type Context = RouteContext<'/[locale]/cases/[number]/referrals/[id]/pack/[fileId]'>

/** GET: one file of a pack, as it went out. Who took it stays in the trail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: language, number, id, fileId } = await params
  const locale = toLocale(language)
  const returnTo = `/${locale}/cases/${number}/referrals/${id}`
  const grant = await requireGrant('case.change_state', { locale, returnTo })
  await requireStepUp(grant, { locale, returnTo })
  const isNamed = [id, fileId].every((part) => /^[0-9a-f-]{36}$/.test(part))
  const file =
    parseCaseNumber(number).ok && isNamed ? await takePackFile(grant, { number, referralId: id, id: fileId }) : null
  return file ? packAnswer(file) : notHere(locale)
}
