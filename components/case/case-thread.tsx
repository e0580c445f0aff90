import { NewMark } from '@/components/ui/tag'
import { Talk } from '@/components/ui/talk'
import type { CaseFile } from '@/lib/domain/case-file'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import type { ReactNode } from 'react'
import { languageWord } from './words'

/** What the office and the worker wrote to each other, and the form to write more. */
export function CaseThread({ t, file, children }: { t: Translator; file: CaseFile; children: ReactNode }) {
  return (
    <section className="block" id="messages">
      <div className="bar">
        <h2>{t('cases.messages_heading')}</h2>
        {file.head.unread > 0 ? <NewMark>{t('cases.unread', { count: file.head.unread })}</NewMark> : null}
      </div>
      {file.messages.length === 0 ? (
        <p className="mute">{t('cases.messages_empty', { language: languageWord(t, file.head.language) })}</p>
      ) : (
        <Talk
          lines={file.messages.map((message) => ({
            id: message.id,
            who:
              message.direction === 'from_worker'
                ? t('cases.worker')
                : (message.author?.displayName ?? t('cases.system')),
            isMine: message.direction === 'to_worker',
            when: formatInstant(message.sentAt, t.locale),
            at: message.sentAt.toISOString(),
            remark:
              message.direction === 'to_worker'
                ? message.readAt
                  ? t('cases.message_read', { at: formatInstant(message.readAt, t.locale) })
                  : t('cases.message_unread')
                : undefined,
            text: message.translation === null ? message.text : `${message.text}\n\n${message.translation}`,
            lang: message.language,
          }))}
        />
      )}
      {children}
    </section>
  )
}
