import { Talk, type Line } from '@/components/ui/talk'
import { formatDayOf, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** A message as the worker reads it. */
export type ThreadMessage = {
  readonly id: string
  readonly direction: 'to_worker' | 'from_worker'
  readonly author: { readonly displayName: string } | null
  readonly language: string
  readonly text: string
  readonly translation: string | null
  readonly isQuestion: boolean
  readonly answersId: string | null
  readonly sentAt: Date
  readonly readAt: Date | null
}

/**
 * The messages both ways. Officers by first name. What an officer wrote is followed by its translation into the language of the
 * case; translations of the worker's own words are for the office.
 */
export function Thread({
  t,
  messages,
  caseLanguage,
}: {
  t: Translator
  messages: readonly ThreadMessage[]
  caseLanguage: string
}) {
  if (messages.length === 0) return <p>{t('track.messages_none')}</p>
  const answered = new Set(messages.map(({ answersId }) => answersId))
  return (
    <Talk
      lines={messages.map((message) => {
        const line = threadLine(t, message, caseLanguage)
        if (!message.isQuestion) return line
        const question = t(answered.has(message.id) ? 'track.message_answered' : 'track.message_question')
        return { ...line, remark: line.remark === undefined ? question : `${question} · ${line.remark}` }
      })}
    />
  )
}

/** One message of the thread. */
export function threadLine(t: Translator, message: ThreadMessage, caseLanguage: string): Line {
  return {
    id: message.id,
    who: writerOf(t, message),
    isMine: message.direction === 'from_worker',
    when: formatInstant(message.sentAt, t.locale),
    at: message.sentAt.toISOString(),
    remark: remarkOf(t, message),
    lang: message.language === t.locale ? undefined : message.language,
    text:
      message.translation === null || message.direction === 'from_worker' ? (
        message.text
      ) : (
        <>
          {message.text}
          <span lang={caseLanguage}>{`\n\n${message.translation}`}</span>
        </>
      ),
  }
}

function writerOf(t: Translator, { direction, author }: ThreadMessage): string {
  if (direction === 'from_worker') return t('track.message_you')
  const [firstName] = (author?.displayName ?? '').split(' ')
  return firstName ? t('track.message_officer', { name: firstName }) : t('track.message_office')
}

function remarkOf(t: Translator, { direction, readAt }: ThreadMessage): string | undefined {
  if (direction === 'from_worker')
    return readAt === null ? undefined : t('track.message_read_on', { when: formatDayOf(readAt, t.locale) })
  return readAt === null ? t('track.message_new') : undefined
}
