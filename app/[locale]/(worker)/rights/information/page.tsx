import type { Metadata } from 'next'
import { CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import { formatDay } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type InformationProps = PageProps<'/[locale]/rights/information'>

const SECTIONS: readonly { readonly heading: MessageKey; readonly points: readonly MessageKey[] }[] = [
  {
    heading: 'common.information_who_heading',
    points: ['common.information_who_office', 'common.information_who_not', 'common.information_who_admin'],
  },
  {
    heading: 'common.information_keep_heading',
    points: [
      'common.information_keep_answers',
      'common.information_keep_special',
      'common.information_keep_not',
      'common.information_keep_code',
    ],
  },
  {
    heading: 'common.information_long_heading',
    points: ['common.information_long_draft', 'common.information_long_case', 'common.information_long_count'],
  },
  {
    heading: 'common.information_rights_heading',
    points: [
      'common.information_rights_see',
      'common.information_rights_correct',
      'common.information_rights_withdraw',
      'common.information_rights_delete',
      'common.information_rights_how',
    ],
  },
]

export async function generateMetadata({ params }: InformationProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('common.information_title') }
}

/** What a person agrees to, in full; its version is stored with every consent. */
export default async function InformationPage({ params }: InformationProps) {
  const t = pageWordsFor(toLocale((await params).locale))
  const words = { leave: t('common.leave') }
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('common.information_heading')}</h1>
          <p className="lead">{t('common.information_lead')}</p>
        </div>
        {SECTIONS.map(({ heading, points }) => (
          <section className="tight rule" key={heading}>
            <h2>{t(heading)}</h2>
            {points.map((point) => (
              <p key={point}>{t(point, words)}</p>
            ))}
          </section>
        ))}
        <p className="src rule">
          {t('common.information_law')}{' '}
          {t('common.information_version', { day: formatDay(CONSENT_TEXT_VERSION, t.locale) })}
        </p>
      </main>
    </div>
  )
}
