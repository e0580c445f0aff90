import { beforeAll, expect, test } from 'vitest'
import { ownFileHtml } from '@/components/track/own-file'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readOwnFile } from '@/lib/usecases/read-own-file'
import { anOffice } from '../support/builders'
import { ownerUrl } from '../support/database'
import { aCase } from '../support/own-case'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
})

test('the file to read says of each payment what the rules say, why, and where that is written, in the language of the reader', async () => {
  const file = await readOwnFile((await aCase()).read)
  if (!file?.verdict) throw new Error('there is no verdict')
  const { reading, facts, statements, files, verdict } = file
  const { own, moves, messages, consents } = reading
  const judged = { payments: facts.feeLines, stored: verdict }
  const parts = { own, moves, messages, consents, events: reading, facts, statements, files, judged }
  for (const locale of ['vi', 'en'] as const) {
    const t = translatorFor(locale)
    const html = ownFileHtml(t, parts, now())
    const section = html.slice(html.indexOf(`<h2>${t('track.verdicts_heading')}`))
    const decided = verdict.assessment.lines.filter(({ decidedBy }) => decidedBy !== null)
    expect(decided.length).toBeGreaterThan(0)
    for (const { decidedBy, verdict: word } of decided) {
      const finding = verdict.assessment.findings[decidedBy ?? 0]
      const rule = verdict.rules.find(({ id, version }) => id === finding?.rule.id && version === finding?.rule.version)
      expect(section).toContain(t(`codes.verdict.${word}`))
      expect(section).toContain(rule?.source.title.slice(0, 12))
    }
  }
})
