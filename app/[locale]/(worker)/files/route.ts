import { headers } from 'next/headers'
import { doorGrant } from '@/lib/access/door'
import { findFileHolder } from '@/lib/access/file-holder'
import { FILE_BYTES_MAXIMUM } from '@/lib/domain/files/limits'
import { networkOf } from '@/lib/http/network-address'
import { isSameOrigin } from '@/lib/http/same-origin'
import { safeNext } from '@/lib/http/safe-next'
import { toLocale } from '@/lib/i18n/locales'
import { logFailure } from '@/lib/platform/logger'
import { fileFormSchema, fileNameSchema } from '@/lib/schemas/files/begin-file'
import { addWholeFile } from '@/lib/usecases/files/add-whole-file'
import { mayBeginFile } from '@/lib/usecases/files/count-file'

/**
 * POST /{locale}/files, a form with a file, for browsers without scripts: fields `for`, `purpose`, `keep_date`, `next`,
 * `message_request_id`, and one or more `file`. 303 back to `next` with `?file=ready`, or with why not: a refusal, or `missing`
 * when no file was chosen.
 */
export async function POST(request: Request, { params }: RouteContext<'/[locale]/files'>): Promise<Response> {
  const locale = toLocale((await params).locale)
  let next = `/${locale}`
  try {
    if (!isSameOrigin(request.headers)) return back(next, 'not_here')
    const data = await request.formData()
    const form = fileFormSchema.safeParse(
      Object.fromEntries([...data].filter(([, value]) => typeof value === 'string')),
    )
    next = safeNext(data.get('next')) ?? next
    if (!form.success) return back(next, 'not_here')
    const files = data.getAll('file').filter((entry): entry is File => entry instanceof File && entry.size > 0)
    return back(next, await addAll(form.data, files))
  } catch (error) {
    logFailure(error, { route: 'files form' })
    return back(next, 'unavailable')
  }
}

async function addAll(form: ReturnType<typeof fileFormSchema.parse>, files: readonly File[]): Promise<string> {
  const holder = await findFileHolder(form.for)
  if (!holder) return 'not_here'
  if (files.length === 0) return 'missing'
  const network = networkOf((await headers()).get('x-forwarded-for'))
  for (const file of files) {
    if (file.size > FILE_BYTES_MAXIMUM) return 'too_large'
    if (!(await mayBeginFile(doorGrant(), network, file.size))) return 'unavailable'
    const added = await addWholeFile(holder, {
      purpose: form.purpose,
      keepDate: form.keep_date,
      messageRequestId: form.message_request_id,
      name: fileNameSchema.parse(file.name),
      content: Buffer.from(await file.arrayBuffer()),
    })
    if (!added.ok) return added.error.code
    if (added.value.refusal !== null) return added.value.refusal
  }
  return 'ready'
}

/** Back to where the form stood, saying what became of the file. */
function back(next: string, said: string): Response {
  const [path = '', query = ''] = next.split('?')
  const words = new URLSearchParams(query)
  words.set('file', said)
  return new Response(null, {
    status: 303,
    headers: { Location: `${path}?${words}#files`, 'Cache-Control': 'private, no-store' },
  })
}
