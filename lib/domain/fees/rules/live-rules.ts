import type { FeeRule } from './fee-rule'

/**
 * The versions that judge: all that no other version supersedes. Old ones stay to explain old verdicts. Two versions of one
 * rule are both live where each has its own days (the old text until a day, the new one from then on).
 */
export function liveRules(versions: readonly FeeRule[]): readonly FeeRule[] {
  const replaced = new Set(
    versions.flatMap(({ id, supersedes }) => (supersedes === null ? [] : [versionKey({ id, version: supersedes })])),
  )
  return versions.filter((rule) => !replaced.has(versionKey(rule)))
}

/** One text for a version of a rule, `id@version`. */
export function versionKey({ id, version }: Pick<FeeRule, 'id' | 'version'>): string {
  return `${id}@${String(version)}`
}
