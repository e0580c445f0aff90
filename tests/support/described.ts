import { z } from 'zod'
import { publicDescription } from '@/lib/schemas/open-data/description'

/** The schema that the description of the public interface gives for the good answer of an address, read back from the document. */
export function describedSchema(path: string): z.ZodType {
  const description = JSON.parse(JSON.stringify(publicDescription())) as {
    paths: Record<string, { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }>
  }
  const schema = description.paths[path]?.get.responses['200']?.content['application/json']?.schema
  if (schema === undefined) throw new Error(`not described: ${path}`)
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
}
