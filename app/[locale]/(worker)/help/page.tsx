import type { Metadata } from 'next'
import { BodyCard } from '@/components/help/body-card'
import { CallCard } from '@/components/ui/call-card'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { Pictogram } from '@/components/ui/pictogram'
import { RouteLine } from '@/components/ui/route-line'
import { bodiesAnswering, EMERGENCY_NUMBERS } from '@/lib/domain/referral/bodies'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

type HelpProps = PageProps<'/[locale]/help'>

export async function generateMetadata({ params }: HelpProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('common.help_title') }
}

/** Life in danger first, then who speaks the reader's language, then who answers in Japanese. */
export default async function HelpPage({ params }: HelpProps) {
  const locale = toLocale((await params).locale)
  const t = translatorFor(locale)
  const inOwnLanguage = bodiesAnswering(locale)
  const ownCodes = new Set(inOwnLanguage.map(({ body }) => body.code))
  const inJapanese = bodiesAnswering('ja').filter(({ body }) => !ownCodes.has(body.code))
  return (
    <div className="page wide">
      <main id="main">
        <div className="tight">
          <h1>{t('common.help_heading')}</h1>
          <p className="lead">{t('common.help_lead')}</p>
        </div>
        <section className="tight">
          <h2>{t('common.help_danger')}</h2>
          <div className="duo">
            <CallCard
              urgent
              name={t('common.help_police')}
              body={t('common.help_day_and_night')}
              number={EMERGENCY_NUMBERS.police}
            />
            <CallCard
              urgent
              name={t('common.help_ambulance')}
              body={t('common.help_day_and_night')}
              number={EMERGENCY_NUMBERS.ambulance}
            />
          </div>
          <Note tone="still" pictogram="listen">
            {t('common.help_phrase_intro')} <b lang="ja">たすけてください</b>
            <br />
            {t('common.help_phrase_sound')}
          </Note>
        </section>
        <section className="stack rule">
          <h2>{t('common.help_speak')}</h2>
          <p className="mute">{t('common.help_not_called')}</p>
          {inOwnLanguage.map(({ body, lines }) => (
            <BodyCard key={body.code} t={t} body={body} lines={lines} />
          ))}
        </section>
        <section className="stack rule">
          <h2>{t('common.help_japanese')}</h2>
          <p className="mute">{t('common.help_japanese_lead')}</p>
          {inJapanese.map(({ body, lines }) => (
            <BodyCard key={body.code} t={t} body={body} lines={lines} />
          ))}
        </section>
      </main>
      <aside className="stack rule">
        <h2>{t('common.help_before')}</h2>
        <RouteLine
          stations={[
            { title: t('common.help_before_alone'), when: t('common.help_before_alone_help') },
            { title: t('common.help_before_friend'), when: t('common.help_before_friend_help') },
            { title: t('common.help_before_words'), when: t('common.help_before_words_help') },
          ]}
        />
        <p>
          <LinkButton href={`/${locale}/report`} look="alt">
            <Pictogram name="other" size="text" /> {t('common.help_write')}
          </LinkButton>
        </p>
        <p>
          <a href={`/${locale}/fees`}>{t('common.help_fees')}</a>
        </p>
      </aside>
    </div>
  )
}
