import type { Metadata } from 'next'
import { LinkButton } from '@/components/ui/link-button'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type FailedProps = PageProps<'/[locale]/failed'>

const NUMBER = /^[\w@:-]{1,40}$/u

export async function generateMetadata({ params }: FailedProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('errors.failed_title') }
}

/**
 * Stands in for a worker page that failed (lib/web-server/whole-failures.ts). Said calmly: it is our mistake, nothing is
 * lost, here is a number for us. It reads nothing but its address, because anything else may be what failed.
 */
export default async function FailedPage({ params, searchParams }: FailedProps) {
  const t = pageWordsFor(toLocale((await params).locale))
  const { number } = await searchParams
  return (
    <div className="page">
      <main id="main">
        <div className="tight" role="alert">
          <h1>{t('errors.failed_heading')}</h1>
          <p className="lead">{t('errors.failed_lead')}</p>
        </div>
        {typeof number === 'string' && NUMBER.test(number) ? (
          <p className="num">{t('errors.failed_number', { number })}</p>
        ) : null}
        <div className="acts">
          <LinkButton href={`/${t.locale}`}>{t('common.first_page')}</LinkButton>
        </div>
      </main>
    </div>
  )
}
