import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import { fileProblem } from '@/lib/http/define-file-route'
import { rangeAnswer } from '@/lib/http/shown-answer'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { hearCaseFile } from '@/lib/usecases/files/show-file'

type Context = RouteContext<'/[locale]/cases/[number]/files/[id]/sound'>

/** GET /{locale}/cases/{number}/files/{id}/sound: a sound of a case for the player of its page, whole or a range of bytes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('case.read', { locale, returnTo: `/${locale}/cases/${number}` })
  if (!parseCaseNumber(number).ok || !isId(id)) notHere(locale)
  const opened = await hearCaseFile(grant, number, id)
  if (!opened.ok) return opened.error.code === 'not_here' ? notHere(locale) : fileProblem(opened.error)
  const { contentType } = FILE_FORMATS[opened.value.format]
  return rangeAnswer(opened.value.bytes, contentType, request.headers.get('range'))
}
