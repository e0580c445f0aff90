import type { Metadata } from 'next'
import { itemWord, purposeWord, recipientWord, referralStateWord } from '@/components/case/referral-words'
import { ActFrame } from '@/components/case/act-frame'
import { AskPart } from '@/components/referral/ask-part'
import { OutcomePart } from '@/components/referral/outcome-part'
import { PackPart } from '@/components/referral/pack-part'
import { consentWords } from '@/components/referral/consent-words'
import { SendPart } from '@/components/referral/send-part'
import { FactList } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import { notHere } from '@/lib/access/not-here'
import { findCaseSeal } from '@/lib/data/case-keys'
import { loadMoveFacts } from '@/lib/data/case-state'
import { listConsentRequests } from '@/lib/data/consent-requests'
import { listConsents } from '@/lib/data/consents'
import { listOpenFileIds, listSharedFiles } from '@/lib/data/evidence'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { isPackOpen, listPackFiles } from '@/lib/data/referral-packs'
import { findShareOf } from '@/lib/data/referral-shares'
import { toLocale } from '@/lib/i18n/locales'
import { formatDayOf } from '@/lib/i18n/format'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { hasScanner } from '@/lib/usecases/files/scan-file'
import { openAct } from '../../case-acts'
import { heldValues } from '../../held-form'
import { findNamedReferral } from '../open-referral'
import { REFERRAL_REFUSALS } from '../referral-refusals'
import { askAction, askSecondAction, outcomeAction, sendAction, tellAction } from './actions'

type Props = PageProps<'/[locale]/cases/[number]/referrals/[id]'>

const DONE = ['prepared', 'asked', 'packed', 'sent', 'outcome', 'told'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('referrals.heading') }
}

/** One referral: what would go or went, the worker's yes, the pack, the sending, what came of it. */
export default async function ReferralPage({ params, searchParams }: Props) {
  const { locale: language, number, id } = await params
  const locale = toLocale(language)
  const { done } = await searchParams
  const at = now()
  const { grant, head, last, more } = await openAct(
    'case.change_state',
    { locale, number, act: `referrals/${id}` },
    async (on, found) => {
      const named = await findNamedReferral(on, found.id, id)
      const seal = await findCaseSeal(on, found.id)
      if (!named || !seal) return null
      const { referral } = named
      return {
        ...named,
        facts: (await loadMoveFacts(on, found.id, at, 'referred')).facts,
        requests: await listConsentRequests(on, found.id),
        consent: (await listConsents(on, found.id)).find((one) => one.id === referral.consentId) ?? null,
        files: await listSharedFiles(on, seal, await listOpenFileIds(on, found.id)),
        pack: await listPackFiles(on, referral.id),
        mayTakePack: await isPackOpen(on, referral.id),
        share: await findShareOf(on, referral.id),
        approvals: await listApprovalRequests(on, found.id, found.stateChangedAt),
      }
    },
  )
  if (!more) notHere(locale)
  const { referral, officeName, consent } = more
  const t = translatorFor(locale)
  const place = { locale, number, id: referral.id }
  const name = recipientWord(t, referral.recipient, officeName)
  const asked = more.requests.find((one) => one.referralId === referral.id) ?? null
  const told = DONE.find((one) => one === done)
  const isWaiting = referral.state === 'pending_consent'
  const mine = more.approvals.find((one) => one.requestedById === grant.actor.id && one.bodyCode === referral.recipient)
  return (
    <ActFrame t={t} head={head} last={last} heading={t('referrals.one_heading', { name })}>
      {told === undefined ? null : (
        <Note tone="ok" announced>
          {t(`referrals.done_${told}`)}
        </Note>
      )}
      {done === 'second' ? <Note announced>{t('cases.done_approval_asked')}</Note> : null}
      <section className="block">
        <FactList
          facts={[
            { name: t('referrals.fact_state'), value: referralStateWord(t, referral.state) },
            { name: t('referrals.field_purpose'), value: purposeWord(t, referral.purpose) },
            {
              name: t('referrals.fact_items'),
              value: referral.dataItems.map((item) => itemWord(t, item, more.files)).join(', '),
            },
            { name: t('referrals.fact_consent'), value: consentWords(t, referral, consent) },
            ...(referral.sentAt
              ? [
                  {
                    name: t('referrals.fact_sent'),
                    value: `${formatDayOf(referral.sentAt, locale)}${referral.sentHow === null ? '' : ` · ${t(`referrals.how_${referral.sentHow as 'post'}`)}`}`,
                  },
                ]
              : []),
          ]}
        />
      </section>
      {isWaiting || asked ? (
        <AskPart
          t={t}
          isWaiting={isWaiting}
          hasYes={more.facts.hasConsentForReferral}
          asked={asked}
          action={askAction.bind(null, place)}
          refusals={REFERRAL_REFUSALS}
        />
      ) : null}
      <PackPart
        t={t}
        isOutside={referral.toOfficeId === null}
        pack={more.pack}
        mayTake={more.mayTakePack}
        address={`/${locale}/cases/${number}/referrals/${referral.id}`}
        files={more.files.filter(({ id: file }) => referral.dataItems.includes(`evidence:${file}`))}
        hasScanner={hasScanner()}
        caseAddress={`/${locale}/cases/${number}`}
      />
      {isWaiting ? (
        <SendPart
          t={t}
          head={head}
          facts={more.facts}
          isOutside={referral.toOfficeId === null}
          hasPack={referral.packedAt !== null && more.pack.length > 0}
          approval={mine ?? null}
          send={sendAction.bind(null, place)}
          askSecond={askSecondAction.bind(null, place)}
          values={await heldValues({ name: 'referral:send', number })}
          refusals={REFERRAL_REFUSALS}
        />
      ) : null}
      {referral.sentAt === null ? null : (
        <OutcomePart
          t={t}
          referral={referral}
          share={more.share}
          action={outcomeAction.bind(null, place)}
          tell={tellAction.bind(null, place)}
          followUpHref={`/${locale}/cases/${number}/checks/referral_follow_up`}
          values={await heldValues({ name: 'referral:outcome', number })}
          refusals={REFERRAL_REFUSALS}
        />
      )}
    </ActFrame>
  )
}
