import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { isFileFormat } from '@/lib/domain/files/formats'
import { fileAnswer } from '@/lib/http/file-answer'
import { toLocale } from '@/lib/i18n/locales'
import { takeSharedFile } from '@/lib/usecases/referrals/shares'

type Context = RouteContext<'/[locale]/referrals/[id]/files/[fileId]'>

/** GET: a file that the worker agreed to share with this office. Who took it stays in the trail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: language, id, fileId } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('share.read', { locale, returnTo: `/${locale}/referrals/${id}` })
  const isNamed = [id, fileId].every((part) => /^[0-9a-f-]{36}$/.test(part))
  const taken = isNamed ? await takeSharedFile(grant, id, fileId) : null
  if (!taken || !isFileFormat(taken.file.format)) notHere(locale)
  const { kind, format } = taken.file
  return fileAnswer({ id: fileId, kind, format, bytes: taken.bytes })
}
