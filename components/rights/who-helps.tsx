import { BodyCard } from '@/components/help/body-card'
import type { OriginCode } from '@/lib/domain/countries'
import { needsSecondConfirmation } from '@/lib/domain/grievances/bodies'
import { bodiesAnswering, directory, lineLanguageOf } from '@/lib/domain/referral/directory'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'

/** More are one tap away, in the directory. */
const MOST = 3

/** Who to call: the nearest in Japan in the reader's language, and an office of the country of origin where that is safe. */
export function WhoHelps({ t, origin, scheme }: { t: Translator; origin: OriginCode; scheme: SchemeCode }) {
  const language = lineLanguageOf(t.locale) ?? 'ja'
  const inJapan = bodiesAnswering(language).filter(({ body }) => body.schemes === '*' || body.schemes.includes(scheme))
  const atHome = directory({ language: null, place: 'origin', problem: null }).filter(
    ({ body }) => body.country === origin,
  )
  return (
    <>
      {inJapan.slice(0, MOST).map((reachable) => (
        <BodyCard key={reachable.body.code} t={t} reachable={reachable} />
      ))}
      <p>
        <a href={`/${t.locale}/help`}>{t('rights.helps_all')}</a>
      </p>
      {needsSecondConfirmation(origin) ? (
        <p>{t('rights.home_dangerous')}</p>
      ) : atHome.length === 0 ? null : (
        <>
          <h3>{t('rights.home_heading')}</h3>
          {atHome.map((reachable) => (
            <BodyCard key={reachable.body.code} t={t} reachable={reachable} />
          ))}
        </>
      )}
    </>
  )
}
