import { Talk } from '@/components/ui/talk'
import { formatInstant } from '@/lib/i18n/format'
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
  readonly sentAt: Date
  readonly readAt: Date | null
}

/** The messages both ways. Officers by first name; a translation stands below the words it belongs to. */
export function Thread({ t, messages }: { t: Translator; messages: readonly ThreadMessage[] }) {
  if (messages.length === 0) return <p>{t('track.messages_none')}</p>
  return (
    <Talk
      lines={messages.map((message) => ({
        id: message.id,
        who: writerOf(t, message),
        isMine: message.direction === 'from_worker',
        when: formatInstant(message.sentAt, t.locale),
        at: message.sentAt.toISOString(),
        remark: remarkOf(t, message),
        lang: message.language === t.locale ? undefined : message.language,
        text:
          message.translation === null ? (
            message.text
          ) : (
            <>
              {message.text}
              <span className="translation" lang={t.locale}>{`\n\n${t('track.message_translated')}\n${message.translation}`}</span>
            </>
          ),
      }))}
    />
  )
}

/** Questions of the office that nobody has answered yet. */
export function openQuestions(messages: readonly ThreadMessage[]): number {
  const lastOwn = messages.findLastIndex(({ direction }) => direction === 'from_worker')
  return messages.slice(lastOwn + 1).filter(({ isQuestion }) => isQuestion).length
}

function writerOf(t: Translator, { direction, author }: ThreadMessage): string {
  if (direction === 'from_worker') return t('track.message_you')
  const [firstName] = (author?.displayName ?? '').split(' ')
  return firstName ? t('track.message_officer', { name: firstName }) : t('track.message_office')
}

function remarkOf(t: Translator, { direction, readAt }: ThreadMessage): string | undefined {
  if (direction === 'from_worker') return readAt === null ? undefined : t('track.message_read')
  return readAt === null ? t('track.message_new') : undefined
}
