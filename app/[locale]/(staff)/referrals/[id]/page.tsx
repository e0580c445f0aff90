import type { Metadata } from 'next'
import { purposeWord } from '@/components/case/referral-words'
import { languageWord, wordOf } from '@/components/case/words'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { SharedPack } from '@/components/referral/shared-pack'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { REFERRAL_OUTCOMES } from '@/lib/domain/referral/outcomes'
import { PACK_LANGUAGES } from '@/lib/domain/referral/pack/pack'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { packPrintWords } from '@/lib/i18n/pack-words'
import { translatorFor } from '@/lib/i18n/translate'
import { readShare } from '@/lib/usecases/referrals/shares'
import { heldValues } from '../../cases/[number]/held-form'
import { answerShareAction } from './actions'

type Props = PageProps<'/[locale]/referrals/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('referrals.room') }
}

/** One share: exactly the agreed parts, and the answer to the office that asked. */
export default async function SharePage({ params, searchParams }: Props) {
  const { locale: language, id } = await params
  const locale = toLocale(language)
  const address = `/${locale}/referrals/${id}`
  const grant = await requireGrant('share.read', { locale, returnTo: address })
  const opened = /^[0-9a-f-]{36}$/.test(id) ? await readShare(grant, id) : null
  if (!opened) notHere(locale)
  const { done } = await searchParams
  const held = await heldValues({ name: 'share-answer', number: id })
  const { share, content, from } = opened
  const { consentUntil } = content.pack
  const isForLife = content.pack.basis === 'vital_interest'
  const t = translatorFor(locale)
  const spoken = PACK_LANGUAGES.find((one) => one === locale) ?? 'en'
  return (
    <>
      {done === 'accepted' || done === 'answered' ? (
        <Note tone="ok" announced>
          {t(`referrals.done_${done}`)}
        </Note>
      ) : null}
      {held ? <Note announced>{t('cases.held_back')}</Note> : null}
      <div className="block">
        <Breadcrumbs
          trail={[{ href: `/${locale}/referrals`, name: t('referrals.room') }]}
          here={formatDayOf(share.createdAt, locale)}
        />
        <h1>{t('referrals.share_heading', { name: from })}</h1>
        <p>
          <b>{purposeWord(t, share.purpose)}</b>
        </p>
        <p>{t(isForLife ? 'referrals.share_lead_life' : 'referrals.share_lead')}</p>
        {consentUntil === null ? null : (
          <p>{t('referrals.share_until', { day: formatDayOf(new Date(consentUntil), locale) })}</p>
        )}
        <Note tone="info">{t('referrals.share_not_a_case')}</Note>
      </div>
      <SharedPack pack={content.pack} words={packPrintWords(spoken)} />
      <section className="block noprint">
        <h2>{t('referrals.pack_heading')}</h2>
        <ul className="linklist">
          {PACK_LANGUAGES.map((one) => (
            <li key={one}>
              <a href={`${address}/pack/${one}`}>{t('referrals.pack_file_pdf', { language: languageWord(t, one) })}</a>
            </li>
          ))}
          <li>
            <a href={`${address}/pack/all`}>{t('referrals.pack_file_json')}</a>
          </li>
          {content.files.map((file) => (
            <li key={file.id}>
              <a href={`${address}/files/${file.id}`}>{t('referrals.file_item', { name: file.name })}</a>
            </li>
          ))}
        </ul>
      </section>
      <section className={share.answeredAt === null ? 'block noprint' : 'block'} id="answer">
        {share.answeredAt === null ? (
          <ActionForm
            locale={locale}
            action={answerShareAction.bind(null, locale, id)}
            values={held ?? {}}
            refusals={{ changed_meanwhile: 'errors.changed_meanwhile' }}
            className="stack narrow"
          >
            <h2>{t(share.decision === null ? 'referrals.share_decide' : 'referrals.share_answer')}</h2>
            <input type="hidden" name="version" value={share.version} />
            {share.decision === null ? (
              <div className="acts">
                <SubmitButton look="alt" name="act" value="accept">
                  {t('referrals.share_accept')}
                </SubmitButton>
              </div>
            ) : null}
            <SelectField
              name="code"
              label={t('referrals.outcome_code')}
              options={[
                { value: '', text: t('cases.choose') },
                ...REFERRAL_OUTCOMES.filter(
                  (code) => code !== 'declined' && code !== 'no_answer' && code !== 'in_progress',
                ).map((value) => ({ value, text: t(`referrals.outcome_${value}`) })),
              ]}
            />
            <TextAreaField
              name="words"
              label={t('referrals.outcome_words')}
              hint={t('referrals.share_words_help')}
              rows={4}
            />
            <div className="acts">
              <SubmitButton name="act" value="answer">
                {t('referrals.share_answer_button')}
              </SubmitButton>
              {share.decision === null ? (
                <SubmitButton look="bare" name="act" value="decline">
                  {t('referrals.share_decline')}
                </SubmitButton>
              ) : null}
            </div>
          </ActionForm>
        ) : (
          <>
            <h2>{t('referrals.outcome_heading')}</h2>
            <p>{t('referrals.share_answered', { day: formatDayOf(share.answeredAt, locale) })}</p>
            <p>
              <b>{wordOf(t, `referrals.outcome_${share.outcomeCode}`, share.outcomeCode ?? '')}</b>
            </p>
            {share.outcome === null ? null : (
              <p className="said" lang={share.outcomeLanguage ?? undefined}>
                {share.outcome}
              </p>
            )}
          </>
        )}
      </section>
    </>
  )
}
