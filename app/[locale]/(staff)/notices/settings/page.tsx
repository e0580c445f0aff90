import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { NoticeSettingsFields } from '@/components/notices/settings-fields'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { noticeKindsOf } from '@/lib/domain/notices'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readNoticeSettings } from '@/lib/usecases/notices/notice-settings'
import { heldValues } from '../../cases/[number]/held-form'
import { changeNoticeSettingsAction } from './actions'

type Props = PageProps<'/[locale]/notices/settings'>

const MINUTES = 60

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('notices.settings_title') }
}

/** What I want to be told of, and how. */
export default async function NoticeSettingsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/notices/settings`
  const grant = await requireGrant('notice.own', { locale, returnTo: here })
  const settings = await readNoticeSettings(grant)
  const kinds = noticeKindsOf(grant.actor.role)
  const held = await heldValues({ name: 'notice-settings', number: 'own' })
  const t = translatorFor(locale)
  const hourOf = (minutes: number | undefined) => (minutes === undefined ? '' : String(minutes / MINUTES))
  return (
    <>
      <BackLink href={`/${locale}/notices`}>{t('notices.heading')}</BackLink>
      <PageTitle title={t('notices.settings_title')} />
      {(await searchParams)['done'] === 'saved' ? (
        <Note tone="ok" announced>
          {t('notices.settings_saved')}
        </Note>
      ) : null}
      <Note tone={settings.mailMode === 'off' ? 'care' : 'still'}>{t(`notices.mail_${settings.mailMode}`)}</Note>
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <ActionForm
        locale={locale}
        action={changeNoticeSettingsAction.bind(null, locale)}
        refusals={{ changed_meanwhile: 'notices.settings_changed' }}
        values={
          held ?? {
            inApp: kinds.filter((kind) => !settings.appOff.includes(kind)),
            byMail: kinds.filter((kind) => !settings.mailOff.includes(kind)),
            quietFrom: hourOf(settings.quiet?.from),
            quietTo: hourOf(settings.quiet?.to),
            timeZone: settings.timeZone,
          }
        }
      >
        <input type="hidden" name="version" value={settings.version} />
        <NoticeSettingsFields t={t} kinds={kinds} />
        <div className="acts">
          <SubmitButton>{t('notices.settings_save')}</SubmitButton>
        </div>
      </ActionForm>
    </>
  )
}
