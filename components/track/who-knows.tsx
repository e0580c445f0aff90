import { Note } from '@/components/ui/note'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Every office that was told of the case. */
export function WhoKnows({
  t,
  office,
  referrals,
}: {
  t: Translator
  office: string
  referrals: readonly { readonly bodyCode: string | null; readonly sentAt: Date }[]
}) {
  return (
    <Note tone="still" pictogram="lock">
      <b>{t('track.who_heading')}</b>
      {referrals.length === 0 ? (
        <p>
          {t('track.who_office', { office })} {t('track.who_nobody')}
        </p>
      ) : (
        <>
          <p>{t('track.who_office_and', { office })}</p>
          <ul>
            {referrals.map(({ bodyCode, sentAt }) => (
              <li key={`${bodyCode} ${sentAt.toISOString()}`}>
                {t('track.who_sent', { body: bodyName(t, bodyCode), day: formatDayOf(sentAt, t.locale) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}

/** The name of a body that a case may go to. */
export function bodyName(t: Translator, code: string | null): string {
  const key = `codes.body.${code}`
  return t.has(key) ? t(key) : t('track.who_body_unnamed')
}
