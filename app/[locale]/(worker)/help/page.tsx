import type { Metadata } from 'next'
import { BodyCard } from '@/components/help/body-card'
import { DirectoryForm } from '@/components/help/directory-form'
import { EmergencyDuo } from '@/components/help/emergency-duo'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { Pictogram } from '@/components/ui/pictogram'
import { RouteLine } from '@/components/ui/route-line'
import { bodiesAnswering, directory, lineLanguageOf, type ReachableBody } from '@/lib/domain/referral/directory'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor, type Translator } from '@/lib/i18n/translate'
import { readDirectoryQuery } from '@/lib/schemas/help/directory-query'

type HelpProps = PageProps<'/[locale]/help'>

export async function generateMetadata({ params }: HelpProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('common.help_title') }
}

/** Life in danger first, then who speaks the reader's language and who answers in Japanese, or the places that were asked for. */
export default async function HelpPage({ params, searchParams }: HelpProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  const { isAsked, filter } = readDirectoryQuery(await searchParams)
  const own = lineLanguageOf(locale)
  return (
    <div className="page wide">
      <main id="main">
        <div className="tight">
          <h1>{t('common.help_heading')}</h1>
          <p className="lead">{t('common.help_lead')}</p>
        </div>
        <section className="tight">
          <h2>{t('common.help_danger')}</h2>
          <EmergencyDuo t={t} country="JP" />
          <Note tone="still" pictogram="listen">
            {t('common.help_phrase_intro')} <b lang="ja">たすけてください</b>
            <br />
            {t('common.help_phrase_sound')}
          </Note>
        </section>
        <details className="more noprint" open={isAsked} id="find">
          <summary>{t('rights.find_heading')}</summary>
          <DirectoryForm t={t} filter={isAsked ? filter : { language: own, place: null, problem: null }} />
        </details>
        {isAsked ? <Found t={t} found={directory(filter)} /> : <Usual t={t} />}
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
        <p>
          <a href={`/${locale}/rights`}>{t('common.start_rights')}</a>
        </p>
        <p className="noprint">
          <a href={`/${locale}/paper`}>{t('common.help_paper')}</a>
        </p>
      </aside>
    </div>
  )
}

/** The places that were asked for. */
function Found({ t, found }: { t: Translator; found: readonly ReachableBody[] }) {
  return (
    <section className="stack rule">
      <h2>{t('rights.find_count', { count: found.length })}</h2>
      {found.length === 0 ? <p>{t('rights.find_none')}</p> : <p className="mute">{t('common.help_not_called')}</p>}
      <p className="noprint">
        <a href={`/${t.locale}/help?lang=`}>{t('rights.find_again')}</a>
      </p>
      <Cards t={t} found={found} />
    </section>
  )
}

/** Who speaks the reader's language, then who answers in Japanese. */
function Usual({ t }: { t: Translator }) {
  const own = lineLanguageOf(t.locale)
  const inOwnLanguage = own === null || own === 'ja' ? [] : bodiesAnswering(own)
  const ownCodes = new Set(inOwnLanguage.map(({ body }) => body.code))
  const inJapanese = bodiesAnswering('ja').filter(({ body }) => !ownCodes.has(body.code))
  return (
    <>
      {inOwnLanguage.length === 0 ? null : (
        <section className="stack rule">
          <h2>{t('common.help_speak')}</h2>
          <p className="mute">{t('common.help_not_called')}</p>
          <Cards t={t} found={inOwnLanguage} />
        </section>
      )}
      <section className="stack rule">
        <h2>{t('common.help_japanese')}</h2>
        <p className="mute">{t('common.help_japanese_lead')}</p>
        <Cards t={t} found={inJapanese} />
      </section>
    </>
  )
}

function Cards({ t, found }: { t: Translator; found: readonly ReachableBody[] }) {
  return found.map((reachable) => <BodyCard key={reachable.body.code} t={t} reachable={reachable} />)
}
