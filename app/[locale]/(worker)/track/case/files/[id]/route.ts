import { requireWorkerGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { fileAnswer } from '@/lib/http/file-answer'
import { fileProblem } from '@/lib/http/define-file-route'
import { toLocale } from '@/lib/i18n/locales'
import { openOwnFile } from '@/lib/usecases/files/open-file'

type Context = RouteContext<'/[locale]/track/case/files/[id]'>

/** GET /{locale}/track/case/files/{id}: a file of the own case, to save. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const grant = await requireWorkerGrant('own_case.read', locale)
  if (!/^[0-9a-f-]{36}$/.test(id)) notHere(locale)
  const opened = await openOwnFile(grant, id)
  if (opened.ok) return fileAnswer(opened.value)
  return opened.error.code === 'not_here' ? notHere(locale) : fileProblem(opened.error)
}
