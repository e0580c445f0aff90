import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { fileAnswer } from '@/lib/http/file-answer'
import { fileProblem } from '@/lib/http/define-file-route'
import { toLocale } from '@/lib/i18n/locales'
import { openCaseFile } from '@/lib/usecases/files/open-file'

type Context = RouteContext<'/[locale]/cases/[number]/files/[id]'>

/** GET /{locale}/cases/{number}/files/{id}: a file of a case of this office, to save. Who opened it stays in the trail. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const grant = await requireGrant('case.read', { locale, returnTo: `/${locale}/cases/${number}` })
  if (!parseCaseNumber(number).ok || !/^[0-9a-f-]{36}$/.test(id)) notHere(locale)
  const opened = await openCaseFile(grant, number, id)
  if (opened.ok) return fileAnswer(opened.value)
  return opened.error.code === 'not_here' ? notHere(locale) : fileProblem(opened.error)
}
