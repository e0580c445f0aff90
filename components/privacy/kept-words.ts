import type { KeptFor, KeptKind } from '@/lib/domain/retention/periods'
import type { Translator } from '@/lib/i18n/translate'

/** How long something stays, in words. */
export function keptText(t: Translator, kept: KeptFor): string {
  if (kept === 'case' || kept === 'none') return t(`privacy.kept_${kept}`)
  return t(`privacy.kept_${kept.unit}`, { count: kept.count })
}

/** The name of a kind of thing that is kept. */
export function kindText(t: Translator, kind: KeptKind): string {
  return t(`privacy.kind_${kind}`)
}
