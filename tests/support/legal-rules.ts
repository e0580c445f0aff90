import { readFileSync } from 'node:fs'
import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { readLegalRule } from '@/lib/schemas/forums/legal-rule'

/** The rules on forums and time limits as they come with the product. */
export function shippedLegalRules(): readonly LegalRule[] {
  const file: unknown = JSON.parse(readFileSync('prisma/seed/legal-rules.json', 'utf8'))
  if (!Array.isArray(file)) throw new Error('not a list')
  return file.map((raw: unknown) => {
    const rule = readLegalRule(raw)
    if (rule === null) throw new Error(`unreadable: ${JSON.stringify(raw).slice(0, 80)}`)
    return rule
  })
}
