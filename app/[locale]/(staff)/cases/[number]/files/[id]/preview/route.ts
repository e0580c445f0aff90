import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { fileProblem } from '@/lib/http/define-file-route'
import { shownAnswer } from '@/lib/http/shown-answer'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { previewCaseFile } from '@/lib/usecases/files/show-file'

type Context = RouteContext<'/[locale]/cases/[number]/files/[id]/preview'>

/** GET /{locale}/cases/{number}/files/{id}/preview?size=large: a picture of a case, drawn anew. Who looked stays in the trail. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('case.read', { locale, returnTo: `/${locale}/cases/${number}` })
  if (!parseCaseNumber(number).ok || !isId(id)) notHere(locale)
  const size = new URL(request.url).searchParams.get('size') === 'large' ? 'large' : 'small'
  const drawn = await previewCaseFile(grant, number, id, size)
  if (drawn.ok) return shownAnswer(drawn.value, 'image/webp')
  return drawn.error.code === 'not_here' ? notHere(locale) : fileProblem(drawn.error)
}
