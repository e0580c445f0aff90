import { z } from 'zod'

const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.string(),
      via: z.array(z.union([z.string(), z.looseObject({ title: z.string(), url: z.string() })])),
    }),
  ),
})
const errorSchema = z.object({ statusCode: z.number().optional(), error: z.unknown() })

/** What the registry says of holes in the packages: none, some, or nothing because it does not answer that. */
export type Audit =
  | { readonly kind: 'clean' }
  | { readonly kind: 'holes'; readonly lines: readonly string[] }
  | { readonly kind: 'not_told'; readonly why: string }

/** Reads what `npm audit --json` wrote. */
export function readAudit(text: string): Audit {
  const given = jsonOf(text)
  const report = reportSchema.safeParse(given)
  if (!report.success) {
    const failed = errorSchema.safeParse(given)
    const status = failed.success ? failed.data.statusCode : undefined
    return { kind: 'not_told', why: status === undefined ? 'it did not answer' : `it answered ${status}` }
  }
  const holes = Object.values(report.data.vulnerabilities)
  if (holes.length === 0) return { kind: 'clean' }
  return {
    kind: 'holes',
    lines: holes.map(({ name, severity, via }) => {
      const why = via.map((one) => (typeof one === 'string' ? `through ${one}` : `${one.title} (${one.url})`))
      return `${name}, ${severity}: ${why.join('; ')}`
    }),
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
