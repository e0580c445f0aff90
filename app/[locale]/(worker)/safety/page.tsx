import type { Metadata } from 'next'
import { QuestionHead } from '@/components/report/question-head'
import { RouteLine } from '@/components/ui/route-line'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type SafetyProps = PageProps<'/[locale]/safety'>

const SECTIONS: readonly {
  readonly heading: MessageKey
  readonly steps: readonly (readonly [MessageKey, MessageKey])[]
}[] = [
  {
    heading: 'common.safety_now_heading',
    steps: [
      ['common.safety_now_leave', 'common.safety_now_leave_help'],
      ['common.safety_now_private', 'common.safety_now_private_help'],
      ['common.safety_now_rest', 'common.safety_now_rest_help'],
    ],
  },
  {
    heading: 'common.safety_phone_heading',
    steps: [
      ['common.safety_phone_lock', 'common.safety_phone_lock_help'],
      ['common.safety_phone_history', 'common.safety_phone_history_help'],
      ['common.safety_phone_shared', 'common.safety_phone_shared_help'],
      ['common.safety_phone_app', 'common.safety_phone_app_help'],
      ['common.safety_wifi', 'common.safety_wifi_help'],
    ],
  },
  {
    heading: 'common.safety_papers_heading',
    steps: [
      ['common.safety_papers_code', 'common.safety_papers_code_help'],
      ['common.safety_papers_photo', 'common.safety_papers_photo_help'],
      ['common.safety_messages', 'common.safety_messages_help'],
    ],
  },
]

export async function generateMetadata({ params }: SafetyProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('common.safety_title') }
}

/** How to use a phone that somebody else may look at. */
export default async function SafetyPage({ params }: SafetyProps) {
  const t = pageWordsFor(toLocale((await params).locale))
  const words = { leave: t('common.leave') }
  return (
    <div className="page">
      <main id="main">
        <QuestionHead question={t('common.safety_heading')} lead={t('common.safety_lead')} />
        {SECTIONS.map(({ heading, steps }) => (
          <section className="stack rule" key={heading}>
            <h2>{t(heading)}</h2>
            <RouteLine stations={steps.map(([title, help]) => ({ title: t(title, words), when: t(help, words) }))} />
          </section>
        ))}
      </main>
    </div>
  )
}
