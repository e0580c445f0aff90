import { NewMark } from '@/components/ui/tag'
import { Talk } from '@/components/ui/talk'
import type { CaseFile } from '@/lib/domain/case-file'
import type { CaseMessage } from '@/lib/domain/case-words'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import type { ReactNode } from 'react'
import { TranslatedWords } from './translated-words'
import { languageWord, wordOf } from './words'

/** What the office and the worker wrote to each other, and the form to write more. */
export function CaseThread({
  t,
  file,
  address,
  children,
}: {
  t: Translator
  file: CaseFile
  address: string
  children: ReactNode
}) {
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
            remark: remarkOf(t, message, file.messages),
            text: message.text,
            lang: message.language,
            below:
              message.text === '' ? undefined : (
                <TranslatedWords
                  t={t}
                  translation={message.translation}
                  original={message.language}
                  href={`${address}/translate/message/${message.id}`}
                />
              ),
          }))}
        />
      )}
      {children}
    </section>
  )
}

/** Whether the worker has read it, whether it is a question and has an answer, or which answer it is. */
function remarkOf(t: Translator, message: CaseMessage, thread: readonly CaseMessage[]): string | undefined {
  const { id, direction, readAt, isQuestion, answersId, answerCode, templateCode } = message
  if (direction === 'from_worker') {
    if (answersId === null) return undefined
    const what = t('cases.message_answer')
    return answerCode === null ? what : `${what} (${t(`cases.answer_${answerCode}`)})`
  }
  const template =
    templateCode && t('cases.template_sent', { name: wordOf(t, `cases.template_${templateCode}`, templateCode) })
  const seen = readAt ? t('cases.message_read', { at: formatInstant(readAt, t.locale) }) : t('cases.message_unread')
  const read = template === null ? seen : `${seen} · ${template}`
  if (!isQuestion) return read
  const isAnswered = thread.some((other) => other.answersId === id)
  return `${t(isAnswered ? 'cases.message_question_answered' : 'cases.message_question_open')} · ${read}`
}
