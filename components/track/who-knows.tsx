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
  referrals: readonly {
    readonly bodyCode: string | null
    readonly officeName: string | null
    readonly sentAt: Date
    readonly withdrawnAt: Date | null
  }[]
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
            {referrals.map(({ bodyCode, officeName, sentAt, withdrawnAt }) => (
              <li key={`${bodyCode} ${officeName} ${sentAt.toISOString()}`}>
                {t(withdrawnAt === null ? 'track.who_sent' : 'track.who_taken_back', {
                  body: bodyName(t, bodyCode, officeName),
                  day: formatDayOf(sentAt, t.locale),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}

/** The name of a body that a case may go to. */
export function bodyName(t: Translator, code: string | null, officeName: string | null = null): string {
  if (officeName !== null) return officeName
  const key = `codes.body.${code}`
  if (t.has(key)) return t(key)
  const [country, ...kind] = (code ?? '').split('_')
  const [ofCountry, ofKind] = [`codes.origin.${country}`, `codes.origin_body_kind.${kind.join('_')}`]
  return t.has(ofCountry) && t.has(ofKind)
    ? t('track.body_of_country', { body: t(ofKind), country: t(ofCountry) })
    : t('track.who_body_unnamed')
}
