import type { LockedPackage } from './lock-file'

/** Licences that let us use, change and hand on, with the name of who wrote it. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
])

/** Others, each for the packages named and for a reason. Used as they are, as files of their own: nothing of ours is bound by them. */
const FOR_THESE: readonly { readonly licence: string; readonly packages: RegExp; readonly why: string }[] = [
  { licence: 'LGPL-3.0-or-later', packages: /^@img\/sharp-/u, why: 'libvips, loaded as a library of its own' },
  {
    licence: 'MPL-2.0',
    packages: /^(?:axe-core|@axe-core\/playwright|lightningcss.*)$/u,
    why: 'tests and builds, unchanged',
  },
  { licence: 'CC-BY-4.0', packages: /^caniuse-lite$/u, why: 'data of the build, named here' },
  { licence: 'EPL-2.0', packages: /^elkjs$/u, why: 'of the Prisma command line, unchanged; no part of what serves' },
]

/** Packages that say nothing a program reads, with what their licence file says. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { 'seq-queue@0.0.5': 'MIT' }

/** The licence of a package; null when nobody knows. */
export function licenceOf({ name, version, licence }: LockedPackage): string | null {
  return licence ?? SAID_ELSEWHERE[`${name}@${version}`] ?? null
}

/** Why a package may not be used; null when it may. Of `A OR B` one is enough, of `A AND B` both are needed. */
export function licenceProblem(locked: LockedPackage): string | null {
  const licence = licenceOf(locked)
  if (licence === null) return `${locked.name} ${locked.version}: no licence is stated`
  const isAllowed = (one: string) =>
    FREE.has(one) || FOR_THESE.some((rule) => rule.licence === one && rule.packages.test(locked.name))
  const isEnough = plain(licence)
    .split(/ OR /iu)
    .some((choice) => choice.split(/ AND /iu).every((one) => isAllowed(plain(one))))
  return isEnough ? null : `${locked.name} ${locked.version}: ${licence} is not among the licences we allow`
}

function plain(expression: string): string {
  return expression
    .trim()
    .replace(/^\((.*)\)$/u, '$1')
    .trim()
}
