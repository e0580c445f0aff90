import type { Figure } from '@/components/ui/figures'
import type { StatisticsFilter } from '@/lib/domain/statistics/filter'
import type { ShownAverage, ShownShare, ShownSurveyRow } from '@/lib/domain/statistics/shown-survey'
import { formatMonth } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { shownText, tenthsText, wholeText } from './figure-text'

/** The heading: what the page finds, in one sentence. */
export function answerOf(t: Translator, all: ShownSurveyRow | undefined): string {
  if (all === undefined || all.reports === 0) return t('statistics.answer_none')
  const { sendingShare, sendingAverage } = all
  if (typeof sendingShare.tenths !== 'number') return t('statistics.answer_few')
  if (typeof sendingAverage.jpy !== 'bigint')
    return t('statistics.answer_share', { share: tenthsText(sendingShare.tenths, t.locale) })
  return t('statistics.answer', {
    share: tenthsText(sendingShare.tenths, t.locale),
    yen: wholeText(sendingAverage.jpy, t.locale),
  })
}

/** Which reports are counted: how many, when, which scheme. */
export function periodText(
  t: Translator,
  { from, to, scheme }: StatisticsFilter,
  all: ShownSurveyRow | undefined,
): string {
  const month = (value: string) => formatMonth(value, t.locale)
  const period =
    from !== null && to !== null
      ? t('statistics.period_between', { from: month(from), to: month(to) })
      : from !== null
        ? t('statistics.period_from', { from: month(from) })
        : to !== null
          ? t('statistics.period_to', { to: month(to) })
          : t('statistics.period_all')
  const which =
    scheme === null
      ? t('statistics.filter_all_schemes')
      : scheme === 'not_sure'
        ? t('statistics.scheme_not_sure')
        : t(`codes.scheme.${scheme}`)
  return t('statistics.counted', {
    reports: shownText(all?.reports ?? 0, (reports) => wholeText(reports, t.locale)),
    period,
    which,
  })
}

/** The four figures over all countries, each with the people it stands on. */
export function keyFigures(t: Translator, all: ShownSurveyRow): readonly Figure[] {
  const whole = (value: number | bigint) => wholeText(value, t.locale)
  const share = (name: string, cell: ShownShare): Figure => ({
    name,
    value: shownText(cell.tenths, (tenths) => t('statistics.per_cent', { share: tenthsText(tenths, t.locale) })),
    remark: t('statistics.n_of', { people: shownText(cell.people, whole), of: shownText(cell.of, whole) }),
  })
  const mean = (name: string, cell: ShownAverage): Figure => ({
    name,
    value: shownText(cell.jpy, (yen) => `¥${whole(yen)}`),
    remark: t('statistics.n_over', { people: shownText(cell.people, whole) }),
  })
  return [
    share(t('statistics.figure_sending'), all.sendingShare),
    mean(t('statistics.figure_mean'), all.sendingAverage),
    share(t('statistics.figure_broker'), all.brokerShare),
    share(t('statistics.figure_debt'), all.debtShare),
  ]
}
