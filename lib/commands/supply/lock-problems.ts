import type { LockedPackage } from './lock-file'

const REGISTRY = 'https://registry.npmjs.org/'
/** Builds for other machines than the registry of the last change had: npm checks them when it first gets them. */
const WITHOUT_HASH = /^(?:@next\/swc-|@oxfmt\/binding-|@oxlint\/binding-|@oxlint-tsgolint\/)/u
const HASH = /^sha512-[A-Za-z0-9+/]{86}==$/u

/** What is wrong with the lock file: packages from elsewhere than the registry, or that could be changed unseen. */
export function lockProblems(
  packages: readonly LockedPackage[],
  scripts: Readonly<Record<string, boolean>>,
): readonly string[] {
  return packages.flatMap(({ name, version, resolved, integrity, isOptional, hasInstallScript }) => {
    const problems: string[] = []
    if (!/^\d+\.\d+\.\d+/u.test(version)) problems.push('has no version')
    if (resolved !== null && !resolved.startsWith(REGISTRY)) problems.push('comes from elsewhere than the registry')
    if (integrity !== null && !HASH.test(integrity)) problems.push('has a hash that is not SHA-512')
    if (integrity === null && !(isOptional && WITHOUT_HASH.test(name))) problems.push('has no hash')
    if (hasInstallScript && !Object.hasOwn(scripts, name))
      problems.push('runs a script that package.json does not name')
    return problems.map((problem) => `${name} ${version} ${problem}`)
  })
}
