import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { fileProblem } from '@/lib/http/define-file-route'
import { shownAnswer } from '@/lib/http/shown-answer'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { readPage } from '@/lib/schemas/case/evidence-page'
import { previewCaseFile } from '@/lib/usecases/files/show-file'

type Context = RouteContext<'/[locale]/cases/[number]/files/[id]/preview'>

/** GET /{locale}/cases/{number}/files/{id}/preview?size=large&page=2: a picture of a case, or a page of a PDF, drawn anew. Who looked stays in the trail. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('case.read', { locale, returnTo: `/${locale}/cases/${number}` })
  if (!parseCaseNumber(number).ok || !isId(id)) notHere(locale)
  const asked = new URL(request.url).searchParams
  const size = asked.get('size') === 'large' ? 'large' : 'small'
  const drawn = await previewCaseFile(grant, number, id, size, readPage(asked.get('page')))
  if (drawn.ok) return shownAnswer(drawn.value, 'image/webp')
  return drawn.error.code === 'not_here' ? notHere(locale) : fileProblem(drawn.error)
}
