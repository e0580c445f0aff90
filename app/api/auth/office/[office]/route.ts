import { unstable_rethrow } from 'next/navigation'
import { afterSignIn, stepPath } from '@/app/[locale]/(staff)/sign-in/first-page'
import { comeBack, type CameBack } from '@/lib/auth/office/come-back'
import { browserKindOf } from '@/lib/domain/browser-kind'
import { toLocale } from '@/lib/i18n/locales'
import { logFailure } from '@/lib/platform/logger'

/**
 * GET /api/auth/office/{office}: the provider of this office leads back here, with a code or with a refusal; that of another office
 * cannot, which nobody registered there. It answers with a way on and never with a word of either.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/auth/office/[office]'>): Promise<Response> {
  const kind = browserKindOf(request.headers.get('user-agent'))
  try {
    return leadTo(pathOf(await comeBack((await params).office, new URL(request.url).searchParams, kind)))
  } catch (error) {
    unstable_rethrow(error)
    logFailure(error, { route: '/api/auth/office/[office]' })
    return leadTo('/sign-in/office?failed=1')
  }
}

function pathOf(came: CameBack): string {
  // Who comes without an errand said no language: the address without one asks the browser.
  if (came.locale === '') return '/sign-in/office?failed=1'
  const locale = toLocale(came.locale)
  switch (came.is) {
    case 'open': {
      const to = afterSignIn(locale, came.next, came.role)
      return came.isTold ? stepPath(locale, 'tries', to) : to
    }
    case 'half':
      return stepPath(locale, came.step, came.next)
    case 'link':
      return stepPath(locale, '', came.next)
    case 'failed':
      return `/${locale}/sign-in/office?failed=1`
  }
}

/** 303 within our own address, which is not kept: the code stood in it. */
function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'private, no-store' } })
}
