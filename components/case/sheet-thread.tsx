import type { CaseFile } from '@/lib/domain/case-file'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { TranslatedWords } from './translated-words'

/** What the office and the worker wrote to each other, on paper. */
export function SheetThread({ t, file }: { t: Translator; file: CaseFile }) {
  if (file.messages.length === 0) return null
  return (
    <section className="block">
      <h2>{t('cases.messages_heading')}</h2>
      {file.messages.map(({ id, direction, author, language, text, translation, sentAt }) => (
        <div key={id} className="words">
          <p className="by">
            <b>{direction === 'from_worker' ? t('cases.worker') : (author?.displayName ?? t('cases.system'))}</b>{' '}
            {formatInstant(sentAt, t.locale)}
          </p>
          <p className="said" lang={language}>
            {text}
          </p>
          <TranslatedWords t={t} translation={translation} original={language} href={null} />
        </div>
      ))}
    </section>
  )
}
