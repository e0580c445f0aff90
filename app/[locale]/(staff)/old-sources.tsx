import { SourcesNotice } from '@/components/settings/sources-notice'
import { grantStaff, type StaffActor } from '@/lib/access/grant'
import type { Translator } from '@/lib/i18n/translate'
import { readSources } from '@/lib/usecases/read-sources'

/** On the first page of those who can do something about it: sources nobody looked at for more than six months. */
export async function OldSources({ t, actor }: { t: Translator; actor: StaffActor }) {
  const grant = grantStaff(actor, 'source.read')
  return grant === null ? null : <SourcesNotice t={t} sources={await readSources(grant)} />
}
