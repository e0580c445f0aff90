import type { Metadata } from 'next'
import { SystemTable } from '@/components/system/system-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { linesOf, SYSTEM_AREAS, type SystemArea, type SystemLine } from '@/lib/domain/system/lines'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { lookAtSystem } from '@/lib/usecases/system/read-system'

const AREAS = Object.keys(SYSTEM_AREAS) as SystemArea[]

type Props = PageProps<'/[locale]/settings/system'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('system.title') }
}

/** How the installation stands: each thing with a sign in words, and what to do where it is not as it should be. */
export default async function SystemPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/system`
  const grant = await requireGrant('system.read', { locale, returnTo: here })
  const { facts } = await lookAtSystem(grant)
  const t = translatorFor(locale)
  const areas = AREAS.map((area) => ({ area, lines: linesOf(area, facts) }))
  return (
    <>
      <Breadcrumbs trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]} here={t('system.title')} />
      <PageTitle
        title={t('system.heading')}
        about={t('jobs.as_of', { at: formatInstant(facts.at, locale) })}
        acts={
          <a className="btn alt" href={here}>
            {t('jobs.look_again')}
          </a>
        }
      />
      <Whole t={t} lines={areas.flatMap(({ lines }) => lines)} />
      {areas.map(({ area, lines }) => (
        <section key={area} aria-labelledby={`area-${area}`}>
          <h2 id={`area-${area}`}>{t(`system.area_${area}`)}</h2>
          <SystemTable t={t} area={area} lines={lines} />
        </section>
      ))}
    </>
  )
}

/** What all lines come to, in one sentence. */
function Whole({ t, lines }: { t: Translator; lines: readonly SystemLine[] }) {
  const toAct = lines.filter(({ standing }) => standing === 'act').length
  const toLook = lines.filter(({ standing }) => standing === 'look').length
  if (toAct > 0) return <Note tone="care">{t('system.some_act', { count: toAct })}</Note>
  if (toLook > 0) return <Note tone="info">{t('system.some_look', { count: toLook })}</Note>
  return <Note tone="ok">{t('system.all_fine')}</Note>
}
